package io.flatback.form;

import static io.flatback.lift.Metric.CONCENTRIC_DURATION_S;
import static io.flatback.lift.Metric.INCLINATION_AT_ONSET_DEG;
import static io.flatback.lift.Metric.INCLINATION_PEAK_DEG;
import static io.flatback.lift.Metric.LATERAL_TILT_CHANGE_DEG;
import static io.flatback.lift.Metric.RANGE_OF_MOTION_DEG;
import static io.flatback.lift.Metric.SMOOTHNESS_SPARC;
import static io.flatback.lift.Metric.VELOCITY_LOSS_BY_DURATION_RATIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.flatback.form.AthleteHistory.PooledSigma;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepQuality;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drift, bands and learning at the end of a set. */
class SetFindingsTest {
  private static final FormSettings COLD = FormSettings.of(AthleteHistory.NONE, false);

  @Test
  void aSteadyDriftIsToldWithItsSlopeTotalAndP() {
    Drift drift = drift(INCLINATION_AT_ONSET_DEG, 40, 42, 44, 46, 48);
    assertThat(drift.slopePerRep()).isEqualTo(2, within(1e-12));
    assertThat(drift.total()).isEqualTo(8, within(1e-12));
    assertThat(drift.p()).isEqualTo(1 / 120.0, within(1e-12));
    assertThat(drift.beyondNoise()).isTrue();
  }

  @Test
  void aDriftSmallerThanMattersIsWithinNoiseHoweverSteady() {
    Drift drift = drift(INCLINATION_AT_ONSET_DEG, 40, 41, 42, 43, 44);
    assertThat(drift.p()).isLessThan(.05);
    assertThat(drift.beyondNoise()).isFalse();
  }

  @Test
  void aLargeChangeWithoutATrendIsWithinNoise() {
    assertThat(drift(INCLINATION_AT_ONSET_DEG, 40, 60, 41, 61, 42).beyondNoise()).isFalse();
    assertThat(drift(INCLINATION_AT_ONSET_DEG, 40, 60, 80).beyondNoise()).as("three reps can't tell").isFalse();
  }

  @Test
  void theTestLooksTheWayFatigueGoes() {
    assertThat(drift(INCLINATION_AT_ONSET_DEG, 60, 50, 40, 30, 20).p()).isEqualTo(1, within(1e-12));
    assertThat(drift(SMOOTHNESS_SPARC, -1.4, -1.5, -1.6, -1.7, -1.8).p()).isEqualTo(1 / 120.0, within(1e-12));
    assertThat(drift(LATERAL_TILT_CHANGE_DEG, 0, -3, -6, -9, -12).p())
        .as("either way")
        .isEqualTo(2 / 120.0, within(1e-12));
    assertThat(drift(LATERAL_TILT_CHANGE_DEG, 0, 3, 6, 9, 12).beyondNoise()).isTrue();
  }

  @Test
  void rangeOfMotionIsJudgedAsAShareOfItself() {
    assertThat(drift(RANGE_OF_MOTION_DEG, 60, 58, 56, 54, 52).total()).isEqualTo(-8, within(1e-12));
    assertThat(drift(RANGE_OF_MOTION_DEG, 60, 58, 56, 54, 52).beyondNoise()).as("8 of 58°").isFalse();
    assertThat(drift(RANGE_OF_MOTION_DEG, 60, 57, 54, 51, 48).beyondNoise()).as("12 of 57°").isTrue();
  }

  @Test
  void velocityLossDriftsInsteadOfTheDurationItIsMadeOf() {
    List<Drift> drifts = SetForm.judge(Reps.of(CONCENTRIC_DURATION_S, 1, 1.1, 1.2, 1.3, 1.4), COLD).drift();
    assertThat(drifts).extracting(Drift::metric).containsExactly(VELOCITY_LOSS_BY_DURATION_RATIO);
    assertThat(drifts.getFirst().beyondNoise()).isTrue();
  }

