package io.flatback.form.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MannKendallTest {

  /** The smallest significant scores as printed in the evidence, n = 4 to 12. */
  @ParameterizedTest
  @CsvSource({"4,.05,6", "5,.05,8", "5,.01,10", "6,.05,11", "6,.01,13", "8,.05,16", "8,.01,20", "10,.05,21",
    "10,.01,27", "12,.05,26", "12,.01,36"})
  void findsThePrintedCriticalScores(int n, double alpha, int score) {
    assertThat(MannKendall.upperTail(n, score)).isLessThanOrEqualTo(alpha);
    assertThat(MannKendall.upperTail(n, score - 2)).isGreaterThan(alpha);
  }

  /**
   * Upper tails by score, every second one, as tables of Kendall's S print them (Kendall, Rank Correlation Methods;
   * Gilbert 1987, table A18): from 0 where the pairs are even in number, from 1 where they are odd.
   */
  @ParameterizedTest
  @CsvSource({
    "4,.625 .375 .167 .042",
    "5,.592 .408 .242 .117 .042 .0083",
    "6,.500 .360 .235 .136 .068 .028 .0083 .0014",
    "7,.500 .386 .281 .191 .119 .068 .035 .015 .0054 .0014 .00020",
    "8,.548 .452 .360 .274 .199 .138 .089 .054 .031 .016 .0071 .0028 .00087 .00020 .000025",
    "9,.540 .460 .381 .306 .238 .179 .130 .090 .060 .038 .022 .012 .0063 .0029 .0012 .00043 .00012 .000025 .0000028",
    "10,.500 .431 .364 .300 .242 .190 .146 .108 .078 .054 .036 .023 .014 .0083 .0046 .0023 .0011 .00047 .00018"})
  void equalsThePrintedTables(int n, String printed) {
    int score = n * (n - 1) / 2 % 2;
    for (String digits : printed.split(" ")) {
      double half = 0.5 * Math.pow(10, -(digits.length() - 1));
      assertThat(MannKendall.upperTail(n, score))
          .as("n=%d S=%d", n, score)
          .isEqualTo(Double.parseDouble(digits), within(half * 1.0001));
      score += 2;
    }
  }

  /** Orders of n values with so many falls, by where the last value goes: a recursion that knows no ties. */
  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7, 8, 9, 10, 11, 12})
  void equalsTheExactRecursionAtEveryScore(int n) {
    long[] orders = {1};
    for (int values = 2; values <= n; values++) {
      long[] more = new long[values * (values - 1) / 2 + 1];
      for (int falls = 0; falls < orders.length; falls++) {
        for (int last = 0; last < values; last++) {
          more[falls + last] += orders[falls];
        }
      }
      orders = more;
    }
    double all = Arrays.stream(orders).sum();
    long tail = 0;
    for (int falls = 0; falls < orders.length; falls++) {
      tail += orders[falls];
      int score = orders.length - 1 - 2 * falls;
      assertThat(MannKendall.upperTail(n, score)).as("S=%d", score).isEqualTo(tail / all, within(1e-14));
    }
  }

  @Test
  void isExact() {
    assertThat(MannKendall.upperTail(4, 6)).isEqualTo(1 / 24.0, within(1e-15));
    assertThat(MannKendall.upperTail(5, 8)).isEqualTo(5 / 120.0, within(1e-15));
    assertThat(MannKendall.upperTail(5, 10)).isEqualTo(1 / 120.0, within(1e-15));
    assertThat(MannKendall.upperTail(12, 66)).isEqualTo(1 / 479_001_600.0, within(1e-20));
  }

  @Test
  void threeRepsNeverReachSignificance() {
    assertThat(MannKendall.upwardP(new double[] {1, 2, 3})).isEqualTo(1 / 6.0, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 9, 12, 40})
  void theWholeDistributionIsOne(int n) {
    int pairs = n * (n - 1) / 2;
    assertThat(MannKendall.upperTail(n, -pairs)).isEqualTo(1, within(1e-12));
    assertThat(MannKendall.upperTail(n, -pairs - 5)).isEqualTo(1, within(1e-12));
    assertThat(MannKendall.upperTail(n, pairs + 1)).isZero();
  }

  /** Against the share of all orders of the same values that score as much, for every pattern of ties. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7})
  void isTheShareOfAllOrdersHoweverManyAreTied(int n) {
    for (int pattern = 0; pattern < 1 << (n - 1); pattern++) {
      double[] values = tied(n, pattern);
      int pairs = n * (n - 1) / 2;
      int[] scores = new int[2 * pairs + 1];
      int orders = countScores(values, 0, scores);
      for (int rotation = 0; rotation < n; rotation++) {
        rotate(values);
        int atLeast = Arrays.stream(scores).skip(MannKendall.score(values) + pairs).sum();
        assertThat(MannKendall.upwardP(values))
            .as(Arrays.toString(values))
            .isEqualTo((double) atLeast / orders, within(1e-12));
      }
    }
  }

  @Test
  void zerosOfEitherSignAreEqual() {
    assertThat(MannKendall.upwardP(new double[] {0.0, -0.0, 0.0, -0.0})).isEqualTo(1);
    assertThat(MannKendall.score(new double[] {-0.0, 0.0, -0.0})).isZero();
  }

  @Test
  void countsRisesAgainstFalls() {
    assertThat(MannKendall.score(new double[] {1, 3, 2, 4})).isEqualTo(4);
    assertThat(MannKendall.score(new double[] {4, 3, 2, 1})).isEqualTo(-6);
  }

  /** Power at n = 5 for a total drift of 2, 3 and 4 within-set SD, as printed in the evidence. */
  @ParameterizedTest
  @CsvSource({"2,.28", "3,.47", "4,.66"})
  void hasThePrintedPower(double drift, double power) {
    long seed = 20260501;
    SplittableRandom random = new SplittableRandom(seed);
    int sets = 40_000;
    int found = 0;
    for (int i = 0; i < sets; i++) {
      double[] values = new double[5];
      Arrays.setAll(values, rep -> random.nextGaussian() + drift * rep / 4);
      found += MannKendall.upwardP(values) <= .05 ? 1 : 0;
    }
    assertThat((double) found / sets).as("seed %d", seed).isEqualTo(power, within(.012));
  }

  /** One value beyond what is counted, the p goes on from the last counted one as if it were counted still. */
  @ParameterizedTest
  @ValueSource(doubles = {-1.5, 0.0, 1.0, 1.645, 2.5, 3.3})
  void goesOnSmoothlyWhereItIsNoLongerCounted(double z) {
    int last = MannKendall.MOST_EXACT;
    assertThat(tailAt(last + 1, z)).isEqualTo(tailAt(last, z), within(0.06 * tailAt(last, z) + 1e-4));
  }

  @Test
  void allowsForTiesInLongSetsToo() {
    double[] steps = new double[60];
    Arrays.setAll(steps, i -> i / 20);
    double[] onlyTwo = new double[60];
    Arrays.setAll(onlyTwo, i -> i == 59 ? 1 : 0);

    assertThat(MannKendall.upwardP(new double[60])).isEqualTo(1);
    assertThat(MannKendall.upwardP(steps)).isLessThan(1e-9);
    assertThat(MannKendall.upwardP(onlyTwo)).isBetween(0.03, 0.06);
  }

  /** The p a standardised score has, straight between the two scores around it. */
  private static double tailAt(int n, double z) {
    double score = z * Math.sqrt(n * (n - 1.0) * (2 * n + 5) / 18);
    int pairs = n * (n - 1) / 2;
    int below = pairs - 2 * (int) Math.ceil((pairs - score) / 2);
    double share = (score - below) / 2;
    return (1 - share) * MannKendall.upperTail(n, below) + share * MannKendall.upperTail(n, below + 2);
  }

  /** The bits of the pattern say where the next value is greater than the one before. */
  private static double[] tied(int n, int pattern) {
    double[] values = new double[n];
    for (int i = 1; i < n; i++) {
      values[i] = values[i - 1] + (pattern >> (i - 1) & 1);
    }
    return values;
  }

  private static int countScores(double[] values, int fixed, int[] scores) {
    if (fixed == values.length) {
      scores[MannKendall.score(values) + scores.length / 2]++;
      return 1;
    }
    int orders = 0;
    for (int i = fixed; i < values.length; i++) {
      swap(values, fixed, i);
      orders += countScores(values, fixed + 1, scores);
      swap(values, fixed, i);
    }
    return orders;
  }

  private static void rotate(double[] values) {
    double first = values[0];
    System.arraycopy(values, 1, values, 0, values.length - 1);
    values[values.length - 1] = first;
  }

  private static void swap(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}
