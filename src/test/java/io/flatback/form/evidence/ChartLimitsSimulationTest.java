package io.flatback.form.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Computes the chart limits' false-alarm rates again, from nothing but random numbers. More sets:
 * {@code mvn test -Dtest=ChartLimitsSimulationTest -Dflatback.simulated_sets=2000000}.
 */
class ChartLimitsSimulationTest {
  private static final int SETS = Integer.getInteger("flatback.simulated_sets", 100_000);
  private static final long SEED = 8_2026;
  private static final ChartLimits LIMITS = Evidence.CATALOGUE.chartLimits();

  static Stream<ChartLimits.Row> rows() {
    return LIMITS.rows().stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void alarmInOneOfAHundredStableSets(ChartLimits.Row row) {
    double slack = 4 * Math.sqrt(.01 * .99 / SETS);
    assertThat(falseAlarms(row, row.sigmaKnown(), 0))
        .as("σ known, seed %d", SEED)
        .isBetween(.0092 - slack, .0108 + slack);
    assertThat(falseAlarms(row, row.sigmaEstimated(), LIMITS.degreesOfFreedom()))
        .as("σ estimated, seed %d", SEED)
        .isBetween(.0092 - slack, .0108 + slack);
  }

  private static double falseAlarms(ChartLimits.Row row, double limit, int degreesOfFreedom) {
    SplittableRandom random = new SplittableRandom(SEED);
    int alarms = 0;
    for (int set = 0; set < SETS; set++) {
      alarms += alarms(random, row, limit * sigma(random, degreesOfFreedom)) ? 1 : 0;
    }
    return (double) alarms / SETS;
  }

  private static boolean alarms(SplittableRandom random, ChartLimits.Row row, double limit) {
    double baseline = 0;
    for (int i = 0; i < row.baselineReps(); i++) {
      baseline += random.nextGaussian() / row.baselineReps();
    }
    int inARow = 0;
    boolean alarmed = false;
    for (int i = row.baselineReps(); i < row.reps(); i++) {
      inARow = random.nextGaussian() - baseline >= limit ? inARow + 1 : 0;
      alarmed |= inARow == 2;
    }
    return alarmed;
  }

  /** A standard deviation of 1 as so many degrees of freedom estimate it; exactly 1 for none. */
  private static double sigma(SplittableRandom random, int degreesOfFreedom) {
    double squares = 0;
    for (int i = 0; i < degreesOfFreedom; i++) {
      double value = random.nextGaussian();
      squares += value * value;
    }
    return degreesOfFreedom == 0 ? 1 : Math.sqrt(squares / degreesOfFreedom);
  }
}