  @Test
  void withoutAMinimumTheNoiseIsTheMinimum() {
    List<Rep> reps = Reps.of(INCLINATION_PEAK_DEG, 40, 42, 44, 46, 48);
    assertThat(SetForm.judge(reps, COLD).drift().getFirst().beyondNoise()).isFalse();
    AthleteHistory own = new AthleteHistory(Map.of(INCLINATION_PEAK_DEG, new PooledSigma(2, 30)));
    assertThat(SetForm.judge(reps, FormSettings.of(own, false)).drift().getFirst().beyondNoise()).isTrue();
  }

  @Test
  void flawedAndAbsentRepsLeaveTheTimeLineAsItIs() {
    List<Rep> reps = Reps.flawed(Reps.of(INCLINATION_AT_ONSET_DEG, 40, Double.NaN, 44, 99, 48, 50), 4, RepQuality.GAP);
    Drift drift = SetForm.judge(reps, COLD).drift().getFirst();
    assertThat(drift.slopePerRep()).isEqualTo(2, within(1e-12));
    assertThat(drift.total()).isEqualTo(10, within(1e-12));
    assertThat(drift.p()).isEqualTo(1 / 24.0, within(1e-12));
  }

  @Test
  void theBandIsWhereOneRepStraysByChance() {
    NoiseBand band = band(COLD, INCLINATION_AT_ONSET_DEG, 40, 41, 42, 60, 60);
    assertThat(band.reference()).isEqualTo(41);
    assertThat(band.high()).isEqualTo(41 + 1.96 * 3 * Math.sqrt(4 / 3.0), within(1e-9));
    assertThat(band.low()).isEqualTo(41 - 1.96 * 3 * Math.sqrt(4 / 3.0), within(1e-9));
    assertThat(band.sigma()).isEqualTo(3);
    assertThat(band.degreesOfFreedom()).isZero();
  }

  @Test
  void theBandOfVelocityLossIsInItsOwnUnit() {
    NoiseBand band = band(COLD, VELOCITY_LOSS_BY_DURATION_RATIO, 1, 1.1, 1.21, 1.3);
    assertThat(band.reference()).isEqualTo(1 - 1 / 1.1, within(1e-9));
    assertThat(band.high()).isEqualTo(1 - 1 / (1.1 * Math.exp(1.96 * .05 * Math.sqrt(4 / 3.0))), within(1e-9));
    assertThat(band.low()).isLessThan(band.reference());
  }

  @Test
  void theBandIsTheWearersOwnOnceEnoughIsKnown() {
    AthleteHistory own = new AthleteHistory(Map.of(INCLINATION_AT_ONSET_DEG, new PooledSigma(1.5, 24)));
    NoiseBand band = band(FormSettings.of(own, false), INCLINATION_AT_ONSET_DEG, 40, 41, 42);
    assertThat(band.sigma()).isEqualTo(1.5);
    assertThat(band.degreesOfFreedom()).isEqualTo(24);
    assertThat(band(COLD, RANGE_OF_MOTION_DEG, 60, 60, 60).sigma()).isEqualTo(3);
  }

  /** The time of the pull has the one of its velocity loss. */
  @ParameterizedTest
  @EnumSource(value = Metric.class, mode = EnumSource.Mode.EXCLUDE, names = "CONCENTRIC_DURATION_S")
  void aBandForEveryMetricEvenAtColdStart(Metric metric) {
    Metric measured = metric == VELOCITY_LOSS_BY_DURATION_RATIO ? CONCENTRIC_DURATION_S : metric;
    NoiseBand band = SetForm.judge(Reps.of(measured, 2, 2.1, 1.9, 2), COLD).bands().getFirst();
    assertThat(band.metric()).isEqualTo(metric);
    assertThat(band.sigma()).isPositive();
    assertThat(band.high()).isGreaterThan(band.low());
  }

  @Test
  void noBandWithoutReference() {
    assertThat(SetForm.judge(Reps.of(INCLINATION_AT_ONSET_DEG, 40, 40), COLD).bands()).isEmpty();
    assertThat(SetForm.judge(List.of(), COLD)).isEqualTo(
        new SetFindings(List.of(), List.of(), List.of(), List.of(), AthleteHistory.NONE));
  }

