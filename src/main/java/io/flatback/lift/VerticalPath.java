package io.flatback.lift;

import io.flatback.motion.ZeroVelocity;

/**
 * Height of the sensor within one rep, by integrating its vertical acceleration twice. The velocity is brought
 * to zero wherever the lifter rests (zero-velocity update): at both ends, and in every pause between; so an
 * error of the accelerometer that comes and goes with the posture does not grow over a pause. For a rep that
 * begins and ends standing the height is brought to zero too.
 */
final class VerticalPath {
  /** own: of lifts of real sets; they end within 0.16 m of where they began, long and far ones least surely. */
  private static final double HEIGHT_ERROR_M = 0.04;

  private static final double HEIGHT_ERROR_MPS2 = 0.007;
  private static final double HEIGHT_ERROR_SHARE = 0.4;

  private final double[] timeSeconds;
  private final double[] heightM;
  private final double netRiseM;
  private final double dropM;
  private final int lowest;

  /** @param closed begins and ends at the same height */
  VerticalPath(LiftFrames frames, long from, long to, boolean closed) {
    int n = (int) (to - from + 1);
    timeSeconds = new double[n];
    double[] accel = new double[n];
    for (int i = 0; i < n; i++) {
      timeSeconds[i] = (frames.timeNanos(from + i) - frames.timeNanos(from)) * 1e-9;
      accel[i] = frames.verticalAccelMps2(from + i);
    }
    double[] velocity = integral(accel);
    ZeroVelocity.takeOutRamp(timeSeconds, velocity, 0, n - 1);
    bringToRest(velocity, ZeroVelocity.rests(timeSeconds, rates(frames, from, n), accel, velocity));
    heightM = integral(velocity);
    netRiseM = heightM[n - 1];
    dropM = -heightM[lowestOf(heightM)];
    if (closed) {
      ZeroVelocity.takeOutRamp(timeSeconds, heightM, 0, n - 1);
    }
    lowest = lowestOf(heightM);
  }

  /** Offset of the lowest row from the first. */
  int lowest() {
    return lowest;
  }

  /** It was as low as this, as far as an error of the height can tell. */
  boolean isAsLow(int offset) {
    return heightM[offset] - heightM[lowest] <= errorM();
  }

  private double errorM() {
    double seconds = timeSeconds[timeSeconds.length - 1];
    return HEIGHT_ERROR_M + HEIGHT_ERROR_MPS2 * seconds * seconds;
  }

  /** Rise from the lowest point to the end. */
  double travelM() {
    return heightM[heightM.length - 1] - heightM[lowest];
  }

  /**
   * By how much it ended higher or lower than it should have, had it gone down and come up: what an error of
   * the height explains is taken off. Negative for who sits down, positive for who rises from a seat.
   */
  double oneWayM() {
    double explainedM = errorM() + HEIGHT_ERROR_SHARE * Math.min(dropM, dropM + netRiseM);
    return Math.signum(netRiseM) * Math.max(0.0, Math.abs(netRiseM) - explainedM);
  }

  /** Offset of the last row that is within {@code share} of the travel above the lowest point. */
  int lastNearLowest(double share) {
    double limit = heightM[lowest] + share * travelM();
    for (int i = heightM.length - 1; i > lowest; i--) {
      if (heightM[i] <= limit) {
        return i;
      }
    }
    return lowest;
  }

  private static double[] rates(LiftFrames frames, long from, int n) {
    double[] rateRadPerSec = new double[n];
    for (int i = 0; i < n; i++) {
      rateRadPerSec[i] = Math.toRadians(frames.rateDps(from + i));
    }
    return rateRadPerSec;
  }

  private void bringToRest(double[] velocity, boolean[] rest) {
    int from = 0;
    for (int i = 1; i < velocity.length; i++) {
      if (rest[i] || i == velocity.length - 1) {
        ZeroVelocity.bringToRest(timeSeconds, velocity, from, i);
        from = i;
      }
    }
  }

  private double[] integral(double[] values) {
    double[] sum = new double[values.length];
    for (int i = 1; i < values.length; i++) {
      sum[i] = sum[i - 1] + 0.5 * (values[i] + values[i - 1]) * (timeSeconds[i] - timeSeconds[i - 1]);
    }
    return sum;
  }

  private static int lowestOf(double[] values) {
    int min = 0;
    for (int i = 1; i < values.length; i++) {
      min = values[i] < values[min] ? i : min;
    }
    return min;
  }
}
