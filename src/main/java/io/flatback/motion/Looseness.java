package io.flatback.motion;

import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * Log odds that a sensor does not follow the back, from three marks of a case that hangs or flaps:
 *
 * <ol>
 *   <li>it tips sideways as it tips over: share of motion off the hinge axis;
 *   <li>it shakes: share of rate that is faster than a hinge;
 *   <li>it stays behind: it tips less than a back does.
 * </ol>
 *
 * <p>Where acceleration says nothing of tilt, as in jumping, or where the motion is no hinge, as in twisting, nobody
 * can tell, and the sensor is taken at its word.
 *
 * <p>own: a logistic regression over 900 simulated sensors of all scenarios, 160 of them loose, and the open
 * recordings; of these 97 % of the loose ones are noticed and none worn well that lifts is accused. A back that
 * tips by less than 25° can't be told from a loose case by its range: replaced by real loose sensors.
 */
final class Looseness {
  private static final double SMOOTH_SECONDS = 0.3;
  private static final double CONSTANT = 33.0;
  private static final double BY_SIDEWAYS = 0.89;
  private static final double BY_SHAKING = 2.77;
  private static final double BY_RANGE = -7.08;

  private static final double LEAST_SIDEWAYS = 0.001;
  private static final double LEAST_SHAKING = 0.003;
  private static final double LEAST_RANGE_DEG = 10.0;

  /** No hinge: nine of ten loose ones keep to half of this. */
  private static final double MOST_SIDEWAYS = 0.22;

  private static final double LEAST_AGREEMENT = 0.4;

  private Looseness() {}

  static double logOdds(MotionWindow window, HingeAxis hinge, HingeArc arc) {
    double sideways = 1.0 - hinge.share();
    if (sideways > MOST_SIDEWAYS || agreement(window, hinge, arc) < LEAST_AGREEMENT) {
      return Double.NEGATIVE_INFINITY;
    }
    return CONSTANT
        + BY_SIDEWAYS * Math.log(Math.max(LEAST_SIDEWAYS, sideways))
        + BY_SHAKING * Math.log(Math.max(LEAST_SHAKING, shakingShare(window)))
        + BY_RANGE * Math.log(Math.max(LEAST_RANGE_DEG, Math.toDegrees(arc.rangeRad())));
  }

  private static double shakingShare(MotionWindow window) {
    int smooth = (int) Math.round(SMOOTH_SECONDS / window.stepSeconds) | 1;
    double fast = 0.0;
    double all = 0.0;
    for (int c = 0; c < 3; c++) {
      double[] rate = rates(window, c);
      double[] slow = VerticalTravel.runningMean(rate, smooth);
      for (int i = 0; i < rate.length; i++) {
        fast += (rate[i] - slow[i]) * (rate[i] - slow[i]);
        all += rate[i] * rate[i];
      }
    }
    return all > 0 ? fast / all : 0.0;
  }

  /** Correlation of the angle by orientation and by acceleration alone, both smoothed. */
  private static double agreement(MotionWindow window, HingeAxis hinge, HingeArc arc) {
    int n = arc.size();
    double[] byForce = new double[n];
    double[] byUp = new double[n];
    Vector3D axis = hinge.axis();
    for (int i = 0; i < n; i++) {
      Vector3D up = window.up(i);
      Vector3D force = window.force(i);
      byUp[i] = arc.angleRad(i);
      double sin = Vector3D.crossProduct(up, force).dotProduct(axis);
      double cos = up.dotProduct(force) - up.dotProduct(axis) * force.dotProduct(axis);
      byForce[i] = arc.angleRad(i) + Math.atan2(sin, cos);
    }
    int smooth = (int) Math.round(SMOOTH_SECONDS / window.stepSeconds) | 1;
    return new PearsonsCorrelation()
        .correlation(VerticalTravel.runningMean(byUp, smooth), VerticalTravel.runningMean(byForce, smooth));
  }

  private static double[] rates(MotionWindow window, int component) {
    double[] values = new double[window.size()];
    for (int i = 0; i < values.length; i++) {
      Vector3D rate = window.rate(i);
      values[i] = component == 0 ? rate.getX() : component == 1 ? rate.getY() : rate.getZ();
    }
    return values;
  }
}