  @Test
  void noiseIsTheScatterAboutALine() {
    AthleteHistory noise = SetForm.judge(Reps.of(INCLINATION_PEAK_DEG, 1, 2, 3, 4, 5, 6), COLD).noise();
    assertThat(noise.sigma(INCLINATION_PEAK_DEG)).hasValueSatisfying(
        own -> {
          assertThat(own.sigma()).isEqualTo(0, within(1e-6));
          assertThat(own.degreesOfFreedom()).isEqualTo(4);
        });
    assertThat(SetForm.judge(Reps.of(INCLINATION_PEAK_DEG, 1, 2, 3), COLD).noise()).isEqualTo(AthleteHistory.NONE);
  }

  @Test
  void nothingIsLearntFromRepsThatAlarmed() {
    double[] stable = {40, 41, 40, 41, 40};
    double[] alarming = DoubleStream.concat(DoubleStream.of(stable), DoubleStream.of(60, 60, 40, 41)).toArray();
    SetFindings findings = SetForm.judge(Reps.of(INCLINATION_AT_ONSET_DEG, alarming), COLD);
    assertThat(findings.warnings()).hasSize(1);
    assertThat(findings.noise()).isEqualTo(SetForm.judge(Reps.of(INCLINATION_AT_ONSET_DEG, stable), COLD).noise());
    assertThat(findings.noise().sigmas()).hasSize(1);
  }

  @Test
  void nothingIsLearntFromFlawedReps() {
    List<Rep> reps = Reps.of(INCLINATION_AT_ONSET_DEG, 40, 41, 40, 41, 40, 90);
    assertThat(SetForm.judge(Reps.flawed(reps, 6, RepQuality.PARTIAL), COLD).noise())
        .isEqualTo(SetForm.judge(reps.subList(0, 5), COLD).noise());
  }

  /** Stable sets, learnt one after the other by the rule itself, give back the noise they were made with. */
  @Test
  void manySetsTeachTheTrueNoise() {
    long seed = 71;
    SplittableRandom random = new SplittableRandom(seed);
    AthleteHistory history = AthleteHistory.NONE;
    for (int set = 0; set < 2_000; set++) {
      double[] seconds = DoubleStream.generate(() -> Math.exp(.08 * random.nextGaussian())).limit(8).toArray();
      FormSettings settings = FormSettings.of(history, false);
      history = history.pooledWith(SetForm.judge(Reps.of(CONCENTRIC_DURATION_S, seconds), settings).noise());
    }
    PooledSigma learnt = history.sigma(VELOCITY_LOSS_BY_DURATION_RATIO).orElseThrow();
    assertThat(learnt.degreesOfFreedom()).isGreaterThan(11_500);
    assertThat(learnt.sigma()).as("seed %d", seed).isEqualTo(.08, within(.0016));
  }

  @Test
  void poolingWeighsByDegreesOfFreedom() {
    AthleteHistory one = new AthleteHistory(Map.of(RANGE_OF_MOTION_DEG, new PooledSigma(3, 6)));
    AthleteHistory other =
        new AthleteHistory(
            Map.of(RANGE_OF_MOTION_DEG, new PooledSigma(1, 2), SMOOTHNESS_SPARC, new PooledSigma(.1, 2)));
    AthleteHistory both = one.pooledWith(other);
    assertThat(both.sigma(RANGE_OF_MOTION_DEG)).hasValue(new PooledSigma(Math.sqrt(7), 8));
    assertThat(both.sigma(SMOOTHNESS_SPARC)).hasValue(new PooledSigma(.1, 2));
    assertThat(both).isEqualTo(other.pooledWith(one));
    assertThat(one.pooledWith(AthleteHistory.NONE)).isEqualTo(one);
    assertThatIllegalArgumentException().isThrownBy(() -> new PooledSigma(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new PooledSigma(Double.NaN, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new PooledSigma(1, 0));
  }

  private static Drift drift(Metric metric, double... values) {
    return SetForm.judge(Reps.of(metric, values), COLD).drift().getFirst();
  }

  private static NoiseBand band(FormSettings settings, Metric metric, double... values) {
    Metric measured = metric == VELOCITY_LOSS_BY_DURATION_RATIO ? CONCENTRIC_DURATION_S : metric;
    return SetForm.judge(Reps.of(measured, values), settings).bands().stream()
        .filter(band -> band.metric() == metric)
        .findFirst()
        .orElseThrow();
  }
}
