package io.flatback.motion;

import java.util.Arrays;

/** Room for what one reading of a {@link MotionWindow} works out position by position; the next overwrites it. */
final class HingeRoom {
  final double[] angleRad;
  final double[] asideSine;
  final double[] tiltCosine;
  final double[] byForceRad;
  final double[] sorted;
  final boolean[] hinging;
  /** Positions in one half of the arc; those of them that are quiet. */
  final int[] half;

  final int[] quiet;

  HingeRoom(int capacity) {
    angleRad = new double[capacity];
    asideSine = new double[capacity];
    byForceRad = new double[capacity];
    tiltCosine = new double[capacity];
    sorted = new double[capacity];
    hinging = new boolean[capacity];
    half = new int[capacity];
    quiet = new int[capacity];
  }

  /** The first values in order, in {@link #sorted}. */
  double[] sort(double[] values, int size) {
    System.arraycopy(values, 0, sorted, 0, size);
    Arrays.sort(sorted, 0, size);
    return sorted;
  }
}
