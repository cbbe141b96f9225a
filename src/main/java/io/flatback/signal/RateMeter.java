package io.flatback.signal;

import java.util.Arrays;

/**
 * How many readings come in a second: the median of the slopes between all pairs of (seconds, readings so
 * far) between which nothing is suspected to be missing. A third of the points may be wrong by anything.
 *
 * <p>Points lie close at first, so that there is a rate in the first second, and are thinned to {@value
 * #SPACING_SECONDS} s over a minute as they come in. Memory does not grow.
 *
 * <p>Source: Theil 1950, Sen 1968. Deviation: a window, and pairs across a break are left out.
 */
final class RateMeter {
  static final int POINTS = 64;
  static final double SPACING_SECONDS = 1.0;

  private final double[] seconds = new double[POINTS];
  private final double[] readings = new double[POINTS];
  private final long[] segments = new long[POINTS];
  private final double[] slopes = new double[POINTS * (POINTS - 1) / 2];
  private int count;
  private long segment;
  private double spacingSeconds;
  private double rateHz = Double.NaN;

  /** Seconds rise; what comes too soon after the point before is left out. */
  void add(double atSeconds, double readingsSoFar) {
    if (count > 0 && atSeconds - seconds[count - 1] <= spacingSeconds) {
      return;
    }
    if (count == POINTS) {
      makeRoom();
    }
    seconds[count] = atSeconds;
    readings[count] = readingsSoFar;
    segments[count++] = segment;
    rateHz = slope();
  }

  private void makeRoom() {
    if (spacingSeconds >= SPACING_SECONDS) {
      keep(1, 1);
      return;
    }
    keep(0, 2);
    double meanSeconds = (seconds[count - 1] - seconds[0]) / (count - 1);
    spacingSeconds = Math.min(SPACING_SECONDS, 0.9 * meanSeconds);
  }

  private void keep(int first, int step) {
    int kept = 0;
    for (int i = first; i < count; i += step) {
      seconds[kept] = seconds[i];
      readings[kept] = readings[i];
      segments[kept++] = segments[i];
    }
    count = kept;
  }

  /** Something may be missing between the point before and the next. */
  void breakHere() {
    segment++;
  }

  void clear() {
    count = 0;
    spacingSeconds = 0;
    rateHz = Double.NaN;
  }

  private double slope() {
    int pairs = 0;
    for (int i = 1; i < count; i++) {
      for (int j = 0; j < i; j++) {
        if (segments[i] == segments[j]) {
          slopes[pairs++] = (readings[i] - readings[j]) / (seconds[i] - seconds[j]);
        }
      }
    }
    if (pairs == 0) {
      return rateHz;
    }
    Arrays.sort(slopes, 0, pairs);
    return pairs % 2 == 1 ? slopes[pairs / 2] : (slopes[pairs / 2 - 1] + slopes[pairs / 2]) / 2;
  }

  int count() {
    return count;
  }

  /** Over how many seconds the points lie. */
  double spanSeconds() {
    return count == 0 ? 0 : seconds[count - 1] - seconds[0];
  }

  /** NaN with fewer than two points. */
  double rateHz() {
    return rateHz;
  }
}
