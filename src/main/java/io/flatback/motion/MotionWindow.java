package io.flatback.motion;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/** A stretch of a {@link MotionTrace}, taken out to be looked at from all sides. Positions count from 0. */
final class MotionWindow {
  private static final int SAMPLED = 300;

  final double stepSeconds;
  private final long[] timesNanos;
  private final Vector3D[] up;
  private final Vector3D[] rate;
  private final Vector3D[] force;

  /** @param fromNanos what lies before is left out */
  MotionWindow(MotionTrace trace, long fromNanos) {
    int first = 0;
    while (first < trace.size() && trace.timeNanos(first) < fromNanos) {
      first++;
    }
    int n = trace.size() - first;
    this.stepSeconds = trace.stepSeconds();
    this.timesNanos = new long[n];
    this.up = new Vector3D[n];
    this.rate = new Vector3D[n];
    this.force = new Vector3D[n];
    for (int i = 0; i < n; i++) {
      timesNanos[i] = trace.timeNanos(first + i);
      up[i] = trace.vector(MotionTrace.UP, first + i);
      rate[i] = trace.vector(MotionTrace.RATE, first + i);
      force[i] = trace.vector(MotionTrace.FORCE, first + i);
    }
  }

  int size() {
    return timesNanos.length;
  }

  long timeNanos(int i) {
    return timesNanos[i];
  }

  /** Earth's up, sensor frame; about unit length. */
  Vector3D up(int i) {
    return up[i];
  }

  /** The middle of all directions of up. */
  Vector3D middleUp() {
    int stride = Math.max(1, up.length / SAMPLED);
    List<Vector3D> some = new ArrayList<>();
    for (int i = 0; i < up.length; i += stride) {
      some.add(up[i]);
    }
    return Directions.median(some);
  }

  /** rad/s. */
  Vector3D rate(int i) {
    return rate[i];
  }

  /** The part of the rate that tips the sensor over: without that about the vertical, rad/s. */
  Vector3D tipping(int i) {
    return rate[i].subtract(rate[i].dotProduct(up[i]), up[i]);
  }

  /** Specific force, m/s². */
  Vector3D force(int i) {
    return force[i];
  }
}
