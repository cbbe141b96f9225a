package io.flatback.motion;

/**
 * Height of the sensor over a stretch of time, from its vertical acceleration.
 *
 * <p>Twice integrated. Between two rests the velocity is brought to zero at both; where the wearer does not
 * rest for long, slow drift is taken out by a moving average. Good for the rise and fall within a rep, blind to
 * where the wearer walks. Where he rests at both ends of the hinge, what the accelerometer shows there is its
 * error, and is taken out over the way between. An error of the inclination enters only in second order, which
 * is why height can tell which end of a hinge is standing. After a hole everything starts anew.
 */
final class VerticalTravel {
  /** own: longer than a rep, shorter than the drift of a few centi-g. */
  private static final double DRIFT_SECONDS = 4.0;

  /** own: without a rest for this long the drift of a straight line is no better than a moving average. */
  private static final double RESTLESS_SECONDS = 6.0;
  /** own: longer than a rep with a pause. */
  private static final double HEIGHT_DRIFT_SECONDS = 10.0;

  /** own: rests 20° apart tell how the accelerometer's error changes with the posture. */
  private static final double APART = 2.0 * Math.sin(Math.toRadians(20.0) / 2.0);
  /** own: at least one rest in twenty-five lies at the other end. */
  private static final double LEAST_SPREAD = 0.04;

  private static final double REST_HALF_SECONDS = 0.15;

  /** own: rows further apart than so many steps lie on two sides of a hole. */
  private static final double HOLE_STEPS = 2.5;

  private final double[] timeSeconds;
  private final double[] accel;
  private final double[] velocity;
  private final double[] prefix;
  private final double[] spare;
  private final double[] along;
  private final boolean[] rest;

  /** @param capacity the most rows ever */
  VerticalTravel(int capacity) {
    timeSeconds = new double[capacity];
    accel = new double[capacity];
    velocity = new double[capacity];
    prefix = new double[capacity + 1];
    spare = new double[capacity];
    along = new double[capacity];
    rest = new boolean[capacity];
  }

  /**
   * Heights in metres about their own running mean.
   *
   * @param timesNanos evenly spaced but for holes
   * @param verticalAccelMps2 not changed
   * @param rateRadPerSec how fast the sensor turns
   * @param up earth's up in the sensor frame: x, y and z, each over the rows
   * @param heightM is overwritten
   */
  void heightM(
      int size, long[] timesNanos, double[] verticalAccelMps2, double[] rateRadPerSec, double[][] up,
      double stepSeconds, double[] heightM) {
    for (int i = 0; i < size; i++) {
      timeSeconds[i] = (timesNanos[i] - timesNanos[0]) * 1e-9;
    }
    findVelocity(size, verticalAccelMps2, stepSeconds);
    ZeroVelocity.rests(size, timeSeconds, rateRadPerSec, accel, velocity, rest);
    if (takeOutError(size, verticalAccelMps2, up, stepSeconds, heightM)) {
      findVelocity(size, heightM, stepSeconds);
    }
    int window = (int) Math.round(HEIGHT_DRIFT_SECONDS / stepSeconds) | 1;
    int to;
    for (int from = 0; from < size; from = to) {
      to = holeAfter(from, size, stepSeconds);
      bringToRest(from, to);
      integrate(from, to, velocity, stepSeconds, spare);
      withoutRunningMean(from, to, spare, window, heightM);
    }
  }

  /** The first row that lies beyond the next hole. */
  private int holeAfter(int from, int size, double stepSeconds) {
    int to = from + 1;
    while (to < size && timeSeconds[to] - timeSeconds[to - 1] <= HOLE_STEPS * stepSeconds) {
      to++;
    }
    return to;
  }

  private void findVelocity(int size, double[] verticalAccelMps2, double stepSeconds) {
    int window = (int) Math.round(DRIFT_SECONDS / stepSeconds) | 1;
    int to;
    for (int from = 0; from < size; from = to) {
      to = holeAfter(from, size, stepSeconds);
      withoutRunningMean(from, to, verticalAccelMps2, 2 * window + 1, accel);
      integrate(from, to, accel, stepSeconds, spare);
      withoutRunningMean(from, to, spare, window, velocity);
    }
  }

