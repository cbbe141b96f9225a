package io.flatback.form.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.form.AthleteHistory;
import io.flatback.form.AthleteHistory.PooledSigma;
import io.flatback.form.FormSettings;
import io.flatback.form.SetFindings;
import io.flatback.form.SetForm;
import io.flatback.form.evidence.Evidence;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SetSummaryTest {
  private static final double[] STEADY = {1.0, 1.02, .98, 1.0, 1.01, 1.02};
  private static final double[] UPRIGHT = {45, 46, 44, 45, 46, 45};

  @Test
  void tellsTheSlowDownOfTheLastRepsAgainstTheFastestOfTheFirstThree() {
    SlowDown slow = of(set(1, 100.0, 1.1, 1.0, 1.05, 1.1, 1.2, 1.3), List.of()).slowDown().orElseThrow();

    assertThat(slow.longerRatio()).isEqualTo(Math.sqrt(1.2 * 1.3) - 1, within(1e-9));
    assertThat(slow.lossRatio()).isEqualTo(1 - 1 / Math.sqrt(1.2 * 1.3), within(1e-9));
    assertThat(slow.firstRep()).isEqualTo(5);
    assertThat(slow.lastRep()).isEqualTo(6);
    assertThat(slow.plusMinus().orElseThrow())
        .isEqualTo((1 + slow.longerRatio()) * 1.96 * .05 * Math.sqrt(1.5), within(1e-6));
  }

  @Test
  void tellsNoSlowDownOfTheRepsThatAreTheReference() {
    assertThat(of(set(1, 100.0, 1, 1.5, 2), List.of()).slowDown()).isEmpty();
    assertThat(of(set(1, 100.0, 1, 1, 1, 1.5), List.of()).slowDown().orElseThrow().firstRep()).isEqualTo(4);
  }

  @Test
  void saysNothingWhereLittleIsKnown() {
    SetSummary one = of(set(1, 100.0, 1.0), List.of());

    assertThat(one.reps()).isEqualTo(1);
    assertThat(one.suggestion()).isEmpty();
    assertThat(one.firstRepOutside()).isEmpty();
    assertThat(one.before()).isEmpty();
    assertThat(one.lastTime()).isEmpty();
    assertThat(one.pattern().kind()).isEqualTo(PatternFinding.Kind.NOT_ENOUGH);
  }

  @Test
  void suggestsToEndTheSetWhileItGoesOnAndTheNextOneEarlierWhenItHasEnded() {
    SetFacts warned = known(1, 1, 1, 1, 1.2, 1.5, 1.6);

    Suggestion meanwhile = SetSummary.of(warned, List.of(), /* over= */ false).suggestion().orElseThrow();
    SetSummary ended = of(warned, List.of());

    assertThat(meanwhile.kind()).isEqualTo(Suggestion.Kind.END_SET);
    assertThat(meanwhile.text()).isEqualTo("Consider ending the set.");
    assertThat(meanwhile.reason()).isEqualTo("Reps 5 and 6 took 50 % and 60 % longer than your fastest early rep.");
    assertThat(ended.suggestion().orElseThrow().kind()).isEqualTo(Suggestion.Kind.END_EARLIER);
    assertThat(ended.suggestion().orElseThrow().reason()).contains("left your band at rep 4");
    assertThat(ended.firstRepOutside()).hasValue(4);
  }

  @Test
  void suggestsRestWhereTheFirstRepsWereSlowerThanInTheSetBeforeAtTheSameLoad() {
    SetFacts before = set(1, 100.0, STEADY);
    SetFacts slower = set(2, 100.0, scaled(1.2));

    Suggestion suggestion = of(slower, List.of(before)).suggestion().orElseThrow();

    assertThat(suggestion.kind()).isEqualTo(Suggestion.Kind.ADD_REST);
    assertThat(suggestion.text()).isEqualTo("Consider a longer rest before the next set.");
    assertThat(suggestion.reason())
        .isEqualTo("Your first reps took 20 % ± 10 % longer than those of set 1 at the same load.");
    assertThat(suggestion.evidence()).startsWith("own-");
  }

  @Test
  void suggestsToEndEarlierAfterALargeSlowDownThatMayNotWarnYet() {
    Suggestion suggestion = of(set(1, 100.0, 1, 1, 1, 1.2, 1.8, 2.2), List.of()).suggestion().orElseThrow();

    assertThat(suggestion.kind()).isEqualTo(Suggestion.Kind.END_EARLIER);
    assertThat(suggestion.reason()).isEqualTo("Your last reps took 99 % ± 24 % longer than your fastest early rep.");
  }

  @Test
  void neverCallsTheLoadFitOfASetInWhichSomethingChanged() {
    Suggestion suggestion = of(set(1, 100.0, 1, 1, 1, 1, 1.22, 1.34), List.of()).suggestion().orElseThrow();

    assertThat(suggestion.kind()).isEqualTo(Suggestion.Kind.ADD_NOTHING);
    assertThat(suggestion.text()).isEqualTo("Consider adding neither load nor reps yet.");
  }

  @Test
  void takesAHeavierBarForNoLackOfRest() {
    assertThat(of(set(2, 120.0, scaled(1.2)), List.of(set(1, 100.0, STEADY))).before()).isEmpty();
    assertThat(of(set(2, null, scaled(1.2)), List.of(set(1, null, STEADY))).before()).isEmpty();
    assertThat(of(set(2, 120.0, scaled(1.2)), List.of(set(1, 100.0, STEADY))).suggestion().orElseThrow().kind())
        .isEqualTo(Suggestion.Kind.KEEP_LOAD);
  }

  @Test
  void saysNoWordOfRestForASlownessThatChanceExplains() {
    assertThat(of(set(2, 100.0, scaled(1.07)), List.of(set(1, 100.0, STEADY))).suggestion().orElseThrow().kind())
        .isEqualTo(Suggestion.Kind.KEEP_LOAD);
  }

  @Test
  void comparesWithTheLatestSetAtThatLoadAndNotWithAngleOfASensorThatSatOtherwise() {
    List<SetFacts> earlier = List.of(set(1, 100.0, STEADY), set(2, 100.0, STEADY), set(3, 120.0, STEADY));
    SetComparison same = of(set(4, 100.0, STEADY), earlier).before().orElseThrow();
    SetComparison slipped = of(atStretch(1, set(4, 100.0, STEADY)), earlier).before().orElseThrow();

    assertThat(same.set()).isEqualTo(2);
    assertThat(same.postureShiftDeg()).isPresent();
    assertThat(slipped.postureShiftDeg()).isEmpty();
    assertThat(slipped.startLonger()).isPresent();
  }

  @Test
  void comparesWithTheSameSetOfTheNewestDayThatHasIt() {
    SetFacts now = set(2, 100.0, STEADY);
    EarlierDays days =
        new EarlierDays(
            List.of(
                List.of(dayBefore(set(1, 80.0, STEADY))),
                List.of(dayBefore(set(1, 100.0, STEADY)), dayBefore(set(3, 100.0, scaled(.8)))),
                List.of(dayBefore(set(2, 100.0, STEADY)))));
    SetComparison lastTime = SetSummary.of(now, List.of(), days, /* over= */ true).lastTime().orElseThrow();

    assertThat(lastTime.set()).as("of the newest day with this load, the first of those equally near").isEqualTo(1);
    assertThat(lastTime.startLonger().orElseThrow().value()).isEqualTo(0, within(1e-9));
    assertThat(lastTime.postureShiftDeg()).as("the sensor was put on anew").isEmpty();
    assertThat(SetSummary.of(set(1, 120.0, STEADY), List.of(), days, /* over= */ true).lastTime()).isEmpty();
  }

  private static SetFacts dayBefore(SetFacts set) {
    return new SetFacts(
        set.index(), set.exercise(), set.exerciseGuessed(), set.loadKg(), EarlierDays.ANOTHER_DAY, set.reps(),
        set.warnings(), set.drift(), set.bands());
  }

  @Test
  void everySuggestionNamesASourceOfTheCatalogue() {
    List<SetSummary> all =
        List.of(
            of(known(1, 1, 1, 1, 1.2, 1.5, 1.6), List.of()),
            of(set(2, 100.0, scaled(1.2)), List.of(set(1, 100.0, STEADY))),
            of(set(1, 100.0, STEADY), List.of()), of(set(1, 100.0, 1, 1, 1, 1, 1.22, 1.34), List.of()));

    assertThat(all).extracting(one -> one.suggestion().orElseThrow().kind()).doesNotHaveDuplicates();
    for (SetSummary summary : all) {
      assertThat(Evidence.CATALOGUE.source(summary.suggestion().orElseThrow().evidence())).isNotNull();
    }
    assertThat(Evidence.CATALOGUE.source(PatternFinding.EVIDENCE)).isNotNull();
  }

  private static SetSummary of(SetFacts now, List<SetFacts> earlier) {
    return SetSummary.of(now, earlier, /* over= */ true);
  }

  private static double[] scaled(double factor) {
    return Arrays.stream(STEADY).map(value -> value * factor).toArray();
  }

  private static SetFacts set(int index, @Nullable Double loadKg, double... seconds) {
    return set(index, loadKg, AthleteHistory.NONE, seconds);
  }

  private static SetFacts known(int index, double... seconds) {
    return set(
        index, 100.0,
        new AthleteHistory(Map.of(Metric.VELOCITY_LOSS_BY_DURATION_RATIO, new PooledSigma(.05, 40))), seconds);
  }

  private static SetFacts set(int index, @Nullable Double loadKg, AthleteHistory history, double... seconds) {
    List<Rep> reps = new ArrayList<>();
    for (int i = 0; i < seconds.length; i++) {
      reps.add(rep(i + 1, seconds[i], UPRIGHT[i % UPRIGHT.length]));
    }
    SetFindings found = SetForm.judge(reps, FormSettings.of(history, false));
    return new SetFacts(
        index, "deadlift", false, loadKg, 0, found.reps(), found.warnings(), found.drift(), found.bands());
  }

  private static SetFacts atStretch(int stretch, SetFacts set) {
    return new SetFacts(
        set.index(), set.exercise(), set.exerciseGuessed(), set.loadKg(), stretch, set.reps(), set.warnings(),
        set.drift(), set.bands());
  }

  private static Rep rep(int index, double seconds, double inclinationDeg) {
    long at = index * 4_000_000_000L;
    return new Rep(
        index, at, at + 1_000_000_000L, at + 1_200_000_000L, at + 2_300_000_000L, at + 2_400_000_000L,
        at + 3_000_000_000L, Set.of(),
        new RepMetrics(
            Map.of(Metric.CONCENTRIC_DURATION_S, seconds, Metric.INCLINATION_AT_ONSET_DEG, inclinationDeg)));
  }
}
