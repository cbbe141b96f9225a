package io.flatback.form.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftTest {
  private static final int PAIRS = 4_000;

  /** Of 95 % intervals 95 % hold the truth, be the reps independent or alike, many or few, noisier in one set. */
  @ParameterizedTest
  @CsvSource({"4,4,1,0", "4,4,1,.3", "4,12,3,.3", "5,8,2,.3", "8,5,2,.3", "8,8,1,0", "8,8,1,.3", "12,12,1,.3"})
  void holdsTheTruthAsOftenAsItSays(int reps, int otherReps, double noisier, double correlation) {
    long seed = 20261122;
    SplittableRandom random = new SplittableRandom(seed);
    int held = 0;
    for (int i = 0; i < PAIRS; i++) {
      RepSample from = RepSample.of(alike(random, reps, noisier, correlation).map(v -> v + 30));
      RepSample to = RepSample.of(alike(random, otherReps, 1, correlation).map(v -> v + 50));
      Shift shift = Shift.between(from, to, 0).orElseThrow();
      held += Math.abs(shift.change() - 20) <= shift.plusMinus() ? 1 : 0;
    }
    assertThat((double) held / PAIRS).as("seed %d", seed).isGreaterThan(0.945);
  }

  /** With neighbours that have that correlation. */
  private static DoubleStream alike(SplittableRandom random, int reps, double sigma, double correlation) {
    double[] values = new double[reps];
    values[0] = random.nextGaussian();
    for (int i = 1; i < reps; i++) {
      values[i] = correlation * values[i - 1] + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
    }
    return DoubleStream.of(values).map(v -> sigma * v);
  }

  /** F for four reps and ρ = .3 by hand: 1 + 2 (.75 · .3 + .5 · .09 + .25 · .027) = 1.5535. */
  @Test
  void countsRepsThatAreAlikeForFewer() {
    RepSample sample = RepSample.of(DoubleStream.of(1, 2, 3, 4));

    assertThat(sample.mean()).isEqualTo(2.5);
    assertThat(sample.sigma()).isEqualTo(Math.sqrt(5.0 / 3), within(1e-12));
    assertThat(sample.degreesOfFreedom()).isEqualTo(4 / 1.5535 - 1, within(1e-12));
    assertThat(sample.varianceOfMean()).isEqualTo(5.0 / 3 * 3 / (4 - 1.5535) * 1.5535 / 4, within(1e-12));
  }

  @Test
  void saysNothingOfThreeRepsNorOfThoseNotSeen() {
    RepSample four = RepSample.of(DoubleStream.of(1, 2, 3, 4));
    RepSample three = RepSample.of(DoubleStream.of(1, Double.NaN, 3, 4));

    assertThat(three.reps()).isEqualTo(3);
    assertThat(Shift.between(four, three, 0)).isEmpty();
    assertThat(Shift.between(three, four, 0)).isEmpty();
    assertThat(Shift.between(RepSample.of(DoubleStream.of()), four, 0)).isEmpty();
  }

  @Test
  void repsThatAreAllTheSameLeaveOnlyWhatIsCommon() {
    RepSample same = RepSample.of(DoubleStream.of(5, 5, 5, 5));

    assertThat(Shift.between(same, same, 0).orElseThrow().plusMinus()).isZero();
    assertThat(Shift.between(same, same, 2).orElseThrow().plusMinus()).isEqualTo(2);
  }
}
