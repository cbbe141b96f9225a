package io.flatback.evaluate.alarms;

import io.flatback.evaluate.InParallel;
import io.flatback.form.stats.TrendChart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * Limits for each rep by spending false alarms: at each, the limit is the value that just so many of the sets reach
 * that have not alarmed before. Kept of each set are its looks, four bytes each, and nothing else.
 */
final class Boundary {
  private static final int CHUNK = 10_000;

  /** For each rep the statistic of every set. */
  private final float[][] looks;

  private Boundary(float[][] looks) {
    this.looks = looks;
  }

  int sets() {
    return looks[0].length;
  }

  /** Simulates stable sets of the longest length. */
  static Boundary of(int sets, long seed, int longest, RepNoise noise, Knowledge knowledge) throws IOException {
    float[][] looks = new float[longest][sets];
    List<Callable<Integer>> work = new ArrayList<>();
    SplittableRandom root = new SplittableRandom(seed);
    for (int from = 0; from < sets; from += CHUNK) {
      int first = from;
      SplittableRandom random = root.split();
      work.add(() -> fill(looks, first, random, noise, knowledge));
    }
    InParallel.run(work);
    return new Boundary(looks);
  }

  private static int fill(float[][] looks, int from, SplittableRandom random, RepNoise noise, Knowledge knowledge) {
    double[] set = new double[looks.length];
    float[] of = new float[looks.length];
    int to = Math.min(looks[0].length, from + CHUNK);
    for (int i = from; i < to; i++) {
      Knowledge.Prior prior = knowledge.draw(random, noise);
      noise.fill(random, set);
      Chart.looks(set, prior, of);
      for (int rep = 0; rep < of.length; rep++) {
        looks[rep][i] = of[rep];
      }
    }
    return to;
  }

  /**
   * One limit for each rep from {@link TrendChart#FEWEST} on.
   *
   * @param ratioPerSet that all of them spend up to where the share is 1
   */
  double[] limits(double ratioPerSet, Spending spending) {
    double[] limits = new double[looks.length - TrendChart.FEWEST + 1];
    boolean[] alarmed = new boolean[looks[0].length];
    long spent = 0;
    for (int i = 0; i < limits.length; i++) {
      int rep = TrendChart.FEWEST + i;
      long due = Math.round(ratioPerSet * spending.share(rep) * alarmed.length);
      limits[i] = limit(looks[rep - 1], alarmed, (int) (due - spent));
      spent += mark(looks[rep - 1], alarmed, limits[i]);
    }
    return limits;
  }

  /** Reached by so many of those that have not alarmed. */
  private static double limit(float[] statistic, boolean[] alarmed, int count) {
    float[] left = new float[statistic.length];
    int size = 0;
    for (int i = 0; i < statistic.length; i++) {
      if (!alarmed[i]) {
        left[size++] = statistic[i];
      }
    }
    Arrays.parallelSort(left, 0, size);
    return left[size - Math.max(1, count)];
  }

  private static int mark(float[] statistic, boolean[] alarmed, double limit) {
    int marked = 0;
    for (int i = 0; i < statistic.length; i++) {
      if (!alarmed[i] && statistic[i] >= limit) {
        alarmed[i] = true;
        marked++;
      }
    }
    return marked;
  }

  /** Share of the sets that reach a limit up to each rep from {@link TrendChart#FEWEST} on. */
  double[] shares(double[] limits) {
    double[] shares = new double[limits.length];
    boolean[] alarmed = new boolean[looks[0].length];
    int spent = 0;
    for (int i = 0; i < limits.length; i++) {
      spent += mark(looks[TrendChart.FEWEST + i - 1], alarmed, limits[i]);
      shares[i] = (double) spent / alarmed.length;
    }
    return shares;
  }
}
