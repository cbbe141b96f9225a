package io.flatback.evaluate.alarms;

import io.flatback.form.stats.TrendChart;

/** A statistic whose largest value over a set is held against a limit. */
enum Chart {
  ONE_REP("one rep") {
    @Override
    double largest(double[] set, int baselineReps, Knowledge.Prior noise) {
      double mean = mean(set, baselineReps);
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = baselineReps; i < set.length; i++) {
        largest = Math.max(largest, (set[i] - mean) / noise.sigma());
      }
      return largest;
    }
  },
  TWO_CONSECUTIVE("two consecutive") {
    @Override
    double largest(double[] set, int baselineReps, Knowledge.Prior noise) {
      double mean = mean(set, baselineReps);
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = baselineReps + 1; i < set.length; i++) {
        largest = Math.max(largest, (Math.min(set[i], set[i - 1]) - mean) / noise.sigma());
      }
      return largest;
    }
  },
  /** Sums what exceeds half a sigma. */
  CUSUM("CUSUM (K = .5)") {
    @Override
    double largest(double[] set, int baselineReps, Knowledge.Prior noise) {
      double mean = mean(set, baselineReps);
      double sum = 0;
      double largest = 0;
      for (int i = baselineReps; i < set.length; i++) {
        sum = Math.max(0, sum + (set[i] - mean) / noise.sigma() - CUSUM_K);
        largest = Math.max(largest, sum);
      }
      return largest;
    }
  },
  /** In standard deviations that the average has so early in the set. */
  EWMA("EWMA (λ = .3)") {
    @Override
    double largest(double[] set, int baselineReps, Knowledge.Prior noise) {
      double mean = mean(set, baselineReps);
      double average = 0;
      double kept = 1;
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = baselineReps; i < set.length; i++) {
        average += LAMBDA * ((set[i] - mean) / noise.sigma() - average);
        kept *= (1 - LAMBDA) * (1 - LAMBDA);
        largest = Math.max(largest, average / Math.sqrt(LAMBDA / (2 - LAMBDA) * (1 - kept)));
      }
      return largest;
    }
  },
  /** The product's. Its baseline is the level that it fits itself. */
  TREND("trend") {
    @Override
    double largest(double[] set, int baselineReps, Knowledge.Prior noise) {
      float[] looks = new float[set.length];
      looks(set, noise, looks);
      double largest = Double.NEGATIVE_INFINITY;
      for (float look : looks) {
        largest = Math.max(largest, look);
      }
      return largest;
    }
  };

  private static final double CUSUM_K = .5;
  private static final double LAMBDA = .3;

  private final String title;

  Chart(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** @param noise of the wearer, as far as it is known; the true one is 1 */
  abstract double largest(double[] set, int baselineReps, Knowledge.Prior noise);

  private static double mean(double[] set, int reps) {
    double sum = 0;
    for (int i = 0; i < reps; i++) {
      sum += set[i];
    }
    return sum / reps;
  }

  /** The trend's statistic after each rep; minus infinity where there are too few. */
  static void looks(double[] set, Knowledge.Prior noise, float[] looks) {
    TrendChart chart = new TrendChart(noise.sigma(), noise.degreesOfFreedom());
    for (int i = 0; i < set.length; i++) {
      chart.add(i, set[i]);
      looks[i] = chart.rise().map(rise -> (float) rise.statistic()).orElse(Float.NEGATIVE_INFINITY);
    }
  }
}
