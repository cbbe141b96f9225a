package io.flatback.motion;

import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * What a sensor does beside hinging: how much it turns about other axes while it moves on, and how it swings
 * about them when it has been jolted. Flesh is still half a second after a jolt; a case that hangs swings on.
 *
 * <p>Works in the room of its window: what that held of tilts and of force is overwritten.
 */
final class AsideMotion {
  /** own: slower than this goes on; a hanging case swings about once a second. */
  private static final double SLOW_SECONDS = 0.9;

  /** own: flesh and straps ring faster; about 7 Hz. */
  private static final double FAST_SECONDS = 0.12;

  /** own: a bar that lands or leaves the floor is felt more than this at the back; walking is not. */
  private static final double JOLT_MPS2 = 1.5;

  /** own: in half a second flesh is still again. */
  private static final double STILL_AFTER_SECONDS = 0.5;

  private static final double SWINGS_UNTIL_SECONDS = 1.8;

  private final MotionWindow window;
  private final Vector3D axis;
  private final double[] square;
  private final double[] along;
  private final double[] fast;
  private final double[] slow;

  AsideMotion(MotionWindow window, Vector3D axis) {
    this.window = window;
    this.axis = axis;
    this.square = window.room.tiltCosine;
    this.along = window.room.byForceRad;
    this.fast = window.room.sorted;
    this.slow = window.room.spare;
  }

  /** Of the slow motion, what is not about the hinge axis: near 1 where the wearer turns rather than bends. */
  double turningShare() {
    gather(false);
    double aside = 0.0;
    double all = 0.0;
    for (int i = 0; i < window.size(); i++) {
      aside += square[i] - along[i] * along[i];
      all += square[i];
    }
    return all > 0.0 ? aside / all : 0.0;
  }

  /**
   * Root mean square aside from the hinge axis in the second after a jolt has died away; where nothing jolts, over
   * all the time.
   */
  double swingRadPerSec() {
    gather(true);
    int n = window.size();
    double[] force = fast;
    for (int i = 0; i < n; i++) {
      force[i] = window.forceMps2(i);
    }
    window.travel.runningMean(n, force, positions(SLOW_SECONDS) | 1, slow);
    int from = positions(STILL_AFTER_SECONDS);
    int until = positions(SWINGS_UNTIL_SECONDS);
    int jolt = -until;
    int count = 0;
    double sum = 0.0;
    double all = 0.0;
    for (int i = from; i < n; i++) {
      double aside = square[i] - along[i] * along[i];
      all += aside;
      jolt = Math.abs(force[i - from] - slow[i - from]) > JOLT_MPS2 ? i - from : jolt;
      if (i - jolt < until) {
        sum += aside;
        count++;
      }
    }
    return count > 0 ? Math.sqrt(sum / count) : Math.sqrt(all / Math.max(1, n - from));
  }

  /** Rates, squared and along the axis: what goes on, or what swings about it. */
  private void gather(boolean swinging) {
    int n = window.size();
    for (int c = 0; c < 3; c++) {
      double part = c == 0 ? axis.getX() : c == 1 ? axis.getY() : axis.getZ();
      window.travel.runningMean(n, window.rates(c), positions(SLOW_SECONDS) | 1, slow);
      if (swinging) {
        window.travel.runningMean(n, window.rates(c), positions(FAST_SECONDS) | 1, fast);
      }
      for (int i = 0; i < n; i++) {
        double rate = swinging ? fast[i] - slow[i] : slow[i];
        square[i] = (c == 0 ? 0.0 : square[i]) + rate * rate;
        along[i] = (c == 0 ? 0.0 : along[i]) + part * rate;
      }
    }
  }

  private int positions(double seconds) {
    return (int) Math.round(seconds / window.stepSeconds);
  }
}
