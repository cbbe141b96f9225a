package io.flatback.motion;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * A stretch of a {@link MotionTrace}, taken out to be looked at from all sides. Positions count from 0. Filled
 * anew for every look, and with it the room that a look needs.
 */
final class MotionWindow {
  private static final int SAMPLED = 200;
  private static final int CAPACITY = MotionTrace.CAPACITY;
  /** own: sways and shakes of a load last less, hinges more. */
  private static final double SMOOTH_SECONDS = 0.4;
  /** own: who strains shakes at 2 Hz and more, and leads nowhere by it. */
  private static final double SHAKE_SECONDS = 0.5;

  double stepSeconds;
  /** Room for one hinge at a time. */
  final HingeRoom room = new HingeRoom(CAPACITY);

  final VerticalTravel travel = new VerticalTravel(CAPACITY);
  private final double[][] channels = new double[MotionTrace.CHANNELS][CAPACITY];
  private final long[] timesNanos = new long[CAPACITY];
  private final double[] rateRadPerSec = new double[CAPACITY];
  private final double[] tippingRadPerSec = new double[CAPACITY];
  private final double[] heightM = new double[CAPACITY];
  private final double[][] steadyRates = new double[3][CAPACITY];
  private int size;

  /** @param fromNanos what lies before is left out */
  void take(MotionTrace trace, long fromNanos, boolean smooth) {
    int first = trace.firstFrom(fromNanos);
    size = trace.size() - first;
    stepSeconds = trace.stepSeconds();
    for (int c = 0; c < channels.length; c++) {
      trace.copy(c, first, channels[c]);
    }
    trace.copyTimes(first, timesNanos);
    if (smooth) {
      smooth();
    }
    measure();
  }

  private void measure() {
    for (int i = 0; i < size; i++) {
      double rateSquared = product(MotionTrace.RATE, MotionTrace.RATE, i);
      double turning = product(MotionTrace.RATE, MotionTrace.UP, i);
      double upSquared = product(MotionTrace.UP, MotionTrace.UP, i);
      rateRadPerSec[i] = Math.sqrt(rateSquared);
      tippingRadPerSec[i] = Math.sqrt(Math.max(0.0, rateSquared - turning * turning * (2.0 - upSquared)));
    }
  }

  /** How far the sensor has tipped in all, at rates above this. */
  double tippingPathRad(double slowestRadPerSec) {
    double path = 0.0;
    for (int i = 0; i < size; i++) {
      if (tippingRadPerSec[i] > slowestRadPerSec) {
        path += tippingRadPerSec[i] * stepSeconds;
      }
    }
    return path;
  }

  /** Works out {@link #heightM} and the steady rates, at some cost. */
  void findHeights() {
    steady();
    double[] verticalAccelMps2 = room.angleRad;
    double[] steadyTipping = room.asideSine;
    for (int i = 0; i < size; i++) {
      verticalAccelMps2[i] = product(MotionTrace.UP, MotionTrace.FORCE, i);
      steadyTipping[i] = steadyTippingRadPerSec(i);
    }
    travel.heightM(size, timesNanos, verticalAccelMps2, steadyTipping, channels, stepSeconds, heightM);
  }

  private void steady() {
    int window = (int) Math.round(SHAKE_SECONDS / stepSeconds) | 1;
    for (int c = 0; c < steadyRates.length; c++) {
      travel.runningMean(size, channels[MotionTrace.RATE + c], window, steadyRates[c]);
    }
  }

  private double steadyTippingRadPerSec(int i) {
    double squares = 0.0;
    double turning = 0.0;
    for (int c = 0; c < steadyRates.length; c++) {
      squares += steadyRates[c][i] * steadyRates[c][i];
      turning += steadyRates[c][i] * channels[MotionTrace.UP + c][i];
    }
    return Math.sqrt(Math.max(0.0, squares - turning * turning));
  }

  /**
   * Seen by an accelerometer alone every push looks like a tilt: the direction of up, averaged twice over
   * {@value #SMOOTH_SECONDS} s around each position, and the rate at which that tips.
   */
  private void smooth() {
    Vector3D[] even = averaged(averaged(ups()));
    for (int i = 0; i < size; i++) {
      even[i] = even[i].normalize();
    }
    for (int i = 0; i < size; i++) {
      int before = Math.max(0, i - 1);
      int after = Math.min(size - 1, i + 1);
      double perSecond = after > before ? 1.0 / ((after - before) * stepSeconds) : 0.0;
      put(MotionTrace.RATE, i, Vector3D.crossProduct(even[after], even[before]).scalarMultiply(perSecond));
      put(MotionTrace.UP, i, even[i]);
    }
  }

