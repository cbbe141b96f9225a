package io.flatback.form.stats;

import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Slope of a line as the median of the slopes between all pairs of points. A single wild point does not
 * move it. Of more than {@value #MOST_COMPLETE} points only the pairs half of them apart are taken, which are as many
 * as points: the incomplete method of Theil's own paper of 1950.
 */
public final class TheilSen {
  /** own: more than any set has; a median of five thousand slopes is had in a moment. */
  static final int MOST_COMPLETE = 100;

  private TheilSen() {}

  /** @param x rising; at least two points */
  public static double slope(double[] x, double[] y) {
    int n = x.length;
    if (n != y.length || n < 2) {
      throw new IllegalArgumentException("a slope needs two points or more, got x=" + n + " y=" + y.length);
    }
    for (int i = 1; i < n; i++) {
      if (!(x[i] > x[i - 1])) {
        throw new IllegalArgumentException(
            "x must rise: x[" + (i - 1) + "]=" + x[i - 1] + " x[" + i + "]=" + x[i]);
      }
    }
    return new Median().evaluate(n <= MOST_COMPLETE ? ofAllPairs(x, y) : ofFarPairs(x, y));
  }

  private static double[] ofAllPairs(double[] x, double[] y) {
    int n = x.length;
    double[] slopes = new double[n * (n - 1) / 2];
    int pair = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[pair++] = slope(x, y, i, j);
      }
    }
    return slopes;
  }

  private static double[] ofFarPairs(double[] x, double[] y) {
    int half = x.length / 2;
    double[] slopes = new double[x.length - half];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = slope(x, y, i, i + half);
    }
    return slopes;
  }

  private static double slope(double[] x, double[] y, int i, int j) {
    return (y[j] - y[i]) / (x[j] - x[i]);
  }
}
