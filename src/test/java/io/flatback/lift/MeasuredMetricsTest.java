package io.flatback.lift;

import static io.flatback.lift.DrawnLifter.eased;
import static io.flatback.lift.Metric.AXIAL_ROTATION_DEG;
import static io.flatback.lift.Metric.CONCENTRIC_DURATION_S;
import static io.flatback.lift.Metric.EARLY_EXTENSION_RATE_DPS;
import static io.flatback.lift.Metric.ECCENTRIC_DURATION_S;
import static io.flatback.lift.Metric.HIP_TRUNK_LAG_RATIO;
import static io.flatback.lift.Metric.INCLINATION_AT_LOCKOUT_DEG;
import static io.flatback.lift.Metric.INCLINATION_AT_MID_ASCENT_DEG;
import static io.flatback.lift.Metric.INCLINATION_AT_ONSET_DEG;
import static io.flatback.lift.Metric.INCLINATION_PEAK_DEG;
import static io.flatback.lift.Metric.LATERAL_TILT_CHANGE_DEG;
import static io.flatback.lift.Metric.LEAN_BACK_AT_LOCKOUT_DEG;
import static io.flatback.lift.Metric.LUMBAR_FLEXION_AT_ONSET_DEG;
import static io.flatback.lift.Metric.LUMBAR_FLEXION_GAIN_DEG;
import static io.flatback.lift.Metric.LUMBAR_FLEXION_PEAK_DEG;
import static io.flatback.lift.Metric.RANGE_OF_MOTION_DEG;
import static io.flatback.lift.Metric.SMOOTHNESS_LDLJ;
import static io.flatback.lift.Metric.SMOOTHNESS_SPARC;
import static io.flatback.lift.Metric.TIME_UNDER_TENSION_S;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The metrics of reps drawn by hand: what each is can be told from the drawing. */
class MeasuredMetricsTest {
  /** Stands 2 s, goes down to 60° in 1.5 s, waits 0.5 s, comes up in 1.5 s and stands. */
  private static final double DOWN_S = 2.0;

  private static final double BOTTOM_S = 3.5;
  private static final double UP_S = 4.0;
  private static final double TOP_S = 5.5;

  private static double hinge(double at) {
    return at < BOTTOM_S ? eased(at, DOWN_S, BOTTOM_S, 0, 60) : eased(at, UP_S, TOP_S, 60, 0);
  }

  private static Rep drawn(double hz) {
    return new DrawnLifter(hz).draw(MeasuredMetricsTest::hinge, 7).rep();
  }

  @ParameterizedTest
  @ValueSource(ints = {25, 50, 100, 400})
  void tellsTheInclinationAtMatchedPhase(int hz) {
    Rep rep = drawn(hz);
    double onset = rep.ascentOnsetNanos() * 1e-9;
    double lockout = rep.lockoutNanos() * 1e-9;

    assertThat(value(rep, INCLINATION_AT_ONSET_DEG)).isCloseTo(hinge(onset), within(0.1));
    assertThat(value(rep, INCLINATION_AT_MID_ASCENT_DEG))
        .isCloseTo(hinge(onset + 0.4 * (lockout - onset)), within(0.3));
    assertThat(value(rep, INCLINATION_AT_LOCKOUT_DEG)).isCloseTo(hinge(lockout), within(0.1));
  }

  @ParameterizedTest
  @CsvSource({"25,3", "50,1.5", "100,1"})
  void tellsHowFastItComesUpInTheFirstQuarterSecond(int hz, double withinDps) {
    Rep rep = drawn(hz);
    double onset = rep.ascentOnsetNanos() * 1e-9;
    double rateDps = (hinge(onset) - hinge(onset + 0.25)) / 0.25;

    assertThat(rateDps).isGreaterThan(20);
    assertThat(value(rep, EARLY_EXTENSION_RATE_DPS)).isCloseTo(rateDps, within(withinDps));
  }

