package io.flatback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.form.compare.Loads;
import io.flatback.lift.Metric;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BetweenSetsTest {

  @Test
  void comparesWithTheFirstSetAtTheSameLoadWhereThereIsOne() {
    ReportModel model = model(100, 140, 102.5);
    List<BetweenSets> posture = of(model, Metric.INCLINATION_AT_ONSET_DEG);

    assertThat(posture).extracting(one -> one.fromSet().index()).containsExactly(1, 1);
    assertThat(posture).extracting(BetweenSets::loads).containsExactly(Loads.DIFFERENT, Loads.SAME);

    List<BetweenSets> heavy = of(model(100, 140, 141), Metric.INCLINATION_AT_ONSET_DEG);
    assertThat(heavy).extracting(one -> one.fromSet().index()).containsExactly(1, 2);
    assertThat(heavy).extracting(BetweenSets::loads).containsExactly(Loads.DIFFERENT, Loads.SAME);
  }

  @Test
  void namesAChangeOfLoadAndTakesItForNothingElse() {
    BetweenSets heavier = of(model(100, 140), Metric.CONCENTRIC_DURATION_S).getFirst();

    assertThat(BetweenSentence.of(heavier)).contains("at 140 kg instead of 100 kg, which alone changes");
  }

  @Test
  void tellsTheTrendOverThreeSetsAtOneLoadAsAnEffectBesideItsNoise() {
    AcrossSets trend =
        model(100, 102, 140, 100).acrossSets().stream()
            .filter(one -> one.metric() == Metric.INCLINATION_AT_ONSET_DEG)
            .findFirst()
            .orElseThrow();

    assertThat(trend.sets()).containsExactly(1, 2, 4);
    assertThat(trend.slopePerSet()).isEqualTo(2, within(1e-9));
    assertThat(trend.plusMinus()).isPresent();
    assertThat(BetweenSentence.of(trend)).contains("sets 1, 2, 4").contains("\u00b1").contains("not tested");
  }

  @Test
  void hasNoTrendOverTwoSetsNorWhereNoLoadIsKnown() {
    assertThat(model(100, 100).acrossSets()).isEmpty();
    assertThat(model(100, 140, 120).acrossSets()).isEmpty();
    assertThat(ReportModel.of(session(sets(0, 0, 0)), Sessions.CONTEXT).acrossSets()).isEmpty();
  }

  /** What slips between two sets has a standing reference of its own in each. */
  @Test
  void comparesNoAngleAgainstStandingWhereTheSensorSatDifferently() {
    String note = "The sensor sits differently from one set to another: angles are not compared between those sets.";
    SessionResult whole = session(sets(100, 100));
    SessionResult slipped =
        new SessionResult(whole.recording(), whole.mode(), whole.mounting(), whole.sets(), List.of(note));

    assertThat(of(ReportModel.of(whole, Sessions.CONTEXT), Metric.INCLINATION_AT_ONSET_DEG)).hasSize(1);
    assertThat(of(ReportModel.of(slipped, Sessions.CONTEXT), Metric.INCLINATION_AT_ONSET_DEG)).isEmpty();
    assertThat(of(ReportModel.of(slipped, Sessions.CONTEXT), Metric.CONCENTRIC_DURATION_S)).hasSize(1);
    assertThat(of(ReportModel.of(slipped, Sessions.CONTEXT), Metric.RANGE_OF_MOTION_DEG)).hasSize(1);
  }

  private static List<BetweenSets> of(ReportModel model, Metric metric) {
    return model.betweenSets().stream().filter(one -> one.metric() == metric).toList();
  }

  private static ReportModel model(double... loadsKg) {
    return ReportModel.of(session(sets(loadsKg)), Sessions.CONTEXT);
  }

  private static SessionResult session(List<WorkSet> sets) {
    return Sessions.oneSensor(600, sets.toArray(WorkSet[]::new));
  }

  /** Each begins 2° further forward than the one before; a load of 0 is not known. */
  private static List<WorkSet> sets(double... loadsKg) {
    List<WorkSet> sets = new ArrayList<>();
    for (int i = 0; i < loadsKg.length; i++) {
      double lean = 40 + 2 * i;
      SetBuilder set =
          new SetBuilder(i + 1, 120 * i).pulls(.8, .82, .81, .83, .8).onsets(lean, lean + 1, lean - 1, lean + 1, lean);
      sets.add((loadsKg[i] == 0 ? set : set.load(loadsKg[i])).build());
    }
    return sets;
  }
}
