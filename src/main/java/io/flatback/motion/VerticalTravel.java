package io.flatback.motion;

/**
 * Height of the sensor over a stretch of time, from its vertical acceleration.
 *
 * <p>Twice integrated, with slow drift taken out after each step by a moving average over {@value
 * #DRIFT_SECONDS} s: good for the rise and fall within a rep, blind to where the wearer walks. An error of
 * the inclination enters only in second order, which is why height can tell which end of a hinge is
 * standing.
 */
final class VerticalTravel {
  /** own: longer than a rep, shorter than the drift of a few centi-g; replaced by a smoother per rep. */
  private static final double DRIFT_SECONDS = 4.0;

  private VerticalTravel() {}

  /**
   * Heights in metres about their own running mean.
   *
   * @param verticalAccelMps2 evenly spaced; not changed
   */
  static double[] heightM(double[] verticalAccelMps2, double stepSeconds) {
    int window = (int) Math.round(DRIFT_SECONDS / stepSeconds) | 1;
    double[] accel = withoutRunningMean(verticalAccelMps2, 2 * window + 1);
    double[] velocity = withoutRunningMean(integral(accel, stepSeconds), window);
    return withoutRunningMean(integral(velocity, stepSeconds), window);
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
