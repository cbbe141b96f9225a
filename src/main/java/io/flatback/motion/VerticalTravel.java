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

  private final double[] timeSeconds;
  private final double[] accel;
  private final double[] velocity;
  private final double[] prefix;
  private final double[] spare;
  private final boolean[] rest;

  /** @param capacity the most rows ever */
  VerticalTravel(int capacity) {
    timeSeconds = new double[capacity];
    accel = new double[capacity];
    velocity = new double[capacity];
    prefix = new double[capacity + 1];
    spare = new double[capacity];
    rest = new boolean[capacity];
  }

  /**
   * Heights in metres about their own running mean.
   *
   * @param verticalAccelMps2 evenly spaced; not changed
   * @param rateRadPerSec how fast the sensor turns
   * @param heightM is overwritten
   */
  void heightM(int size, double[] verticalAccelMps2, double[] rateRadPerSec, double stepSeconds, double[] heightM) {
    int window = (int) Math.round(DRIFT_SECONDS / stepSeconds) | 1;
    withoutRunningMean(size, verticalAccelMps2, 2 * window + 1, accel);
    integrate(size, accel, stepSeconds, spare);
    withoutRunningMean(size, spare, window, velocity);
    bringToRest(size, rateRadPerSec, stepSeconds);
    integrate(size, velocity, stepSeconds, spare);
    withoutRunningMean(size, spare, (int) Math.round(HEIGHT_DRIFT_SECONDS / stepSeconds) | 1, heightM);
  }

  private void bringToRest(int size, double[] rate, double stepSeconds) {
    for (int i = 0; i < size; i++) {
      timeSeconds[i] = i * stepSeconds;
    }
    ZeroVelocity.rests(size, timeSeconds, rate, accel, velocity, rest);
    int from = -1;
    for (int i = 0; i < size; i++) {
      if (rest[i]) {
        if (from >= 0 && timeSeconds[i] - timeSeconds[from] <= RESTLESS_SECONDS) {
          integrateBetween(from, i);
        }
        from = i;
      }
    }
  }

  private void integrateBetween(int from, int to) {
    velocity[from] = 0.0;
    for (int i = from + 1; i <= to; i++) {
      velocity[i] = velocity[i - 1] + 0.5 * (accel[i] + accel[i - 1]) * (timeSeconds[i] - timeSeconds[i - 1]);
    }
    ZeroVelocity.takeOutRamp(timeSeconds, velocity, from, to);
  }

  private static void integrate(int size, double[] values, double stepSeconds, double[] sum) {
    double total = 0.0;
    for (int i = 0; i < size; i++) {
      total += values[i] * stepSeconds;
      sum[i] = total;
    }
  }

  private void withoutRunningMean(int size, double[] values, int window, double[] out) {
    runningMean(size, values, window, out);
    for (int i = 0; i < size; i++) {
      out[i] = values[i] - out[i];
    }
  }

  /** Centred; over what there is of the window at the ends. {@code mean} may be {@code values}. */
  void runningMean(int size, double[] values, int window, double[] mean) {
    int half = window / 2;
    for (int i = 0; i < size; i++) {
      prefix[i + 1] = prefix[i] + values[i];
    }
    for (int i = 0; i < size; i++) {
      int from = Math.max(0, i - half);
      int to = Math.min(size, i + half + 1);
      mean[i] = (prefix[to] - prefix[from]) / (to - from);
    }
  }
}
