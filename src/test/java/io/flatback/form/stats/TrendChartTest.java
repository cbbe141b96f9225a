package io.flatback.form.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendChartTest {
  private static final double KNOWN = Double.POSITIVE_INFINITY;

  /** By hand: slope 2.92 per rep from 5 values, spread 10, over 4 reps, with a sigma of 3.2. */
  @Test
  void isTheSlopeInItsOwnErrors() {
    TrendChart.Rise rise = chart(3.2, KNOWN, 1, 9.52, 15.83, 15.91, 15.55, 24.27).rise().orElseThrow();
    assertThat(rise.onset()).isEqualTo(1);
    assertThat(rise.change()).isEqualTo(4 * 2.922, within(1e-9));
    assertThat(rise.standardError()).isEqualTo(4 * 3.2 / Math.sqrt(10), within(1e-9));
    assertThat(rise.statistic()).isEqualTo(2.922 * Math.sqrt(10) / 3.2, within(1e-9));
    assertThat(rise.changeAt(rise.statistic())).isEqualTo(rise.change(), within(1e-9));
  }

  @Test
  void findsSinceWhen() {
    TrendChart.Rise rise = chart(1, KNOWN, 1, 5, 5, 5, 5, 7, 9, 11).rise().orElseThrow();
    assertThat(rise.onset()).isEqualTo(4);
    assertThat(rise.level()).isEqualTo(5, within(1e-9));
    assertThat(rise.change()).isEqualTo(6, within(1e-9));
    assertThat(rise.handicap()).isEqualTo(TrendChart.LATE_HANDICAP);
  }

  /** Against least squares by a library, over every onset, with reps missing in between. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithLeastSquares(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] at = {1, 2, 4, 5, 8, 9, 10};
    double[] values = new double[at.length];
    TrendChart chart = new TrendChart(2, 20);
    for (int i = 0; i < at.length; i++) {
      values[i] = 40 + 3 * random.nextGaussian() + at[i];
      chart.add(at[i], values[i]);
    }
    for (int onset = 0; onset < at.length - 1; onset++) {
      double[][] ramp = new double[at.length][1];
      for (int i = 0; i < at.length; i++) {
        ramp[i][0] = Math.max(0, at[i] - at[onset]);
      }
      OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
      fit.newSampleData(values, ramp);
      double[] found = fit.estimateRegressionParameters();
      TrendChart.Rise rise = chart.riseSince(at[onset]);
      assertThat(rise.level()).as("seed %d", seed).isEqualTo(found[0], within(1e-9));
      assertThat(rise.change()).isEqualTo(found[1] * (10 - at[onset]), within(1e-9));
      double pooled = Math.sqrt((20 * 4 + fit.calculateResidualSumOfSquares()) / (20 + at.length - 2));
      double error = fit.estimateRegressionParametersStandardErrors()[1] / fit.estimateRegressionStandardError();
      assertThat(rise.standardError()).isEqualTo(pooled * error * (10 - at[onset]), within(1e-9));
    }
  }

  @Test
  void oneWildValueIsNoRiseHoweverWild() {
    for (int wild = 0; wild < 9; wild++) {
      double[] values = new double[9];
      values[wild] = 1000;
      TrendChart chart = new TrendChart(1, 20);
      for (int i = 0; i < values.length; i++) {
        chart.add(i, values[i]);
        assertThat(chart.rise().map(TrendChart.Rise::statistic).orElse(0.0)).as("wild %d of %d", wild, i).isLessThan(2);
      }
    }
  }

  @Test
  void aWearerNoisierThanWasKnownWidensTheError() {
    double[] noisy = {0, 6, -5, 5, 0, 9, 8};
    assertThat(chart(1, 6, 1, noisy).rise().orElseThrow().standardError())
        .isGreaterThan(2 * chart(1, KNOWN, 1, noisy).rise().orElseThrow().standardError());
  }

  @Test
  void saysNothingOfThreeOrOfAFall() {
    assertThat(chart(1, KNOWN, 1, 1, 2, 3).rise()).isEmpty();
    assertThat(chart(1, KNOWN, 1, 9, 8, 7, 6, 5).rise().map(TrendChart.Rise::statistic).orElse(0.0))
        .isLessThanOrEqualTo(0);
    assertThat(chart(1, KNOWN, 1, 4, 4, 4, 4, 4).rise().orElseThrow().change()).isZero();
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TrendChart(Double.NaN, 20));
    assertThatIllegalArgumentException().isThrownBy(() -> new TrendChart(1, 0));
    TrendChart chart = chart(1, KNOWN, 3, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> chart.add(3, 1)).withMessageContaining("index 3 after 3");
  }

  private static TrendChart chart(double sigma, double degreesOfFreedom, int first, double... values) {
    TrendChart chart = new TrendChart(sigma, degreesOfFreedom);
    for (int i = 0; i < values.length; i++) {
      chart.add(first + i, values[i]);
    }
    return chart;
  }
}