  /**
   * Least squares of the acceleration at rest over where up lies, along the line between the two rests furthest
   * apart.
   *
   * @param out the acceleration without its error
   * @return false where the rests are too much alike to tell
   */
  private boolean takeOutError(int size, double[] accelMps2, double[][] up, double stepSeconds, double[] out) {
    int first = furthestRest(size, up, -1);
    int second = furthestRest(size, up, first);
    if (second < 0 || distance(up, first, second) < APART) {
      return false;
    }
    lay(size, up, first, second);
    int half = (int) Math.round(REST_HALF_SECONDS / stepSeconds);
    int count = 0;
    double places = 0.0;
    double squares = 0.0;
    double errors = 0.0;
    double products = 0.0;
    for (int i = half; i < size - half; i++) {
      for (int k = i - half; rest[i] && k <= i + half; k++) {
        count++;
        places += along[k];
        squares += along[k] * along[k];
        errors += accelMps2[k];
        products += along[k] * accelMps2[k];
      }
    }
    double variance = count == 0 ? 0.0 : squares / count - places / count * (places / count);
    if (variance < LEAST_SPREAD) {
      return false;
    }
    double slope = (products / count - places / count * (errors / count)) / variance;
    for (int i = 0; i < size; i++) {
      out[i] = accelMps2[i] - errors / count - slope * (along[i] - places / count);
    }
    return true;
  }

  /** @param from −1 for the first rest there is; −1 where there is none */
  private int furthestRest(int size, double[][] up, int from) {
    int furthest = -1;
    for (int i = 0; i < size; i++) {
      boolean further = furthest < 0 || (from >= 0 && distance(up, from, i) > distance(up, from, furthest));
      furthest = rest[i] && further ? i : furthest;
    }
    return furthest;
  }

  private static double distance(double[][] up, int a, int b) {
    double x = up[0][a] - up[0][b];
    double y = up[1][a] - up[1][b];
    double z = up[2][a] - up[2][b];
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** Where each row's up lies between the two: 0 at the first, 1 at the second. */
  private void lay(int size, double[][] up, int first, int second) {
    double squared = distance(up, first, second) * distance(up, first, second);
    for (int i = 0; i < size; i++) {
      double sum = 0.0;
      for (int c = 0; c < 3; c++) {
        sum += (up[c][i] - up[c][first]) * (up[c][second] - up[c][first]);
      }
      along[i] = sum / squared;
    }
  }

  private void bringToRest(int from, int to) {
    int last = -1;
    for (int i = from; i < to; i++) {
      if (rest[i]) {
        if (last >= 0 && timeSeconds[i] - timeSeconds[last] <= RESTLESS_SECONDS) {
          integrateBetween(last, i);
        }
        last = i;
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

  private static void integrate(int from, int to, double[] values, double stepSeconds, double[] sum) {
    double total = 0.0;
    for (int i = from; i < to; i++) {
      total += values[i] * stepSeconds;
      sum[i] = total;
    }
  }

  private void withoutRunningMean(int from, int to, double[] values, int window, double[] out) {
    runningMean(from, to, values, window, out);
    for (int i = from; i < to; i++) {
      out[i] = values[i] - out[i];
    }
  }

  /** Centred; over what there is of the window at the ends. {@code mean} may be {@code values}. */
  void runningMean(int size, double[] values, int window, double[] mean) {
    runningMean(0, size, values, window, mean);
  }

  private void runningMean(int begin, int end, double[] values, int window, double[] mean) {
    int half = window / 2;
    prefix[begin] = 0.0;
    for (int i = begin; i < end; i++) {
      prefix[i + 1] = prefix[i] + values[i];
    }
    int inner = Math.min(end, begin + half);
    int outer = Math.max(inner, end - half);
    meanAtEnd(begin, end, begin, inner, half, mean);
    double share = 1.0 / (2 * half + 1);
    for (int i = inner; i < outer; i++) {
      mean[i] = (prefix[i + half + 1] - prefix[i - half]) * share;
    }
    meanAtEnd(begin, end, outer, end, half, mean);
  }

  private void meanAtEnd(int begin, int end, int first, int last, int half, double[] mean) {
    for (int i = first; i < last; i++) {
      int from = Math.max(begin, i - half);
      int to = Math.min(end, i + half + 1);
      mean[i] = (prefix[to] - prefix[from]) / (to - from);
    }
  }
}
