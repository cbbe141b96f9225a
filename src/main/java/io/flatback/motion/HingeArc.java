package io.flatback.motion;

import java.util.Arrays;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * The arc that earth's up draws in the sensor frame while the wearer hinges, and which end of it is
 * standing: the one at which the sensor is higher, and, with less weight, at which the wearer dwells.
 *
 * <p>Nothing is taken for granted about how the sensor is worn or whether the record begins standing.
 */
final class HingeArc {
  /** Ends of the arc, as a share of its range. */
  private static final double END_SHARE = 0.20;

  private static final double SLOW_RAD_PER_SEC = Math.toRadians(20.0);
  /** own: who dwells moves less than this; replaced by a fit to the simulated population. */
  private static final double STILL_RAD_PER_SEC = Math.toRadians(6.0);

  /** own: what an accelerometer's error of a few hundredths of g makes of the height within a rep. */
  private static final double HEIGHT_ERROR_M = 0.02;

  private final double stepSeconds;
  private final double[] angleRad;
  private final double lowRad;
  private final double highRad;
  private final boolean[] slow;
  private final boolean[] still;
  private final double heightDifferenceM;
  private final double heightSpreadM;
  private final int crossings;

  HingeArc(MotionTrace trace, Vector3D axis) {
    int n = trace.size();
    this.stepSeconds = trace.stepSeconds();
    Vector3D mean = meanUp(trace);
    Vector3D first = mean.subtract(mean.dotProduct(axis), axis);
    Vector3D e1 = first.getNorm() > 1e-6 ? first.normalize() : axis.orthogonal();
    Vector3D e2 = Vector3D.crossProduct(axis, e1);
    this.angleRad = new double[n];
    this.slow = new boolean[n];
    this.still = new boolean[n];
    double[] verticalAccelMps2 = new double[n];
    for (int i = 0; i < n; i++) {
      Vector3D up = vector(trace, MotionTrace.UP, i);
      angleRad[i] = Math.atan2(up.dotProduct(e2), up.dotProduct(e1));
      double rateRadPerSec = vector(trace, MotionTrace.RATE, i).getNorm();
      slow[i] = rateRadPerSec < SLOW_RAD_PER_SEC;
      still[i] = rateRadPerSec < STILL_RAD_PER_SEC;
      verticalAccelMps2[i] = up.dotProduct(vector(trace, MotionTrace.FORCE, i));
    }
    double[] sorted = angleRad.clone();
    Arrays.sort(sorted);
    this.lowRad = sorted[n / 200];
    this.highRad = sorted[n - 1 - n / 200];
    double[] heightM = VerticalTravel.heightM(verticalAccelMps2, stepSeconds);
    this.heightDifferenceM = endMean(heightM, true) - endMean(heightM, false);
    this.heightSpreadM = standardDeviation(heightM);
    this.crossings = countCrossings();
  }

  double rangeRad() {
    return highRad - lowRad;
  }

  /** How much higher the sensor is at the upright end, m. */
  double travelM() {
    return Math.abs(heightDifferenceM);
  }

  /**
   * Log odds that the low end of the angle is standing.
   *
   * <p>own: weights chosen so that one clear hinge is enough and one unclear one is not; replaced by a fit
   * to the simulated population.
   */
  double logOddsThatLowIsStanding() {
    double ratio = heightSpreadM > 0 ? heightDifferenceM / heightSpreadM : 0.0;
    double squared = heightDifferenceM * heightDifferenceM;
    double sure = squared / (squared + HEIGHT_ERROR_M * HEIGHT_ERROR_M);
    double byHeight = 2.0 * clamp(ratio, 2.0) * sure * Math.sqrt(Math.max(1, Math.min(crossings / 2, 9)));
    double byDwell = clamp(0.7 * Math.log((dwellSeconds(true) + 0.5) / (dwellSeconds(false) + 0.5)), 2.0);
    return byHeight + byDwell;
  }

  /** Where earth's up lies in standing, sensor frame: the mean over slow samples at that end. */
  Vector3D standingUp(MotionTrace trace, boolean low) {
    double centre = endMedian(low);
    double width = Math.max(Math.toRadians(4.0), 0.1 * rangeRad());
    Vector3D slowSum = Vector3D.ZERO;
    Vector3D sum = Vector3D.ZERO;
    for (int i = 0; i < angleRad.length; i++) {
      if (Math.abs(angleRad[i] - centre) < width) {
        Vector3D up = vector(trace, MotionTrace.UP, i);
        sum = sum.add(up);
        slowSum = slow[i] ? slowSum.add(up) : slowSum;
      }
    }
    return slowSum.getNorm() > 0.0 ? slowSum.normalize() : sum.normalize();
  }

  double angleRad(int i) {
    return angleRad[i];
  }

  int size() {
    return angleRad.length;
  }

  private double endMedian(boolean low) {
    double[] values = new double[angleRad.length];
    int count = 0;
    for (int pass = 0; pass < 2 && count == 0; pass++) {
      for (int i = 0; i < angleRad.length; i++) {
        if (isAtEnd(i, low) && (slow[i] || pass == 1)) {
          values[count++] = angleRad[i];
        }
      }
    }
    Arrays.sort(values, 0, count);
    return count == 0 ? (low ? lowRad : highRad) : values[count / 2];
  }

  private boolean isAtEnd(int i, boolean low) {
    double fromEnd = low ? angleRad[i] - lowRad : highRad - angleRad[i];
    return fromEnd < END_SHARE * rangeRad();
  }

  private double endMean(double[] values, boolean low) {
    double sum = 0.0;
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (isAtEnd(i, low)) {
        sum += values[i];
        count++;
      }
    }
    return count == 0 ? 0.0 : sum / count;
  }

  private double dwellSeconds(boolean low) {
    int count = 0;
    for (int i = 0; i < angleRad.length; i++) {
      if (still[i] && isAtEnd(i, low)) {
        count++;
      }
    }
    return count * stepSeconds;
  }

  /** How often the way from one end to the other was gone. */
  private int countCrossings() {
    int count = 0;
    int side = 0;
    for (int i = 0; i < angleRad.length; i++) {
      int now = isAtEnd(i, true) ? -1 : isAtEnd(i, false) ? 1 : 0;
      if (now != 0 && now != side) {
        count += side == 0 ? 0 : 1;
        side = now;
      }
    }
    return count;
  }

  static Vector3D vector(MotionTrace trace, int channel, int i) {
    return new Vector3D(trace.get(channel, i), trace.get(channel + 1, i), trace.get(channel + 2, i));
  }

  private static Vector3D meanUp(MotionTrace trace) {
    Vector3D sum = Vector3D.ZERO;
    for (int i = 0; i < trace.size(); i++) {
      sum = sum.add(vector(trace, MotionTrace.UP, i));
    }
    return sum;
  }

  private static double standardDeviation(double[] values) {
    double sum = 0.0;
    double squares = 0.0;
    for (double v : values) {
      sum += v;
      squares += v * v;
    }
    double mean = sum / values.length;
    return Math.sqrt(Math.max(0.0, squares / values.length - mean * mean));
  }

  private static double clamp(double value, double limit) {
    return Math.max(-limit, Math.min(limit, value));
  }
}
