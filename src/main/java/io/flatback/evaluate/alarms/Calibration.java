package io.flatback.evaluate.alarms;

import io.flatback.evaluate.InParallel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * Limits of charts from stable sets: of so many, a set share lies above. The same seed gives the same limits,
 * however many processors there are.
 *
 * @param sets to simulate for each limit
 */
record Calibration(int sets, long seed) {
  private static final int CHUNK = 20_000;

  /** One kind of set, and what is known of its lifter. */
  record Condition(int reps, int baselineReps, RepNoise noise, Knowledge knowledge) {
    static Condition of(int reps, double autocorrelation, Knowledge knowledge) {
      return new Condition(reps, reps <= 5 ? 2 : 3, new RepNoise(autocorrelation), knowledge);
    }
  }

  /** Largest values of a chart, rising. */
  static final class Ordered {
    private final double[] values;

    private Ordered(double[] values) {
      this.values = values;
    }

    /** The value that this share of the sets reaches. */
    double exceededBy(double share) {
      return values[values.length - Math.max(1, (int) Math.round(share * values.length))];
    }

    /** Share of the sets that reach a limit. */
    double shareFrom(double limit) {
      int at = Arrays.binarySearch(values, limit);
      int below = at >= 0 ? at : -at - 1;
      while (below > 0 && values[below - 1] == limit) {
        below--;
      }
      return (double) (values.length - below) / values.length;
    }
  }

  /** The chart's largest value in each of the sets. */
  Ordered ordered(Chart chart, Condition condition) throws IOException {
    double[] drift = new double[condition.reps()];
    return ordered(chart, condition, drift);
  }

  /** @param drift added to each set, in sigmas */
  Ordered ordered(Chart chart, Condition condition, double[] drift) throws IOException {
    double[] largest = new double[sets];
    List<Callable<Integer>> work = new ArrayList<>();
    SplittableRandom root = new SplittableRandom(seed);
    for (int from = 0; from < sets; from += CHUNK) {
      int first = from;
      SplittableRandom random = root.split();
      work.add(() -> fill(chart, condition, drift, random, largest, first));
    }
    InParallel.run(work);
    Arrays.parallelSort(largest);
    return new Ordered(largest);
  }

  private static int fill(
      Chart chart, Condition condition, double[] drift, SplittableRandom random, double[] largest, int from) {
    double[] set = new double[condition.reps()];
    int to = Math.min(largest.length, from + CHUNK);
    for (int i = from; i < to; i++) {
      Knowledge.Prior prior = condition.knowledge().draw(random, condition.noise());
      condition.noise().fill(random, set);
      for (int rep = 0; rep < set.length; rep++) {
        set[rep] += drift[rep];
      }
      largest[i] = chart.largest(set, condition.baselineReps(), prior);
    }
    return to;
  }
}
