package io.flatback.evaluate.alarms;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How the values of one metric scatter from rep to rep: normally, with a standard deviation of 1, each correlated
 * with the one before.
 */
record RepNoise(double autocorrelation) {
  static final RepNoise INDEPENDENT = new RepNoise(0);

  RepNoise {
    if (!(autocorrelation >= 0) || autocorrelation >= 1) {
      throw new IllegalArgumentException("autocorrelation " + autocorrelation + ": expected 0 to below 1");
    }
  }

  /** A stable set, or what scatters in a drifting one. */
  void fill(SplittableRandom random, double[] set) {
    double fresh = Math.sqrt(1 - autocorrelation * autocorrelation);
    for (int i = 0; i < set.length; i++) {
      double value = random.nextGaussian();
      set[i] = i == 0 ? value : autocorrelation * set[i - 1] + fresh * value;
    }
  }

  /**
   * Adds what metrics that belong together share, so that any two are correlated by {@code correlation} at the same
   * rep; each keeps its scatter.
   */
  static void mix(double[] shared, double[] set, double correlation) {
    double common = Math.sqrt(correlation);
    double own = Math.sqrt(1 - correlation);
    Arrays.setAll(set, i -> common * shared[i] + own * set[i]);
  }
}
