package io.flatback.motion;

import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * Which end of a hinge's arc is standing, in log odds for the low end, from three marks that do not depend on
 * how the sensor is worn:
 *
 * <ol>
 *   <li>height: the sensor is higher there. A rise that the lever between the hips and the sensor alone can
 *       make says little: a pelvis that tips forward in sitting lifts the whole back;
 *   <li>dwell: the wearer rests there;
 *   <li>turning: who turns or leans aside does so upright.
 * </ol>
 */
final class StandingEvidence {
  /** own: who dwells moves less than this; replaced by a fit to the simulated population. */
  private static final double STILL_RAD_PER_SEC = Math.toRadians(6.0);
  /** Turning about the vertical or leaning aside faster than this says that the wearer is upright. */
  private static final double TURNING_RAD_PER_SEC = Math.toRadians(20.0);

  /** own: what an accelerometer's error of a few hundredths of g makes of the height within one rep. */
  private static final double HEIGHT_ERROR_M = 0.05;

  /** own: seated backs rise by up to .15 m a radian as the pelvis tips, squats by .2, deadlifts by .4. */
  private static final double LEVER_M = 0.15;

  private static final double SLOPE = 1.5;
  private static final double MOST_BY_HEIGHT = 5.0;
  private static final double MOST_BY_TIME = 2.0;

  private final MotionWindow window;
  private final HingeArc arc;
  private final Vector3D axis;
  private final double heightDifferenceM;
  private final int crossings;

  StandingEvidence(MotionWindow window, HingeArc arc, Vector3D axis) {
    this.window = window;
    this.arc = arc;
    this.axis = axis;
    this.heightDifferenceM = endMeanM(true) - endMeanM(false);
    this.crossings = countCrossings();
  }

  /** How much higher the sensor is at the upright end, m. */
  double travelM() {
    return Math.abs(heightDifferenceM);
  }

  double logOddsThatLowIsStanding() {
    return byHeight() + byDwell() + byTurning();
  }

  double byHeight() {
    double noiseM = HEIGHT_ERROR_M / Math.sqrt(Math.max(1, crossings / 2));
    double leverM = LEVER_M * arc.rangeRad();
    return clamp(SLOPE * heightDifferenceM / Math.sqrt(noiseM * noiseM + leverM * leverM), MOST_BY_HEIGHT);
  }

  double byDwell() {
    return byTime(seconds(true, true), seconds(false, true));
  }

  double byTurning() {
    return byTime(seconds(true, false), seconds(false, false));
  }

  private static double byTime(double lowSeconds, double highSeconds) {
    return clamp(0.7 * Math.log((lowSeconds + 0.5) / (highSeconds + 0.5)), MOST_BY_TIME);
  }

  private double seconds(boolean low, boolean still) {
    int count = 0;
    for (int i = 0; i < window.size(); i++) {
      if (arc.isInHalf(i, low) && (still ? isStill(i) : isTurning(i))) {
        count++;
      }
    }
    return count * window.stepSeconds;
  }

  private boolean isStill(int i) {
    return window.rateRadPerSec(i) < STILL_RAD_PER_SEC;
  }

  /** Mostly about something else than the hinge, and leading somewhere: a bar that is strained at shakes the back. */
  private boolean isTurning(int i) {
    double other = window.steadyRateAside(i, axis);
    return other > TURNING_RAD_PER_SEC && other > Math.abs(window.steadyRateAlong(i, axis));
  }

  private double endMeanM(boolean low) {
    double sum = 0.0;
    int count = 0;
    for (int i = 0; i < window.size(); i++) {
      if (arc.isAtEnd(i, low)) {
        sum += window.heightM(i);
        count++;
      }
    }
    return count == 0 ? 0.0 : sum / count;
  }

  /** How often the way from one end to the other was gone. */
  private int countCrossings() {
    int count = 0;
    int side = 0;
    for (int i = 0; i < arc.size(); i++) {
      int now = arc.isAtEnd(i, true) ? -1 : arc.isAtEnd(i, false) ? 1 : 0;
      if (now != 0 && now != side) {
        count += side == 0 ? 0 : 1;
        side = now;
      }
    }
    return count;
  }

  private static double clamp(double value, double limit) {
    return Math.max(-limit, Math.min(limit, value));
  }
}
