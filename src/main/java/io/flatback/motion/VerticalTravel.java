package io.flatback.motion;

/**
 * Height of the sensor over a stretch of time, from its vertical acceleration.
 *
 * <p>Twice integrated. Between two rests the velocity is brought to zero at both; where the wearer does not
 * rest for long, slow drift is taken out by a moving average. Good for the rise and fall within a rep, blind to
 * where the wearer walks. An error of the inclination enters only in second order, which is why height can tell
 * which end of a hinge is standing.
 */
final class VerticalTravel {
  /** own: longer than a rep, shorter than the drift of a few centi-g. */
  private static final double DRIFT_SECONDS = 4.0;

  /** own: without a rest for this long the drift of a straight line is no better than a moving average. */
  private static final double RESTLESS_SECONDS = 6.0;
  /** own: longer than a rep with a pause. */
  private static final double HEIGHT_DRIFT_SECONDS = 10.0;

  private VerticalTravel() {}

  /**
   * Heights in metres about their own running mean.
   *
   * @param verticalAccelMps2 evenly spaced; not changed
   * @param rateRadPerSec how fast the sensor turns
   */
  static double[] heightM(double[] verticalAccelMps2, double[] rateRadPerSec, double stepSeconds) {
    int window = (int) Math.round(DRIFT_SECONDS / stepSeconds) | 1;
    double[] accel = withoutRunningMean(verticalAccelMps2, 2 * window + 1);
    double[] coarse = withoutRunningMean(integral(accel, stepSeconds), window);
    double[] velocity = atRests(accel, rateRadPerSec, coarse, stepSeconds);
    return withoutRunningMean(
        integral(velocity, stepSeconds), (int) Math.round(HEIGHT_DRIFT_SECONDS / stepSeconds) | 1);
  }

  private static double[] atRests(double[] accel, double[] rate, double[] coarse, double stepSeconds) {
    double[] timeSeconds = new double[accel.length];
    for (int i = 0; i < accel.length; i++) {
      timeSeconds[i] = i * stepSeconds;
    }
    boolean[] rest = ZeroVelocity.rests(timeSeconds, rate, accel, coarse);
    double[] velocity = coarse.clone();
    int from = -1;
    for (int i = 0; i < accel.length; i++) {
      if (rest[i]) {
        if (from >= 0 && timeSeconds[i] - timeSeconds[from] <= RESTLESS_SECONDS) {
          integrateBetween(accel, velocity, timeSeconds, from, i);
        }
        from = i;
      }
    }
    return velocity;
  }

  private static void integrateBetween(double[] accel, double[] velocity, double[] timeSeconds, int from, int to) {
    velocity[from] = 0.0;
    for (int i = from + 1; i <= to; i++) {
      velocity[i] = velocity[i - 1] + 0.5 * (accel[i] + accel[i - 1]) * (timeSeconds[i] - timeSeconds[i - 1]);
    }
    ZeroVelocity.takeOutRamp(timeSeconds, velocity, from, to);
  }

  private static double[] integral(double[] values, double stepSeconds) {
    double[] sum = new double[values.length];
    double total = 0.0;
    for (int i = 0; i < values.length; i++) {
      total += values[i] * stepSeconds;
      sum[i] = total;
    }
    return sum;
  }

  private static double[] withoutRunningMean(double[] values, int window) {
    double[] mean = runningMean(values, window);
    for (int i = 0; i < mean.length; i++) {
      mean[i] = values[i] - mean[i];
    }
    return mean;
  }

  /** Centred; over what there is of the window at the ends. */
  static double[] runningMean(double[] values, int window) {
    int n = values.length;
    int half = window / 2;
    double[] prefix = new double[n + 1];
    for (int i = 0; i < n; i++) {
      prefix[i + 1] = prefix[i] + values[i];
    }
    double[] mean = new double[n];
    for (int i = 0; i < n; i++) {
      int from = Math.max(0, i - half);
      int to = Math.min(n, i + half + 1);
      mean[i] = (prefix[to] - prefix[from]) / (to - from);
    }
    return mean;
  }
}
