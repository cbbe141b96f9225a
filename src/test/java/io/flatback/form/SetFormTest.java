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
import io.flatback.form.evidence.Evidence;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepQuality;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
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
  void tellsAWatchAsARiseSinceARep() {
    Warning warning = only(warnings(KNOWN, CONCENTRIC_DURATION_S, 1.1, 1, 1.05, 1.05, 1.04, 1.12, 1.21, 1.33));
    assertThat(warning.rep()).isEqualTo(8);
    assertThat(warning.level()).isEqualTo(Level.WATCH);
    assertThat(warning.metric()).isEqualTo(VELOCITY_LOSS_BY_DURATION_RATIO);
    assertThat(warning.baseline()).isZero();
    assertThat(warning.value()).isEqualTo(warning.change()).isBetween(.20, .25);
    assertThat(warning.limit()).isEqualTo(.20);
    assertThat(warning.rule()).isEqualTo("trend");
    assertThat(warning.evidence()).isEqualTo("sanchez-medina-2011");
    assertThat(warning.text()).isEqualTo("Since rep 5 your reps took longer (about 26 % at rep 8).");
  }

  @Test
  void warnsOfTwoRepsAgainstTheFastestEarlyOne() {
    Warning warning = warnings(KNOWN, CONCENTRIC_DURATION_S, 1.1, 1, 1.05, 1.05, 1.3, 1.5, 1.6).getLast();
    assertThat(warning.rep()).isEqualTo(7);
    assertThat(warning.level()).isEqualTo(Level.WARN);
    assertThat(warning.baseline()).isZero();
    assertThat(warning.change()).isEqualTo(1 - 1 / 1.6, within(1e-12));
    assertThat(warning.limit()).isEqualTo(.30);
    assertThat(warning.rule()).isEqualTo("trend_and_two_consecutive");
    assertThat(warning.text())
        .isEqualTo("Reps 6 and 7 took 50 % and 60 % longer than your fastest early rep: consider ending the set.");
  }

  @Test
  void oneSensorSaysThatItIsAProxy() {
    Warning warning = only(warnings(COLD, INCLINATION_AT_ONSET_DEG, 41, 40, 42, 41, 47, 53, 59));
    assertThat(warning.text())
        .isEqualTo(
            "Since rep 4 your back leant further forward at the start of the ascent (about 18° at rep 7, an"
                + " inclination change: one sensor cannot tell hinge from spine).");
    assertThat(warning.baseline()).isEqualTo(41, within(.2));
    assertThat(warning.value()).isEqualTo(59, within(.2));
    assertThat(warning.evidence()).isEqualTo("own-chart-limits");
    assertThat(warning.limit()).isBetween(7.0, warning.change());
  }

  @Test
  void twoSensorsSpeakOfTheLowerBackAndAdviseWhenTheyWarn() {
    Warning warning = warnings(KNOWN_TWO, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 25, 30, 35).getLast();
    assertThat(warning.level()).isEqualTo(Level.WARN);
    assertThat(warning.limit()).isEqualTo(9);
    assertThat(warning.evidence()).isEqualTo("aasa-2019");
    assertThat(warning.text())
        .isEqualTo(
            "At the start of the ascent your lower back was bent 10° and 15° further in reps 5 and 6 than in your"
                + " first three reps: consider ending the set.");
  }

  @Test
  void coldStartWatchesAtMost() {
    assertThat(levels(COLD, CONCENTRIC_DURATION_S, 1, 1, 1, 3, 3, 3)).containsExactly(Level.WATCH);
    assertThat(levels(COLD_TWO, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 60, 60)).containsExactly(Level.WATCH);
  }

  @Test
  void nineteenDegreesOfFreedomAreStillAColdStart() {
    FormSettings nearly = FormSettings.of(knownFor(19, .05, 3), false);
    assertThat(levels(nearly, CONCENTRIC_DURATION_S, 1, 1, 1, 2, 3, 4)).containsExactly(Level.WATCH);
    assertThat(levels(KNOWN, CONCENTRIC_DURATION_S, 1, 1, 1, 2, 3, 4)).contains(Level.WARN);
  }

  @Test
  void littleHistoryMakesTheRuleStricterAndNeverLaxer() {
    double[] rising = {40, 40, 40, 45, 50, 55};
    FormSettings noisy = FormSettings.of(knownFor(5, .05, 9), false);
    FormSettings quiet = FormSettings.of(knownFor(5, .05, .1), false);
    assertThat(warnings(COLD, INCLINATION_AT_ONSET_DEG, rising)).hasSize(1);
    assertThat(warnings(noisy, INCLINATION_AT_ONSET_DEG, rising)).isEmpty();
    assertThat(warnings(quiet, INCLINATION_AT_ONSET_DEG, rising))
        .isEqualTo(warnings(COLD, INCLINATION_AT_ONSET_DEG, rising));
  }

  @Test
  void onlyThePrimaryMetricWarns() {
    double[] slower = {1, 1, 1, 2, 3, 4};
    double[] bent = {40, 40, 40, 60, 80, 100};
    assertThat(levels(KNOWN, INCLINATION_AT_ONSET_DEG, bent)).containsExactly(Level.WATCH);
    assertThat(levels(KNOWN_TWO, CONCENTRIC_DURATION_S, slower)).containsExactly(Level.WATCH);
    FormSettings swapped = FormSettings.of(KNOWN_TWO.history(), true, FormPreferences.DEFAULT.with(Primary.VELOCITY_LOSS));
    assertThat(levels(swapped, CONCENTRIC_DURATION_S, slower)).contains(Level.WARN);
    assertThat(levels(swapped, LUMBAR_FLEXION_AT_ONSET_DEG, bent)).containsExactly(Level.WATCH);
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
    assertThat(levels(quiet, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 23.66, 27.32)).containsExactly(Level.WATCH);
    assertThat(warnings(quiet, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 23.64, 27.28)).isEmpty();
    assertThat(warnings(quiet, CONCENTRIC_DURATION_S, 1, 1, 1, Math.sqrt(1.249), 1.249)).isEmpty();
    assertThat(warnings(quiet, CONCENTRIC_DURATION_S, 1, 1, 1, Math.sqrt(1.251), 1.251)).hasSize(1);
  }

  @Test
  void aWarningNeedsItsLimitInBothReps() {
    FormSettings quiet = FormSettings.of(knownFor(1000, .05, 1), true);
    assertThat(levels(quiet, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 29, 29)).contains(Level.WARN);
    assertThat(levels(quiet, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 28.999, 29)).containsExactly(Level.WATCH);
    assertThat(levels(quiet, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 29, 28.999)).containsExactly(Level.WATCH);
  }

  @Test
  void aNoisyLiftersLimitIsTheChartsOwn() {
    FormSettings noisy = FormSettings.of(knownFor(20, .05, 10), true);
    Warning warning = only(warnings(noisy, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 40, 60));
    double slopeErrors = Evidence.CATALOGUE.chartLimits().watch(5, 20) + .3;
    assertThat(warning.limit())
        .as("a ramp of 2 reps in 5 has a spread of 3.2; no scatter about it leaves 20 of 23 degrees of freedom")
        .isEqualTo(slopeErrors * 10 * Math.sqrt(20 / 23.0) * 2 / Math.sqrt(3.2), within(1e-6));
    assertThat(warning.evidence()).isEqualTo("own-chart-limits");
  }

  @Test
  void whatCanNotBeToldFromChanceIsNotWarnedOf() {
    FormSettings longHistory = FormSettings.of(knownFor(100_000, .05, 10), true);
    Warning warning = warnings(longHistory, LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 45, 55, 65).getLast();
    assertThat(warning.level()).isEqualTo(Level.WARN);
    assertThat(warning.limit()).isEqualTo(1.96 * 10 * Math.sqrt(1 + 1 / 3.0), within(1e-9));
    assertThat(warning.evidence()).isEqualTo("weir-2005");
  }


  @Test
  void oneRepAloneIsNoAlarm() {
    assertThat(warnings(KNOWN, CONCENTRIC_DURATION_S, 1, 1, 1, 3, 1, 1, 1, 1, 1)).isEmpty();
    assertThat(warnings(KNOWN, CONCENTRIC_DURATION_S, 1, 1, 1, 1, 1, 1, 30)).isEmpty();
    assertThat(warnings(KNOWN, CONCENTRIC_DURATION_S, 1, 1, 1, 3, 1, 3, 1, 3)).isEmpty();
  }

  @Test
  void metricsThatRiseTogetherAreSeenBeforeEitherAlone() {
    double[] seconds = {1, 1, 1, 1.05, 1.1, 1.15, 1.2};
    double[] degrees = {40, 40, 40, 42.5, 45, 47.5, 50};
    List<Rep> together = new ArrayList<>();
    for (int i = 0; i < seconds.length; i++) {
      together.add(
          Reps.rep(i + 1).with(CONCENTRIC_DURATION_S, seconds[i]).with(INCLINATION_AT_ONSET_DEG, degrees[i]).build());
    }
    Warning first = SetForm.judge(together, KNOWN).warnings().getFirst();
    assertThat(first.rule()).isEqualTo("combined_trend");
    assertThat(first.level()).isEqualTo(Level.WATCH);
    assertThat(first.text()).startsWith("Since rep 3, together: ").contains("took longer", "leant further")
        .endsWith(" at rep 7.");
    assertThat(warnings(KNOWN, CONCENTRIC_DURATION_S, seconds)).allMatch(warning -> warning.rep() > first.rep());
    assertThat(warnings(KNOWN, INCLINATION_AT_ONSET_DEG, degrees)).allMatch(warning -> warning.rep() > first.rep());
  }

  @Test
  void aMetricIsWatchedOnce() {
    List<Rep> reps = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      reps.add(Reps.rep(i + 1).with(CONCENTRIC_DURATION_S, 1 + .1 * i).with(INCLINATION_AT_ONSET_DEG, 40 + i).build());
    }
    List<Warning> watched =
        SetForm.judge(reps, KNOWN).warnings().stream().filter(w -> w.level() == Level.WATCH).toList();
    assertThat(watched).extracting(Warning::metric).doesNotHaveDuplicates();
  }

  @Test
  void aLevelIsRaisedOnceAndAgainOnlyWhenItRises() {
    List<Warning> raised =
        warnings(KNOWN, CONCENTRIC_DURATION_S, 1, 1, 1, 1.1, 1.2, 1.3, 1.3, 1.3, 1, 1, 1.3, 1.3, 2, 2, 2, 1, 1, 2, 2);
    assertThat(raised).extracting(Warning::level).containsExactly(Level.WATCH, Level.WARN);
    assertThat(raised.getLast().rep()).isEqualTo(14);
  }

  @Test
  void aRepNobodySawProperlyPartsTheTwoOfAWarning() {
    double none = Double.NaN;
    assertThat(levels(KNOWN, CONCENTRIC_DURATION_S, 1, 1, 1, 1.2, 1.5, none, 2)).doesNotContain(Level.WARN);
    assertThat(levels(KNOWN, CONCENTRIC_DURATION_S, 1, 1, 1, 1.2, 1.5, none, 2, 2)).contains(Level.WARN);
    List<Rep> reps = Reps.of(CONCENTRIC_DURATION_S, 1, 1, 1, 1.2, 1.5, 1.7, 2);
    assertThat(SetForm.judge(reps, KNOWN).warnings()).extracting(Warning::level).contains(Level.WARN);
    assertThat(SetForm.judge(Reps.flawed(reps, 6, RepQuality.CLIPPED), KNOWN).warnings())
        .extracting(Warning::level)
        .doesNotContain(Level.WARN);
  }

  @ParameterizedTest
  @EnumSource(RepQuality.class)
  void flawedRepsNeitherAlarmNorMakeTheReference(RepQuality flaw) {
    List<Rep> reps = Reps.of(INCLINATION_AT_ONSET_DEG, 90, 40, 40, 40, 41, 47, 53, 59);
    Warning warning = only(SetForm.judge(Reps.flawed(reps, 1, flaw), COLD).warnings());
    assertThat(warning.baseline()).isEqualTo(40, within(1.0));
    assertThat(SetForm.judge(Reps.flawed(Reps.flawed(reps, 1, flaw), 8, flaw), COLD).warnings()).isEmpty();
  }

  @Test
  void absentValuesAreSkippedAndNeverZero() {
    double none = Double.NaN;
    double[] rising = {none, 40, none, 40, 40, 41, none, 50, 56, 62};
    assertThat(only(warnings(COLD, INCLINATION_AT_ONSET_DEG, rising)).baseline()).isEqualTo(40, within(1.0));
    assertThat(warnings(COLD, INCLINATION_AT_ONSET_DEG, none, none, none, 40, 40, 40, 40, 40)).isEmpty();
  }

  @Test
  void aSetKnownToBeShortIsComparedWithItsFirstTwoReps() {
    double[] slower = {1, 1, 1.6, 2.2, 2.8};
    Warning warning = warnings(KNOWN.expecting(5), CONCENTRIC_DURATION_S, slower).getLast();
    assertThat(warning.level()).isEqualTo(Level.WARN);
    assertThat(warning.rep()).isEqualTo(4);
    assertThat(warnings(KNOWN, CONCENTRIC_DURATION_S, slower).getLast().rep()).isEqualTo(5);
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
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long leastNanos = Long.MAX_VALUE;
    for (int run = 0; run < 8; run++) {
      long startNanos = thread.getCurrentThreadCpuTime();
      judgeEndlessSet(500);
      leastNanos = Math.min(leastNanos, thread.getCurrentThreadCpuTime() - startNanos);
    }
    assertThat(leastNanos).as("once compiled").isLessThan(50_000_000L);
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
    for (Primary primary : Primary.values()) {
      FormPreferences preferences = FormPreferences.DEFAULT.with(primary);
      assertThat(preferences.primary(false)).containsExactly(VELOCITY_LOSS_BY_DURATION_RATIO);
      assertThat(preferences.primary(true))
          .isSubsetOf(LUMBAR_FLEXION_AT_ONSET_DEG, VELOCITY_LOSS_BY_DURATION_RATIO);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> COLD.expecting(0));
  }

  private static AthleteHistory knownFor(int degreesOfFreedom, double durationCv, double angleSigmaDeg) {
    Map<Metric, PooledSigma> sigmas = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      sigmas.put(metric, new PooledSigma(angleSigmaDeg, degreesOfFreedom));
    }
    sigmas.put(VELOCITY_LOSS_BY_DURATION_RATIO, new PooledSigma(durationCv, degreesOfFreedom));
    return new AthleteHistory(
        sigmas,
        Map.of(
            Combination.ONE_SENSOR, new PooledSigma(1.6, degreesOfFreedom),
            Combination.TWO_SENSORS, new PooledSigma(2.2, degreesOfFreedom)));
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