  /** The sensor rises while the trunk still bends: as in a squat, and as tired lifters begin [vandieen-1998]. */
  @Test
  void tellsANegativeRateOfOneWhoBendsFurtherWhileComingUp() {
    RepRows rows = rows(at -> at < 1.3 ? 50 + 8 * at : eased(at, 1.3, 2.5, 60.4, 0), at -> Double.NaN);
    AscentPhases ascent = new AscentPhases(rows, 100, 250);
    assertThat(ascent.earlyExtensionRateDps()).isCloseTo(-8, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-6, 0, 4})
  void tellsHowFarBehindStandingItLeansAtLockout(double backDeg) {
    DoubleUnaryOperator leaning =
        at -> at < UP_S ? hinge(at)
            : at < TOP_S + 0.3 ? eased(at, UP_S, TOP_S, 60, -backDeg)
            : eased(at, TOP_S + 0.3, TOP_S + 1.3, -backDeg, 0);
    Rep rep = new DrawnLifter(100).draw(leaning, 8).rep();

    assertThat(value(rep, LEAN_BACK_AT_LOCKOUT_DEG)).isCloseTo(backDeg, within(0.4));
  }

  @Test
  void tellsTheTimesOfARep() {
    Rep rep = drawn(100);

    assertThat(value(rep, TIME_UNDER_TENSION_S)).isEqualTo((rep.lockoutNanos() - rep.startNanos()) * 1e-9);
    assertThat(value(rep, TIME_UNDER_TENSION_S)).isBetween(2.9, 3.5);
    assertThat(value(rep, ECCENTRIC_DURATION_S)).isEqualTo((rep.bottomNanos() - rep.startNanos()) * 1e-9);
    assertThat(value(rep, CONCENTRIC_DURATION_S)).isCloseTo(
        (rep.lockoutNanos() - rep.ascentOnsetNanos()) * 1e-9, within(1e-9));
  }

  @Test
  void tellsTheRestSinceTheRepBefore() {
    List<Rep> reps = new DrawnLifter(100).draw(at -> at < 7 ? hinge(at) : hinge(at - 5), 12).reps();
    Rep second = reps.get(1).restedSince(reps.get(0));

    assertThat(second.metrics().get(Metric.REST_BEFORE_S)).hasValueCloseTo(
        (reps.get(1).startNanos() - reps.get(0).lockoutNanos()) * 1e-9, within(1e-9));
    assertThat(reps.get(0).metrics().get(Metric.REST_BEFORE_S)).isEmpty();
  }

  @Test
  void tellsTheFlexionGainedToMidAscent() {
    DoubleUnaryOperator rounding =
        at -> at < UP_S ? hinge(at) / 3 : hinge(at) / 3 + 9 * Math.sin(Math.PI * (at - UP_S) / 1.5);
    Rep rep = new DrawnLifter(100).flexion(at -> at > TOP_S ? 0 : rounding.applyAsDouble(at))
        .draw(MeasuredMetricsTest::hinge, 7).rep();
    double onset = rep.ascentOnsetNanos() * 1e-9;
    double mid = onset + 0.4 * (rep.lockoutNanos() * 1e-9 - onset);

    assertThat(value(rep, LUMBAR_FLEXION_AT_ONSET_DEG)).isCloseTo(rounding.applyAsDouble(onset), within(0.1));
    assertThat(value(rep, LUMBAR_FLEXION_GAIN_DEG))
        .isCloseTo(rounding.applyAsDouble(mid) - rounding.applyAsDouble(onset), within(0.2));
  }

