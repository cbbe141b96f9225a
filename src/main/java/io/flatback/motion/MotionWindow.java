package io.flatback.motion;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/** A stretch of a {@link MotionTrace}, taken out to be looked at from all sides. Positions count from 0. */
final class MotionWindow {
  private static final int SAMPLED = 200;
  /** own: sways and shakes of a load last less, hinges more. */
  private static final double SMOOTH_SECONDS = 0.4;

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

  private MotionWindow(MotionWindow raw, Vector3D[] up, Vector3D[] rate) {
    this.stepSeconds = raw.stepSeconds;
    this.timesNanos = raw.timesNanos;
    this.up = up;
    this.rate = rate;
    this.force = raw.force;
  }

  /**
   * Seen by an accelerometer alone every push looks like a tilt: the direction of up, averaged twice over
   * {@value #SMOOTH_SECONDS} s around each position, and the rate at which that tips.
   */
  MotionWindow smoothed() {
    Vector3D[] even = averaged(averaged(up));
    Vector3D[] tipping = new Vector3D[even.length];
    for (int i = 0; i < even.length; i++) {
      Vector3D before = even[Math.max(0, i - 1)];
      Vector3D after = even[Math.min(even.length - 1, i + 1)];
      even[i] = even[i].normalize();
      tipping[i] = Vector3D.crossProduct(after, before).scalarMultiply(0.5 / stepSeconds);
    }
    return new MotionWindow(this, even, tipping);
  }

  private Vector3D[] averaged(Vector3D[] values) {
    int half = (int) Math.round(0.5 * SMOOTH_SECONDS / stepSeconds);
    Vector3D[] means = new Vector3D[values.length];
    for (int i = 0; i < values.length; i++) {
      Vector3D sum = Vector3D.ZERO;
      int from = Math.max(0, i - half);
      int to = Math.min(values.length - 1, i + half);
      for (int k = from; k <= to; k++) {
        sum = sum.add(values[k]);
      }
      means[i] = sum.scalarMultiply(1.0 / (to - from + 1));
    }
    return means;
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
