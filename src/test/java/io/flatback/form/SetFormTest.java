package io.flatback.form;

import static io.flatback.lift.Metric.CONCENTRIC_DURATION_S;
import static io.flatback.lift.Metric.INCLINATION_AT_ONSET_DEG;
import static io.flatback.lift.Metric.LATERAL_TILT_CHANGE_DEG;
import static io.flatback.lift.Metric.LUMBAR_FLEXION_AT_ONSET_DEG;
import static io.flatback.lift.Metric.VELOCITY_LOSS_BY_DURATION_RATIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.flatback.form.AthleteHistory.PooledSigma;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepQuality;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SetFormTest {
  private static final FormSettings COLD = FormSettings.of(AthleteHistory.NONE, false);
  private static final FormSettings COLD_TWO = FormSettings.of(AthleteHistory.NONE, true);
  private static final FormSettings KNOWN = FormSettings.of(knownFor(20, .05, 3), false);
  private static final FormSettings KNOWN_TWO = FormSettings.of(knownFor(20, .05, 3), true);

  @Test
  void tellsALossOfVelocityAsALongerDuration() {
    Warning warning = only(warnings(KNOWN, CONCENTRIC_DURATION_S, 1.1, 1, 1.05, 1.05, 1.04, 1.06, 1.28, 1.28, 1.28));
    assertThat(warning.rep()).isEqualTo(8);
    assertThat(warning.level()).isEqualTo(Level.WATCH);
    assertThat(warning.metric()).isEqualTo(VELOCITY_LOSS_BY_DURATION_RATIO);
    assertThat(warning.baseline()).isZero();
    assertThat(warning.value()).isEqualTo(1 - 1 / 1.28, within(1e-12));
    assertThat(warning.change()).isEqualTo(warning.value());
    assertThat(warning.limit()).isEqualTo(.20);
    assertThat(warning.rule()).isEqualTo("two_consecutive");
    assertThat(warning.evidence()).isEqualTo("sanchez-medina-2011");
    assertThat(warning.text()).isEqualTo("Reps 7 and 8 took 28 % longer than your fastest early rep.");
  }

  @Test
  void tellsBothNumbersWhereTheyDiffer() {
    assertThat(only(warnings(COLD, CONCENTRIC_DURATION_S, 1, 1, 1, 1.26, 1.35)).text())
        .isEqualTo("Reps 4 and 5 took 26 % and 35 % longer than your fastest early rep.");
  }

  @Test
  void oneSensorSaysThatItIsAProxy() {
    Warning warning = only(warnings(COLD, INCLINATION_AT_ONSET_DEG, 41, 40, 42, 41, 43, 50, 50));
    assertThat(warning.text())
        .isEqualTo(
            "At the start of the pull your back was 9° further forward in reps 6 and 7 than in your first three reps"
                + " (an inclination change: one sensor cannot tell hinge from spine).");
    assertThat(warning.baseline()).isEqualTo(41);
    assertThat(warning.value()).isEqualTo(50);
    assertThat(warning.change()).isEqualTo(9);
    assertThat(warning.evidence()).isEqualTo("own-chart-limits");
    assertThat(warning.limit())
        .as("chart limit for a set of unknown length: 2.35 σ of 3°")
        .isEqualTo(7.05, within(1e-9));
  }

  @Test
  void twoSensorsSpeakOfTheLowerBackAndAdviseWhenTheyWarn() {
    Warning warning = only(warnings(KNOWN_TWO, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 30, 31));
    assertThat(warning.level()).isEqualTo(Level.WARN);
    assertThat(warning.limit()).isEqualTo(9);
    assertThat(warning.evidence()).isEqualTo("aasa-2019");
    assertThat(warning.text())
        .isEqualTo(
            "At the start of the pull your lower back was bent 10° and 11° further in reps 4 and 5 than in your first"
                + " three reps: consider ending the set.");
  }

  @Test
  void coldStartWatchesAtMost() {
    assertThat(levels(COLD, CONCENTRIC_DURATION_S, 1, 1, 1, 3, 3, 3)).containsExactly(Level.WATCH);
    assertThat(levels(COLD_TWO, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 60, 60)).containsExactly(Level.WATCH);
  }

  @Test
  void nineteenDegreesOfFreedomAreStillAColdStart() {
    FormSettings nearly = FormSettings.of(knownFor(19, .05, 3), false);
    assertThat(levels(nearly, CONCENTRIC_DURATION_S, 1, 1, 1, 3, 3)).containsExactly(Level.WATCH);
    assertThat(levels(KNOWN, CONCENTRIC_DURATION_S, 1, 1, 1, 3, 3)).containsExactly(Level.WARN);
  }

  @Test
  void littleHistoryMakesTheRuleStricterAndNeverLaxer() {
    FormSettings noisy = FormSettings.of(knownFor(5, .05, 9), false);
    FormSettings quiet = FormSettings.of(knownFor(5, .05, .1), false);
    assertThat(warnings(noisy, INCLINATION_AT_ONSET_DEG, 40, 40, 40, 49, 49)).isEmpty();
    assertThat(warnings(quiet, INCLINATION_AT_ONSET_DEG, 40, 40, 40, 47.02, 47.02)).isEmpty();
    assertThat(warnings(quiet, INCLINATION_AT_ONSET_DEG, 40, 40, 40, 49, 49)).hasSize(1);
  }

  @Test
  void onlyThePrimaryMetricWarns() {
    assertThat(levels(KNOWN, INCLINATION_AT_ONSET_DEG, 40, 40, 40, 90, 90)).containsExactly(Level.WATCH);
    assertThat(levels(KNOWN_TWO, CONCENTRIC_DURATION_S, 1, 1, 1, 3, 3)).containsExactly(Level.WATCH);
    FormSettings swapped = KNOWN_TWO.withPrimary(VELOCITY_LOSS_BY_DURATION_RATIO);
    assertThat(levels(swapped, CONCENTRIC_DURATION_S, 1, 1, 1, 3, 3)).containsExactly(Level.WARN);
    assertThat(levels(swapped, LUMBAR_FLEXION_AT_ONSET_DEG, 1, 1, 1, 60, 60)).containsExactly(Level.WATCH);
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void everythingElseInformsOnly(Metric metric) {
    boolean alarms = metric == INCLINATION_AT_ONSET_DEG || metric == CONCENTRIC_DURATION_S;
    double[] wild = {1, 1, 1, 90, 90, 90};
    assertThat(warnings(KNOWN, metric, wild)).hasSize(alarms ? 1 : 0);
  }

  @Test
  void theLimitItselfIsEnoughAndJustBelowIsNot() {
    FormSettings quiet = FormSettings.of(knownFor(20, .001, .001), true);
    assertThat(levels(quiet, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 27.3, 27.3)).containsExactly(Level.WATCH);
    assertThat(warnings(quiet, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 27.299, 27.3)).isEmpty();
    assertThat(warnings(quiet, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 27.3, 27.299)).isEmpty();
    assertThat(levels(quiet, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 29, 29)).containsExactly(Level.WARN);
    assertThat(levels(quiet, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 28.999, 29)).containsExactly(Level.WATCH);
    assertThat(warnings(quiet, CONCENTRIC_DURATION_S, 1, 1, 1, 1.2499, 1.2499)).isEmpty();
    assertThat(warnings(quiet, CONCENTRIC_DURATION_S, 1, 1, 1, 1.2501, 1.2501)).hasSize(1);
  }

  @Test
  void aNoisyLiftersLimitIsTheChartsOwn() {
    FormSettings noisy = FormSettings.of(knownFor(20, .05, 10), true).expecting(8);
    Warning warning = only(warnings(noisy, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 43.4, 43.5));
    assertThat(warning.limit()).as("2.34 σ of 10°").isEqualTo(23.4, within(1e-9));
    assertThat(warning.evidence()).isEqualTo("own-chart-limits");
    assertThat(warnings(noisy, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 43.3, 43.5)).isEmpty();
  }

  @Test
  void whatCanNotBeToldFromChanceIsNotSaid() {
    FormSettings longHistory = FormSettings.of(knownFor(100_000, .05, 10), true).expecting(5);
    Warning warning = only(warnings(longHistory, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 45, 45));
    assertThat(warning.limit())
        .as("1.96 σ √1.5 exceeds the chart's 2.13 σ")
        .isEqualTo(1.96 * 10 * Math.sqrt(1.5), within(1e-9));
    assertThat(warning.evidence()).isEqualTo("weir-2005");
  }

  @Test
  void theSlowerMeanOfTheFirstRepsRaisesTheLimitOfVelocityLoss() {
    FormSettings noisy = FormSettings.of(knownFor(20, .15, 3), false).expecting(8);
    double mean = Math.cbrt(1.0 * 1.2 * 1.2);
    Warning warning = only(warnings(noisy, CONCENTRIC_DURATION_S, 1, 1.2, 1.2, 1.8, 1.8));
    assertThat(warning.limit()).isEqualTo(1 - 1 / (mean * Math.exp(2.34 * .15)), within(1e-9));
  }

  @Test
  void oneRepAloneIsNoAlarm() {
    assertThat(warnings(KNOWN, CONCENTRIC_DURATION_S, 1, 1, 1, 3, 1, 3, 1, 3)).isEmpty();
  }

  @Test
  void aLevelIsRaisedOnceAndAgainOnlyWhenItRises() {
    List<Warning> raised =
        warnings(KNOWN, CONCENTRIC_DURATION_S, 1, 1, 1, 1.3, 1.3, 1.3, 1, 1, 1.3, 1.3, 2, 2, 2, 1, 1, 2, 2, 1.3, 1.3);
    assertThat(raised).extracting(Warning::rep).containsExactly(5, 12);
    assertThat(raised).extracting(Warning::level).containsExactly(Level.WATCH, Level.WARN);
  }

  @Test
  void aRepNobodySawProperlyPartsTheTwo() {
    List<Rep> reps = Reps.of(CONCENTRIC_DURATION_S, 1, 1, 1, 2, 2, 2);
    assertThat(SetForm.judge(Reps.flawed(reps, 5, RepQuality.CLIPPED), KNOWN).warnings()).isEmpty();
    assertThat(warnings(KNOWN, CONCENTRIC_DURATION_S, 1, 1, 1, 2, Double.NaN, 2)).isEmpty();
    assertThat(warnings(KNOWN, CONCENTRIC_DURATION_S, 1, 1, 1, 2, Double.NaN, 2, 2)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(RepQuality.class)
  void flawedRepsNeitherAlarmNorMakeTheReference(RepQuality flaw) {
    List<Rep> reps = Reps.of(INCLINATION_AT_ONSET_DEG, 90, 40, 40, 40, 41, 50, 50);
    Warning warning = only(SetForm.judge(Reps.flawed(reps, 1, flaw), COLD).warnings());
    assertThat(warning.baseline()).isEqualTo(40);
    assertThat(warning.text()).contains("10° further forward in reps 6 and 7 than in reps 2, 3 and 4 (");
    assertThat(SetForm.judge(Reps.flawed(reps, 7, flaw), COLD).warnings()).isEmpty();
  }

  @Test
  void absentValuesAreSkippedAndNeverZero() {
    double none = Double.NaN;
    List<Warning> warnings = warnings(COLD, INCLINATION_AT_ONSET_DEG, none, 40, none, 40, 40, 41, none, 50, 50);
    assertThat(only(warnings).baseline()).isEqualTo(40);
    assertThat(warnings(COLD, INCLINATION_AT_ONSET_DEG, none, none, none, 40, 40, 40, 40)).isEmpty();
  }

  @Test
  void aSetKnownToBeShortIsJudgedFromItsThirdRep() {
    assertThat(warnings(KNOWN.expecting(5), CONCENTRIC_DURATION_S, 1, 1, 2, 2, 2))
        .extracting(Warning::rep)
        .containsExactly(4);
    assertThat(warnings(KNOWN, CONCENTRIC_DURATION_S, 1, 1, 1, 2, 2)).extracting(Warning::rep).containsExactly(5);
    assertThat(only(warnings(COLD.expecting(5), INCLINATION_AT_ONSET_DEG, 40, 40, 50, 50)).text())
        .contains("than in your first two reps");
  }

  @Test
  void becomingMoreUprightOrFasterIsNoAlarm() {
    assertThat(warnings(KNOWN, INCLINATION_AT_ONSET_DEG, 60, 60, 60, 20, 20, 20)).isEmpty();
    assertThat(warnings(KNOWN, CONCENTRIC_DURATION_S, 2, 2, 2, 1, 1, 1)).isEmpty();
  }

  @Test
  void liveAndAfterwardsSayTheSame() {
    List<Rep> reps = Reps.of(CONCENTRIC_DURATION_S, 1, 1, 1, 1.3, 1.3, 1.6, 1.6);
    SetForm live = new SetForm(KNOWN);
    List<Warning> said = reps.stream().flatMap(rep -> live.update(rep).stream()).toList();
    assertThat(said).hasSize(2).isEqualTo(SetForm.judge(reps, KNOWN).warnings());
    assertThat(live.finish()).isEqualTo(SetForm.judge(VelocityLoss.fill(reps), KNOWN));
  }

  @Test
  void anEndlessSetHoldsNobodyUp() {
    judgeEndlessSet(500);
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long startNanos = thread.getCurrentThreadCpuTime();
    judgeEndlessSet(500);
    assertThat(thread.getCurrentThreadCpuTime() - startNanos).isLessThan(50_000_000L);
  }

  private static void judgeEndlessSet(int reps) {
    SetForm form = new SetForm(KNOWN);
    for (int i = 1; i <= reps; i++) {
      Reps.Builder rep = Reps.rep(i);
      for (Metric metric : Metric.values()) {
        rep = rep.with(metric, 40 + 0.01 * i + Math.sin(i));
      }
      form.update(rep.build());
      assertThat(form.bands()).isNotNull();
    }
    assertThat(form.finish().reps()).hasSize(reps);
  }

  @Test
  void refusesRepsOutOfOrder() {
    SetForm form = new SetForm(COLD);
    form.update(Reps.rep(2).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> form.update(Reps.rep(2).build()))
        .withMessageContaining("rep 2 after rep 2");
  }

  @Test
  void theProxyIsNeverThePrimaryMetric() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> COLD.withPrimary(INCLINATION_AT_ONSET_DEG))
        .withMessageContaining("velocity_loss_by_duration_ratio");
    assertThatIllegalArgumentException().isThrownBy(() -> COLD.withPrimary(LUMBAR_FLEXION_AT_ONSET_DEG));
    assertThatIllegalArgumentException().isThrownBy(() -> COLD_TWO.withPrimary(LATERAL_TILT_CHANGE_DEG));
    assertThatIllegalArgumentException().isThrownBy(() -> COLD.expecting(0));
  }

  private static AthleteHistory knownFor(int degreesOfFreedom, double durationCv, double angleSigmaDeg) {
    Map<Metric, PooledSigma> sigmas = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      sigmas.put(metric, new PooledSigma(angleSigmaDeg, degreesOfFreedom));
    }
    sigmas.put(VELOCITY_LOSS_BY_DURATION_RATIO, new PooledSigma(durationCv, degreesOfFreedom));
    return new AthleteHistory(sigmas);
  }

  private static List<Warning> warnings(FormSettings settings, Metric metric, double... values) {
    return SetForm.judge(Reps.of(metric, values), settings).warnings();
  }

  private static List<Level> levels(FormSettings settings, Metric metric, double... values) {
    return warnings(settings, metric, values).stream().map(Warning::level).toList();
  }

  private static Warning only(List<Warning> warnings) {
    assertThat(warnings).hasSize(1);
    return warnings.getFirst();
  }
}
