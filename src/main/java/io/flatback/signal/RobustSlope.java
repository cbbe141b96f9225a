package io.flatback.signal;

import java.util.Arrays;

/**
 * Slope of y over x for the latest points, by the median of all pairwise slopes: a third of the points may
 * be wrong by anything. Points come with rising x.
 *
 * <p>Source: Theil 1950, Sen 1968. Deviation: a window of the latest points.
 */
final class RobustSlope {
  private final double[] xs;
  private final double[] ys;
  private int count;
  private int next;

  RobustSlope(int window) {
    xs = new double[window];
    ys = new double[window];
  }

  void add(double x, double y) {
    xs[next] = x;
    ys[next] = y;
    next = (next + 1) % xs.length;
    count = Math.min(count + 1, xs.length);
  }

  int count() {
    return count;
  }

  void clear() {
    count = 0;
    next = 0;
  }

  /** NaN with fewer than two points. */
  double slope() {
    double[] slopes = new double[count * (count - 1) / 2];
    int pairs = 0;
    for (int i = 1; i < count; i++) {
      for (int j = 0; j < i; j++) {
        slopes[pairs++] = (ys[i] - ys[j]) / (xs[i] - xs[j]);
      }
    }
    if (pairs == 0) {
      return Double.NaN;
    }
    Arrays.sort(slopes);
    return pairs % 2 == 1 ? slopes[pairs / 2] : (slopes[pairs / 2 - 1] + slopes[pairs / 2]) / 2;
  }
}
