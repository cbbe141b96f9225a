package io.flatback.lift;

import io.flatback.motion.ZeroVelocity;

/**
 * Height of the sensor within one rep, by integrating its vertical acceleration twice. The velocity is brought
 * to zero wherever the lifter rests (zero-velocity update): at both ends, and in every pause between; so an
 * error of the accelerometer that comes and goes with the posture does not grow over a pause. For a rep that
 * begins and ends standing the height is brought to zero too. One instance for all reps, one after the other.
 */
final class VerticalPath {
  /** own: of lifts of real sets; they end within 0.16 m of where they began, long and far ones least surely. */
  private static final double HEIGHT_ERROR_M = 0.04;

  private static final double HEIGHT_ERROR_MPS2 = 0.007;
  private static final double HEIGHT_ERROR_SHARE = 0.4;

  private double[] timeSeconds = new double[0];
  private double[] accelMps2 = new double[0];
  private double[] rateRadPerSec = new double[0];
  private double[] velocityMps = new double[0];
  private double[] heightM = new double[0];
  private boolean[] rest = new boolean[0];
  private int size;
  private double netRiseM;
  private double dropM;
  private int lowest;

  /**
   * Forgets the rep before.
   *
   * @param closed begins and ends at the same height
   */
  void integrate(LiftFrames frames, long from, long to, boolean closed) {
    read(frames, from, (int) (to - from + 1));
    integrate(accelMps2, velocityMps);
    ZeroVelocity.takeOutRamp(timeSeconds, velocityMps, 0, size - 1);
    ZeroVelocity.rests(size, timeSeconds, rateRadPerSec, accelMps2, velocityMps, rest);
    bringToRest();
    integrate(velocityMps, heightM);
    netRiseM = heightM[size - 1];
    dropM = -heightM[lowestOf(heightM)];
    if (closed) {
      ZeroVelocity.takeOutRamp(timeSeconds, heightM, 0, size - 1);
    }
    lowest = lowestOf(heightM);
  }

  private void read(LiftFrames frames, long from, int rows) {
    makeRoom(rows);
    size = rows;
    for (int i = 0; i < rows; i++) {
      timeSeconds[i] = (frames.timeNanos(from + i) - frames.timeNanos(from)) * 1e-9;
      accelMps2[i] = frames.verticalAccelMps2(from + i);
      rateRadPerSec[i] = Math.toRadians(frames.rateDps(from + i));
    }
  }

  private void makeRoom(int rows) {
    if (timeSeconds.length < rows) {
      int room = Math.max(rows, Math.min(LiftFrames.CAPACITY, 2 * rows));
      timeSeconds = new double[room];
      accelMps2 = new double[room];
      rateRadPerSec = new double[room];
      velocityMps = new double[room];
      heightM = new double[room];
      rest = new boolean[room];
    }
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
    double seconds = timeSeconds[size - 1];
    return HEIGHT_ERROR_M + HEIGHT_ERROR_MPS2 * seconds * seconds;
  }

  /** Rise from the lowest point to the end. */
  double travelM() {
    return heightM[size - 1] - heightM[lowest];
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
    for (int i = size - 1; i > lowest; i--) {
      if (heightM[i] <= limit) {
        return i;
      }
    }
    return lowest;
  }

  private void bringToRest() {
    int from = 0;
    for (int i = 1; i < size; i++) {
      if (rest[i] || i == size - 1) {
        ZeroVelocity.bringToRest(size, timeSeconds, velocityMps, from, i);
        from = i;
      }
    }
  }

  private void integrate(double[] values, double[] sum) {
    sum[0] = 0.0;
    for (int i = 1; i < size; i++) {
      sum[i] = sum[i - 1] + 0.5 * (values[i] + values[i - 1]) * (timeSeconds[i] - timeSeconds[i - 1]);
    }
  }

  private int lowestOf(double[] values) {
    int min = 0;
    for (int i = 1; i < size; i++) {
      min = values[i] < values[min] ? i : min;
    }
    return min;
  }
}