  /** Pelvis and trunk go the same way, the one {@code lead} seconds before the other. */
  @ParameterizedTest
  @ValueSource(doubles = {-0.15, 0.0, 0.1, 0.2})
  void tellsByHowMuchTheHipsLead(double leadS) {
    DoubleUnaryOperator trunk = at -> eased(at, 0.5, 2.0, 60, 0);
    DoubleUnaryOperator pelvis = at -> 0.75 * eased(at + leadS, 0.5, 2.0, 60, 0);
    RepRows rows = rows(trunk, at -> trunk.applyAsDouble(at) - pelvis.applyAsDouble(at));
    AscentPhases ascent = new AscentPhases(rows, 0, 240);

    assertThat(ascent.hipTrunkLagRatio() * 2.4).isCloseTo(leadS, within(0.002));
  }

  @Test
  void tellsNoLagWhereTheHipsHardlyMove() {
    RepRows rows = rows(at -> eased(at, 0.5, 2.0, 60, 0), at -> eased(at, 0.5, 2.0, 52, 0));
    assertThat(new AscentPhases(rows, 0, 240).hipTrunkLagRatio()).isNaN();
  }

  @Test
  void withOneSensorNothingIsSaidOfTheLumbarSpine() {
    Rep rep = drawn(100);
    assertThat(rep.metrics().values().keySet()).doesNotContainAnyElementsOf(Metric.lumbar());
    assertThat(Metric.lumbar()).contains(LUMBAR_FLEXION_GAIN_DEG, HIP_TRUNK_LAG_RATIO);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-7, 5})
  void tellsHowFarItTiltsAside(double asideDeg) {
    Rep rep = new DrawnLifter(100).lateral(at -> 2 + asideDeg * hinge(at) / 60)
        .draw(MeasuredMetricsTest::hinge, 7).rep();
    assertThat(value(rep, LATERAL_TILT_CHANGE_DEG)).isCloseTo(asideDeg, within(Math.abs(asideDeg) * 0.1));
  }

  @Test
  void aStutterIsLessSmooth() {
    double even = value(drawn(100), SMOOTHNESS_LDLJ);
    DoubleUnaryOperator stuttering =
        at -> hinge(at) + (at > UP_S && at < TOP_S ? 1.2 * Math.sin(2 * Math.PI * 3 * (at - UP_S)) : 0);
    double stutter = value(new DrawnLifter(100).draw(stuttering, 7).rep(), SMOOTHNESS_LDLJ);

    assertThat(stutter).isLessThan(even - 1);
    assertThat(value(drawn(400), SMOOTHNESS_LDLJ)).isCloseTo(even, within(0.25));
  }

  /** 0.6 °/s at 30 Hz is no movement; unfiltered it would weigh seventy times as much as the rep itself. */
  @Test
  void shakingOfTheSensorIsNotTakenForJerk() {
    double even = value(drawn(200), SMOOTHNESS_LDLJ);
    DoubleUnaryOperator shaken = at -> hinge(at) + 0.003 * Math.sin(2 * Math.PI * 30 * at);
    double found = value(new DrawnLifter(200).draw(shaken, 7).rep(), SMOOTHNESS_LDLJ);
    assertThat(found).isCloseTo(even, within(0.5));
  }

  @Test
  void nothingIsToldOfALeadThatWasNotSeen() {
    Rep rep = new DrawnLifter(100).flexion(at -> 10).draw(at -> hinge(at + UP_S), 4).rep();

    assertThat(missing(rep)).containsExactlyInAnyOrder(
        ECCENTRIC_DURATION_S, TIME_UNDER_TENSION_S, Metric.REST_BEFORE_S, Metric.VELOCITY_LOSS_BY_DURATION_RATIO,
        LATERAL_TILT_CHANGE_DEG, AXIAL_ROTATION_DEG, Metric.LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO);
  }

  @Test
  void withoutAGyroscopeNoRatesAreTold() {
    Rep rep = new DrawnLifter(100).flexion(at -> hinge(at) / 3).withoutGyroscope()
        .draw(MeasuredMetricsTest::hinge, 7).rep();

    assertThat(missing(rep)).contains(
        EARLY_EXTENSION_RATE_DPS, AXIAL_ROTATION_DEG, SMOOTHNESS_SPARC, SMOOTHNESS_LDLJ);
    assertThat(missing(rep)).doesNotContain(INCLINATION_AT_MID_ASCENT_DEG, LUMBAR_FLEXION_GAIN_DEG);
  }

  @ParameterizedTest
  @CsvSource({"12,true,true,true", "25,false,false,true", "50,false,false,false"})
  void whatIsTooQuickForTheSamplingIsNotTold(int hz, boolean noEarlyRate, boolean noSparc, boolean noLdlj) {
    Set<Metric> missing = missing(drawn(hz));

    assertThat(missing.contains(EARLY_EXTENSION_RATE_DPS)).isEqualTo(noEarlyRate);
    assertThat(missing.contains(SMOOTHNESS_SPARC)).isEqualTo(noSparc);
    assertThat(missing.contains(SMOOTHNESS_LDLJ)).isEqualTo(noLdlj);
  }

  @Test
  void aHoleTakesWhatLiesInItAndLeavesTheRest() {
    assertThat(missingWithHole(4.7, 4.95)).as("in the upper half of the ascent").contains(
        SMOOTHNESS_SPARC, SMOOTHNESS_LDLJ, HIP_TRUNK_LAG_RATIO, INCLINATION_PEAK_DEG, RANGE_OF_MOTION_DEG,
        LUMBAR_FLEXION_PEAK_DEG, AXIAL_ROTATION_DEG).doesNotContain(
        INCLINATION_AT_ONSET_DEG, INCLINATION_AT_MID_ASCENT_DEG, LUMBAR_FLEXION_GAIN_DEG, EARLY_EXTENSION_RATE_DPS,
        CONCENTRIC_DURATION_S, LEAN_BACK_AT_LOCKOUT_DEG);
    assertThat(missingWithHole(4.5, 4.9)).as("over its middle").contains(
        INCLINATION_AT_MID_ASCENT_DEG, LUMBAR_FLEXION_GAIN_DEG).doesNotContain(
        INCLINATION_AT_ONSET_DEG, LUMBAR_FLEXION_AT_ONSET_DEG);
    assertThat(missingWithHole(4.0, 4.45)).as("over the onset").contains(
        CONCENTRIC_DURATION_S, INCLINATION_AT_ONSET_DEG, EARLY_EXTENSION_RATE_DPS, LUMBAR_FLEXION_GAIN_DEG);
    assertThat(missingWithHole(2.5, 2.9)).as("on the way down").doesNotContain(
        CONCENTRIC_DURATION_S, INCLINATION_AT_ONSET_DEG, EARLY_EXTENSION_RATE_DPS, SMOOTHNESS_SPARC,
        HIP_TRUNK_LAG_RATIO, TIME_UNDER_TENSION_S);
  }

  private static Set<Metric> missingWithHole(double from, double until) {
    return missing(new DrawnLifter(100).flexion(at -> hinge(at) / 3).unseen(from, until)
        .draw(MeasuredMetricsTest::hinge, 7).rep());
  }

  private static RepRows rows(DoubleUnaryOperator inclinationDeg, DoubleUnaryOperator flexionDeg) {
    LiftFrames frames = new LiftFrames();
    LiftFrame frame = new LiftFrame();
    for (int i = 0; i <= 250; i++) {
      frame.timeNanos = i * 10_000_000L;
      frame.inclinationDeg = inclinationDeg.applyAsDouble(i * 0.01);
      frame.lumbarFlexionDeg = flexionDeg.applyAsDouble(i * 0.01);
      frames.add(frame);
    }
    return new RepRows(frames, 0, 250);
  }

  private static double value(Rep rep, Metric metric) {
    return rep.metrics().get(metric).orElseThrow(() -> new AssertionError(metric.key() + " is missing"));
  }

  private static Set<Metric> missing(Rep rep) {
    List<Metric> all = new ArrayList<>(List.of(Metric.values()));
    all.removeAll(rep.metrics().values().keySet());
    return Set.copyOf(all);
  }
}
