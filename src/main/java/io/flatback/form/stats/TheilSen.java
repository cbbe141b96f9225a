package io.flatback.form.stats;

import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Slope of a line as the median of the slopes between all pairs of points. A single wild point does not
 * move it.
 */
public final class TheilSen {
  private TheilSen() {}

  /** @param x rising; at least two points */
  public static double slope(double[] x, double[] y) {
    int n = x.length;
    if (n != y.length || n < 2) {
      throw new IllegalArgumentException("a slope needs two points or more, got x=" + n + " y=" + y.length);
    }
    double[] slopes = new double[n * (n - 1) / 2];
    int pair = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        if (!(x[j] > x[i])) {
          throw new IllegalArgumentException("x must rise: x[" + i + "]=" + x[i] + " x[" + j + "]=" + x[j]);
        }
        slopes[pair++] = (y[j] - y[i]) / (x[j] - x[i]);
      }
    }
    return new Median().evaluate(slopes);
  }
}
