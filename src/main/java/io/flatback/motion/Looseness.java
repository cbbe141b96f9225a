package io.flatback.motion;

import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * Log odds that a sensor does not follow the back, from four marks of a case that hangs or flaps:
 *
 * <ol>
 *   <li>it tips sideways as it tips over: share of motion off the hinge axis;
 *   <li>it shakes: share of rate that is faster than a hinge;
 *   <li>it rises and sinks with the body but hardly tips: hinge range per metre of travel;
 *   <li>its tilt and the direction of its acceleration disagree.
 * </ol>
 *
 * <p>own: centres and widths are set between what real sets worn well and a case hanging free show;
 * replaced by a fit to the simulated population.
 */
final class Looseness {
  private static final double SMOOTH_SECONDS = 0.3;
  private static final double TRAVEL_WORTH_JUDGING_M = 0.15;

  private Looseness() {}

  static double logOdds(MotionWindow trace, HingeAxis hinge, HingeArc arc, double travelM) {
    double sideways = ((1.0 - hinge.share()) - 0.03) / 0.02;
    double shaking = (shakingShare(trace) - 0.12) / 0.04;
    double tipping = 0.0;
    if (travelM > TRAVEL_WORTH_JUDGING_M) {
      double degPerMetre = Math.toDegrees(arc.rangeRad()) / travelM;
      tipping = Math.log(48.0 / degPerMetre) / 0.3;
    }
    double disagreement = (0.85 - agreement(trace, hinge, arc)) / 0.06;
    return clamp(sideways) + clamp(shaking) + clamp(tipping) + clamp(disagreement);
  }

  private static double shakingShare(MotionWindow trace) {
    int window = (int) Math.round(SMOOTH_SECONDS / trace.stepSeconds) | 1;
    double fast = 0.0;
    double all = 0.0;
    for (int c = 0; c < 3; c++) {
      double[] rate = rates(trace, c);
      double[] slow = VerticalTravel.runningMean(rate, window);
      for (int i = 0; i < rate.length; i++) {
        fast += (rate[i] - slow[i]) * (rate[i] - slow[i]);
        all += rate[i] * rate[i];
      }
    }
    return all > 0 ? fast / all : 0.0;
  }

  /** Correlation of the angle by orientation and by acceleration alone, both smoothed. */
  private static double agreement(MotionWindow trace, HingeAxis hinge, HingeArc arc) {
    int n = arc.size();
    double[] byForce = new double[n];
    double[] byUp = new double[n];
    Vector3D axis = hinge.axis();
    for (int i = 0; i < n; i++) {
      Vector3D up = trace.up(i);
      Vector3D force = trace.force(i);
      byUp[i] = arc.angleRad(i);
      double sin = Vector3D.crossProduct(up, force).dotProduct(axis);
      double cos = up.dotProduct(force) - up.dotProduct(axis) * force.dotProduct(axis);
      byForce[i] = arc.angleRad(i) + Math.atan2(sin, cos);
    }
    int window = (int) Math.round(SMOOTH_SECONDS / trace.stepSeconds) | 1;
    return correlation(VerticalTravel.runningMean(byUp, window), VerticalTravel.runningMean(byForce, window));
  }

  private static double correlation(double[] a, double[] b) {
    return new PearsonsCorrelation().correlation(a, b);
  }

  private static double[] rates(MotionWindow trace, int component) {
    double[] values = new double[trace.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = trace.rate(i).toArray()[component];
    }
    return values;
  }

  private static double clamp(double value) {
    return Math.max(-2.0, Math.min(2.0, value));
  }
}
