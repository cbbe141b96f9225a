package io.flatback.evaluate.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.evaluate.alarms.Calibration.Condition;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
  private static final Calibration SMALL = new Calibration(60_000, 5);

  /** As printed in the evidence; with so few sets ± .06, CUSUM ± .2. */
  @ParameterizedTest
  @CsvSource({
    "ONE_REP,8,0,KNOWN,3.31,.06", "TWO_CONSECUTIVE,12,0,KNOWN,2.35,.06", "CUSUM,8,0,KNOWN,6.10,.2",
    "EWMA,5,0,KNOWN,3.74,.07", "TWO_CONSECUTIVE,8,0,TWENTY_DEGREES,2.34,.06", "TWO_CONSECUTIVE,10,.3,KNOWN,2.65,.06"})
  void findsTheLimitsOfTheEvidence(
      Chart chart, int reps, double autocorrelation, Knowledge knowledge, double limit, double error)
      throws IOException {
    assertThat(SMALL.ordered(chart, Condition.of(reps, autocorrelation, knowledge)).exceededBy(.01))
        .isEqualTo(limit, within(error));
  }

  @Test
  void theTrendSeesMoreThanTwoConsecutiveRepsAtTheSameRate() throws IOException {
    Condition eight = Condition.of(8, 0, Knowledge.KNOWN);
    for (Shape shape : Shape.values()) {
      double trend = seen(Chart.TREND, eight, shape);
      assertThat(trend).as(shape.title()).isGreaterThan(seen(Chart.TWO_CONSECUTIVE, eight, shape) + .04);
    }
    assertThat(seen(Chart.TREND, eight, Shape.LINEAR)).isGreaterThan(.52);
  }

  private static double seen(Chart chart, Condition condition, Shape shape) throws IOException {
    double limit = SMALL.ordered(chart, condition).exceededBy(.01);
    return SMALL.ordered(chart, condition, shape.of(3, condition.reps())).shareFrom(limit);
  }

  @Test
  void theSameSeedFindsTheSame() throws IOException {
    Condition five = Condition.of(5, .3, Knowledge.LEARNT);
    Calibration few = new Calibration(50_001, 9);
    for (double share : new double[] {.001, .01, .5}) {
      assertThat(few.ordered(Chart.TREND, five).exceededBy(share))
          .isEqualTo(few.ordered(Chart.TREND, five).exceededBy(share));
    }
  }

  /** Correlated reps lie close to their own line: 5 % too small a sigma from an autocorrelation of .3 would not do. */
  @ParameterizedTest
  @CsvSource({"5,.15", "8,.10", "12,.07"})
  void knowsHowMuchCorrelatedRepsHideOfTheirScatter(int reps, double hidden) {
    assertThat(Knowledge.learntShare(reps, .3)).isEqualTo(1 - hidden, within(.01));
    assertThat(Knowledge.learntShare(reps, 0)).isEqualTo(1, within(1e-12));
  }

  @Test
  void scattersAsItSays() {
    SplittableRandom random = new SplittableRandom(3);
    double[] set = new double[100_000];
    new RepNoise(.3).fill(random, set);
    double square = 0;
    double product = 0;
    for (int i = 1; i < set.length; i++) {
      square += set[i] * set[i] / set.length;
      product += set[i] * set[i - 1] / set.length;
    }
    assertThat(square).isEqualTo(1, within(.02));
    assertThat(product).isEqualTo(.3, within(.02));
  }
}
