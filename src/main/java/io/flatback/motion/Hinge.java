package io.flatback.motion;

import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * One reading of a stretch of motion: its largest excursions from a neutral direction, their axis and arc, and
 * which end of it is standing.
 *
 * @param logOdds that the low end of the arc is standing
 * @param travelM how much higher the sensor is at the upright end
 */
record Hinge(HingeStretches stretches, HingeAxis axis, HingeArc arc, double logOdds, double travelM) {
  /** own: a hinge as pure as this gives its axis better than another sensor's does. */
  private static final double PURE_SHARE = 0.97;

  /** @param neutral earth's up in the sensor frame where the excursions begin and end */
  static Hinge about(MotionWindow window, Vector3D neutral) {
    HingeStretches stretches = new HingeStretches(window, neutral);
    HingeAxis axis = HingeAxis.of(window, stretches::isHinging);
    HingeArc arc = new HingeArc(window, axis.axis());
    StandingEvidence evidence = new StandingEvidence(window, arc, axis.axis());
    return new Hinge(stretches, axis, arc, evidence.logOddsThatLowIsStanding(), evidence.travelM());
  }

  /** The same hinge, with more known of which end is standing. */
  Hinge with(double moreLogOdds) {
    return new Hinge(stretches, axis, arc, logOdds + moreLogOdds, travelM);
  }

  /** How sure it is which end is standing, from .5 on. */
  double sureness() {
    return 1.0 / (1.0 + Math.exp(-Math.abs(logOdds)));
  }

  boolean isPure() {
    return axis.share() > PURE_SHARE;
  }

  Mounting mounting(double confidence) {
    return Mounting.of(standingUp(), right(), confidence);
  }

  Vector3D standingUp() {
    return arc.standingUp(isLowStanding());
  }

  /**
   * About the direction of the body's right. The angle grows as up turns about +axis. Bending forward turns
   * the body about −right, and so up, seen from the body, about +right.
   */
  private Vector3D right() {
    return isLowStanding() ? axis.axis() : axis.axis().negate();
  }

  private boolean isLowStanding() {
    return logOdds >= 0.0;
  }
}