  private Vector3D[] ups() {
    Vector3D[] ups = new Vector3D[size];
    for (int i = 0; i < size; i++) {
      ups[i] = up(i);
    }
    return ups;
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
    return size;
  }

  long timeNanos(int i) {
    return timesNanos[i];
  }

  /** Earth's up, sensor frame; about unit length. */
  Vector3D up(int i) {
    return vector(MotionTrace.UP, i);
  }

  /** The part of up along a direction. */
  double upAlong(int i, Vector3D direction) {
    return along(MotionTrace.UP, i, direction);
  }

  /** The middle of all directions of up. */
  Vector3D middleUp() {
    int stride = Math.max(1, size / SAMPLED);
    List<Vector3D> some = new ArrayList<>();
    for (int i = 0; i < size; i += stride) {
      some.add(up(i));
    }
    return Directions.median(some);
  }

  double rateRadPerSec(int i) {
    return rateRadPerSec[i];
  }

  /** The part of the rate along a direction, rad/s. */
  double rateAlong(int i, Vector3D direction) {
    return along(MotionTrace.RATE, i, direction);
  }

  /** How fast the sensor turns but for shaking, rad/s: about an axis, and about all others. */
  double steadyRateAlong(int i, Vector3D axis) {
    return steadyRates[0][i] * axis.getX() + steadyRates[1][i] * axis.getY() + steadyRates[2][i] * axis.getZ();
  }

  double steadyRateAside(int i, Vector3D axis) {
    double squares = 0.0;
    for (double[] rates : steadyRates) {
      squares += rates[i] * rates[i];
    }
    double along = steadyRateAlong(i, axis);
    return Math.sqrt(Math.max(0.0, squares - along * along));
  }

  /** One component of the rate at all positions, rad/s; there are {@link #size} of them. */
  double[] rates(int component) {
    return channels[MotionTrace.RATE + component];
  }

  /** The part of the rate that tips the sensor over: without that about the vertical, rad/s. */
  void tipping(int i, double[] out) {
    double turning = product(MotionTrace.RATE, MotionTrace.UP, i);
    for (int c = 0; c < 3; c++) {
      out[c] = channels[MotionTrace.RATE + c][i] - turning * channels[MotionTrace.UP + c][i];
    }
  }

  double tippingRadPerSec(int i) {
    return tippingRadPerSec[i];
  }

  /** About a running mean; see {@link VerticalTravel}. Known after {@link #findHeights}. */
  double heightM(int i) {
    return heightM[i];
  }

  double upComponent(int axis, int i) {
    return channels[MotionTrace.UP + axis][i];
  }

  double forceComponent(int axis, int i) {
    return channels[MotionTrace.FORCE + axis][i];
  }

  /** The part of the specific force along a direction, m/s². */
  double forceAlong(int i, Vector3D direction) {
    return along(MotionTrace.FORCE, i, direction);
  }

  /** Size of the specific force. */
  double forceMps2(int i) {
    return Math.sqrt(product(MotionTrace.FORCE, MotionTrace.FORCE, i));
  }

  /** Upward part of the specific force, m/s². */
  double forceUp(int i) {
    return product(MotionTrace.UP, MotionTrace.FORCE, i);
  }

  private double product(int one, int other, int i) {
    return channels[one][i] * channels[other][i]
        + channels[one + 1][i] * channels[other + 1][i]
        + channels[one + 2][i] * channels[other + 2][i];
  }

  private double along(int channel, int i, Vector3D direction) {
    return channels[channel][i] * direction.getX()
        + channels[channel + 1][i] * direction.getY()
        + channels[channel + 2][i] * direction.getZ();
  }

  private Vector3D vector(int channel, int i) {
    return new Vector3D(channels[channel][i], channels[channel + 1][i], channels[channel + 2][i]);
  }

  private void put(int channel, int i, Vector3D value) {
    channels[channel][i] = value.getX();
    channels[channel + 1][i] = value.getY();
    channels[channel + 2][i] = value.getZ();
  }
}
