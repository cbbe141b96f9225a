package io.flatback.form.stats;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;

/**
 * Test against an upward trend by the order of the values alone.
 *
 * <p>The p is exact: the share of all orders of these very values that score at least as much, all orders
 * being equally likely without a trend. Equal values score nothing and leave fewer orders, which the p
 * takes into account: an approximation for distinct values would be too sure of itself. Counting orders costs the
 * fourth power of their number, so above {@value #MOST_EXACT} values the score is taken for normally distributed, with
 * the variance that the ties leave it and a correction for its steps.
 *
 * <p>Source: [mann-1945]. The number of falling pairs is a sum of independent Mann–Whitney counts, one for
 * each group of equal values against all smaller ones. The variance with ties and the correction are those of Kendall,
 * Rank Correlation Methods, chapters 3 and 4, which finds the normal curve good enough from ten values on.
 */
public final class MannKendall {
  /** own: as many as a long set has; counted in a millisecond. */
  static final int MOST_EXACT = 40;

  private MannKendall() {}

  /** Pairs that rise minus pairs that fall. */
  public static int score(double[] values) {
    int score = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        score += (int) Math.signum(values[j] - values[i]);
      }
    }
    return score;
  }

  /** One-sided p against an upward trend of these values; 1 for fewer than two. */
  public static double upwardP(double[] values) {
    return upperTail(groupSizes(values), score(values));
  }

  /** Probability that {@code n} distinct values without a trend score at least {@code score}. */
  public static double upperTail(int n, int score) {
    int[] distinct = new int[n];
    Arrays.fill(distinct, 1);
    return upperTail(distinct, score);
  }

  private static double upperTail(int[] groupSizes, int score) {
    return Arrays.stream(groupSizes).sum() <= MOST_EXACT
        ? exactUpperTail(groupSizes, score)
        : normalUpperTail(groupSizes, score);
  }

  private static double normalUpperTail(int[] groupSizes, int score) {
    int n = Arrays.stream(groupSizes).sum();
    double variance = spread(n);
    for (int size : groupSizes) {
      variance -= spread(size);
    }
    if (variance <= 0) {
      return score <= 0 ? 1 : 0;
    }
    return 0.5 * Erf.erfc((score - 1) / Math.sqrt(2 * variance));
  }

  /** Variance of the score of so many distinct values. */
  private static double spread(int n) {
    return n * (n - 1.0) * (2.0 * n + 5) / 18;
  }

  private static double exactUpperTail(int[] groupSizes, int score) {
    double[] falls = {1};
    int smaller = 0;
    for (int size : groupSizes) {
      falls = sum(falls, mannWhitney(smaller, size));
      smaller += size;
    }
    int atMost = Math.min(falls.length - 1, Math.floorDiv(falls.length - 1 - score, 2));
    double p = 0;
    for (int i = 0; i <= atMost; i++) {
      p += falls[i];
    }
    return Math.min(1, p);
  }

  private static int[] groupSizes(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int[] sizes = new int[sorted.length];
    int group = -1;
    for (int i = 0; i < sorted.length; i++) {
      boolean sameAsBefore = i > 0 && Math.signum(sorted[i] - sorted[i - 1]) == 0;
      group += sameAsBefore ? 0 : 1;
      sizes[group]++;
    }
    return Arrays.copyOf(sizes, group + 1);
  }

  /**
   * Probability of each number of pairs in which one of {@code larger} comes before one of {@code smaller},
   * by what stands last: one of the larger adds none, one of the smaller adds them all. A single one is as likely
   * anywhere.
   */
  private static double[] mannWhitney(int smaller, int larger) {
    if (larger == 1) {
      double[] even = new double[smaller + 1];
      Arrays.fill(even, 1.0 / (smaller + 1));
      return even;
    }
    double[][] of = new double[larger + 1][];
    for (int m = 0; m <= smaller; m++) {
      double[][] next = new double[larger + 1][];
      next[0] = new double[] {1};
      for (int t = 1; t <= larger; t++) {
        next[t] = new double[m * t + 1];
        for (int pairs = 0; pairs < next[t - 1].length; pairs++) {
          next[t][pairs] += next[t - 1][pairs] * t / (m + t);
        }
        for (int pairs = 0; m > 0 && pairs < of[t].length; pairs++) {
          next[t][pairs + t] += of[t][pairs] * m / (m + t);
        }
      }
      of = next;
    }
    return of[larger];
  }

  private static double[] sum(double[] one, double[] other) {
    double[] sum = new double[one.length + other.length - 1];
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < other.length; j++) {
        sum[i + j] += one[i] * other[j];
      }
    }
    return sum;
  }
}
