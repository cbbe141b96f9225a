package io.flatback.motion;

import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * Log odds that a sensor does not follow the back, from four marks of a case that hangs or flaps:
 *
 * <ol>
 *   <li>it tips sideways as it tips over: share of motion off the hinge axis;
 *   <li>it shakes: share of rate that is faster than a hinge;
 *   <li>it stays behind: it tips less than a back does;
 *   <li>it swings on after a jolt, when flesh is still again.
 * </ol>
 *
 * <p>Where acceleration says nothing of tilt, as in jumping, or where the wearer turns rather than bends, as in
 * twisting, nobody can tell, and the sensor is taken at its word.
 *
 * <p>own: a logistic regression over 870 simulated sensors of all scenarios, 277 of them loose, and the open
 * recordings. What it notices of lifters it was not fitted to stands in docs/accuracy.md. A back that
 * tips by less than 25° can't be told from a loose case by its range: replaced by real loose sensors.
 */
final class Looseness {
  private static final double SMOOTH_SECONDS = 0.3;
  private static final double CONSTANT = 53.45;
  private static final double BY_SIDEWAYS = 2.89;
  private static final double BY_SHAKING = 2.99;
  private static final double BY_RANGE = -14.92;
  private static final double BY_SWING = 7.62;

  private static final double LEAST_SIDEWAYS = 0.001;
  private static final double LEAST_SHAKING = 0.003;
  private static final double LEAST_RANGE_DEG = 10.0;

  /** own: the steadiest of people. */
  private static final double LEAST_SWING_DPS = 2.0;

  /** own: a case that swings by 4°, about once a second; what turns faster is the wearer. */
  private static final double MOST_SWING_DPS = 14.0;

  /** own: of simulated loose sensors none was beyond .56, of people who twist none below .88. */
  private static final double MOST_TURNING = 0.7;

  private static final double LEAST_AGREEMENT = 0.4;

  private Looseness() {}

  static double logOdds(MotionWindow window, HingeAxis hinge, HingeArc arc) {
    if (agreement(window, hinge, arc) < LEAST_AGREEMENT) {
      return Double.NEGATIVE_INFINITY;
    }
    AsideMotion aside = new AsideMotion(window, hinge.axis());
    if (aside.turningShare() > MOST_TURNING) {
      return Double.NEGATIVE_INFINITY;
    }
    double swingDps = Math.toDegrees(aside.swingRadPerSec());
    return CONSTANT
        + BY_SIDEWAYS * Math.log(Math.max(LEAST_SIDEWAYS, 1.0 - hinge.share()))
        + BY_SHAKING * Math.log(Math.max(LEAST_SHAKING, shakingShare(window)))
        + BY_RANGE * Math.log(Math.max(LEAST_RANGE_DEG, Math.toDegrees(arc.rangeRad())))
        + BY_SWING * Math.log(Math.max(LEAST_SWING_DPS, Math.min(MOST_SWING_DPS, swingDps)));
  }

  private static double shakingShare(MotionWindow window) {
    int smooth = (int) Math.round(SMOOTH_SECONDS / window.stepSeconds) | 1;
    double fast = 0.0;
    double all = 0.0;
    for (int c = 0; c < 3; c++) {
      double[] rate = window.rates(c);
      double[] slow = window.room.sorted;
      window.travel.runningMean(window.size(), rate, smooth, slow);
      for (int i = 0; i < window.size(); i++) {
        fast += (rate[i] - slow[i]) * (rate[i] - slow[i]);
        all += rate[i] * rate[i];
      }
    }
    return all > 0 ? fast / all : 0.0;
  }

  /** (up × force) · axis. */
  private static double forceAcross(MotionWindow window, int i, Vector3D axis) {
    double x = window.upComponent(0, i);
    double y = window.upComponent(1, i);
    double z = window.upComponent(2, i);
    return window.forceComponent(0, i) * (axis.getY() * z - axis.getZ() * y)
        + window.forceComponent(1, i) * (axis.getZ() * x - axis.getX() * z)
        + window.forceComponent(2, i) * (axis.getX() * y - axis.getY() * x);
  }

  /** Correlation of the angle by orientation and by acceleration alone, both smoothed. */
  private static double agreement(MotionWindow window, HingeAxis hinge, HingeArc arc) {
    int n = arc.size();
    double[] byForce = window.room.byForceRad;
    double[] byUp = window.room.angleRad;
    Vector3D axis = hinge.axis();
    for (int i = 0; i < n; i++) {
      double cos = window.forceUp(i) - window.upAlong(i, axis) * window.forceAlong(i, axis);
      double sin = forceAcross(window, i, axis);
      byForce[i] = arc.angleRad(i) + ArcTangent.of(sin, cos);
    }
    int smooth = (int) Math.round(SMOOTH_SECONDS / window.stepSeconds) | 1;
    double[] slowByUp = window.room.sorted;
    window.travel.runningMean(n, byUp, smooth, slowByUp);
    window.travel.runningMean(n, byForce, smooth, byForce);
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < n; i++) {
      regression.addData(slowByUp[i], byForce[i]);
    }
    return regression.getR();
  }
}
