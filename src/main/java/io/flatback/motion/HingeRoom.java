package io.flatback.motion;

/** Room for what one reading of a {@link MotionWindow} works out position by position; the next overwrites it. */
final class HingeRoom {
  final double[] angleRad;
  final double[] asideSine;
  final double[] tiltCosine;
  final double[] byForceRad;
  final double[] sorted;
  final double[] spare;
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
    spare = new double[capacity];
    hinging = new boolean[capacity];
    half = new int[capacity];
    quiet = new int[capacity];
  }

  /** The value that has {@code rank} others below it: by Hoare's selection, in {@link #sorted}. */
  double ranked(double[] values, int size, int rank) {
    System.arraycopy(values, 0, sorted, 0, size);
    return select(0, size - 1, rank);
  }

  /** Of the same values as before, of which {@code known} was asked for; {@code rank} is not below that. */
  double rankedAbove(int known, int size, int rank) {
    return select(known, size - 1, rank);
  }

  /** Of the same values as before, of which {@code known} was asked for: that, or the one that comes before it. */
  double largestBelow(int known, int rank) {
    double largest = sorted[rank];
    for (int i = 0; i < known && rank < known; i++) {
      largest = Math.max(largest, sorted[i]);
    }
    return largest;
  }

  private double select(int first, int last, int rank) {
    int low = first;
    int high = last;
    while (low < high) {
      int split = split(low, high);
      if (rank <= split) {
        high = split;
      } else {
        low = split + 1;
      }
    }
    return sorted[rank];
  }

  /** Parts the stretch by its middle value: what is up to the returned position is nowhere above what follows. */
  private int split(int low, int high) {
    double pivot = sorted[(low + high) >>> 1];
    int i = low - 1;
    int j = high + 1;
    while (true) {
      do {
        i++;
      } while (sorted[i] < pivot);
      do {
        j--;
      } while (sorted[j] > pivot);
      if (i >= j) {
        return j;
      }
      double kept = sorted[i];
      sorted[i] = sorted[j];
      sorted[j] = kept;
    }
  }
}
