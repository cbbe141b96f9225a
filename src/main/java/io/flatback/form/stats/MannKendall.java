package io.flatback.form.stats;

/**
 * Test against an upward trend by the order of the values alone.
 *
 * <p>The p is exact: it counts orders, all equally likely without a trend. Equal values count neither for
 * nor against; their score is rounded away from significance to the next one that distinct values can
 * reach, so that ties never make the p smaller than the exact one.
 *
 * <p>Source: [mann-1945]; the distribution is that of the number of inversions of a random order.
 */
public final class MannKendall {
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
    return upperTail(values.length, score(values));
  }

  /** Probability that {@code n} values without a trend score at least {@code score}. */
  public static double upperTail(int n, int score) {
    double[] inversions = inversions(n);
    int pairs = n * (n - 1) / 2;
    int atMost = Math.min(pairs, Math.ceilDiv(pairs - score, 2));
    double p = 0;
    for (int i = 0; i <= atMost; i++) {
      p += inversions[i];
    }
    return Math.min(1, p);
  }

  /** Probability of each number of inversions in a random order of {@code n}, one element at a time. */
  private static double[] inversions(int n) {
    double[] of = {1};
    for (int size = 2; size <= n; size++) {
      double[] next = new double[size * (size - 1) / 2 + 1];
      for (int i = 0; i < of.length; i++) {
        for (int added = 0; added < size; added++) {
          next[i + added] += of[i] / size;
        }
      }
      of = next;
    }
    return of;
  }
}
