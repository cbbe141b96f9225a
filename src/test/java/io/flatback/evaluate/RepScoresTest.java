package io.flatback.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.lift.Rep;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A detector that errs is told so: one that finds nothing, invents, is late, or counts right in the wrong place. */
class RepScoresTest {
  private static final TrueReps THREE = reps(5, 10, 15);

  @Test
  void aPerfectDetectorIsPerfect() {
    List<Rep> found = FoundReps.at(5, 10, 15);
    CountScore score = score(found);
    assertThat(score.isExact()).isTrue();
    assertThat(score.precision()).isEqualTo(1);
    assertThat(score.recall()).isEqualTo(1);
    TimingErrors timing = TimingErrors.of(Matching.of(found, THREE.reps()));
    for (RepMoment moment : RepMoment.values()) {
      assertThat(timing.of(moment).count()).as(moment.key()).isEqualTo(3);
      assertThat(timing.of(moment).worst()).as(moment.key()).isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void oneThatFindsNothingHasNoRecall() {
    CountScore score = score(List.of());
    assertThat(score.recall()).isZero();
    assertThat(score.f1()).isZero();
    assertThat(score.isExact()).isFalse();
  }

  @Test
  void oneThatInventsLosesPrecision() {
    CountScore score = score(FoundReps.at(5, 7.6, 10, 12.4, 15));
    assertThat(score.matched()).isEqualTo(3);
    assertThat(score.precision()).isEqualTo(0.6);
    assertThat(score.f1()).isEqualTo(0.75);
  }

  @Test
  void theRightNumberInTheWrongPlacesIsNotExact() {
    CountScore score = score(FoundReps.at(5, 5.3, 15));
    assertThat(score.found()).isEqualTo(score.expected());
    assertThat(score.matched()).as("one rep counted twice, one not").isEqualTo(2);
    assertThat(score.isExact()).isFalse();
  }

  @Test
  void oneThatIsLateIsLateInEveryMoment() {
    List<Rep> late = List.of(FoundReps.rep(1, 5, 0.4), FoundReps.rep(2, 10, 0.4), FoundReps.rep(3, 15.3, 0.1));
    TimingErrors timing = TimingErrors.of(Matching.of(late, THREE.reps()));
    assertThat(timing.of(RepMoment.START).median()).isCloseTo(0.4, within(1e-9));
    assertThat(timing.of(RepMoment.UPRIGHT).worst()).isCloseTo(0.4, within(1e-9));
    assertThat(timing.of(RepMoment.LOCKOUT).worst()).isCloseTo(0.4, within(1e-9));
    assertThat(timing.of(RepMoment.BOTTOM).median()).isZero();
    assertThat(timing.of(RepMoment.BOTTOM).worst()).as("0.3 s off, 0.2 s allowed").isCloseTo(0.1, within(1e-9));
  }

  @Test
  void medianPercentileAndWorstAreWhatTheySay() {
    Errors errors = new Errors(List.of(0.4, 0.1, 0.2, 0.3));
    assertThat(errors.median()).isCloseTo(0.25, within(1e-12));
    assertThat(errors.worst()).isEqualTo(0.4);
    assertThat(errors.percentile95()).isEqualTo(0.4);
    assertThat(Errors.NONE.median()).isNaN();
  }

  @Test
  void aMeasuredAngleGivesItsOwnReps() {
    double[] times = new double[2000];
    double[] lean = new double[times.length];
    Arrays.setAll(times, i -> i * 0.01);
    Arrays.setAll(lean, i -> Math.max(0, 60 * Math.sin(Math.PI * (times[i] - 4) / 4)));
    List<TrueRep> reps = MeasuredReps.of(times, lean);
    assertThat(reps).as("0 at 4 s, 8 s, 12 s, 16 s").hasSize(2);
    double crossing = 4 / Math.PI * Math.asin(5.0 / 60);
    double near = 4 / Math.PI * Math.acos(58.5 / 60);
    Map<RepMoment, Span> moments = reps.get(0).moments();
    assertThat(moments.get(RepMoment.START).fromSeconds()).isCloseTo(4 + crossing, within(0.002));
    assertThat(moments.get(RepMoment.UPRIGHT).fromSeconds()).isCloseTo(8 - crossing, within(0.002));
    assertThat(moments.get(RepMoment.BOTTOM).fromSeconds()).isCloseTo(6 - near, within(0.011));
    assertThat(moments.get(RepMoment.BOTTOM).toSeconds()).isCloseTo(6 + near, within(0.011));
    assertThat(moments.get(RepMoment.LOCKOUT).fromSeconds()).isBetween(8.0, 8.04);
    assertThat(moments.get(RepMoment.END).fromSeconds()).isBetween(8.99, 9.05);
  }

  private static CountScore score(List<Rep> found) {
    return CountScore.of(Matching.of(found, THREE.reps()), THREE);
  }

  private static TrueReps reps(double... bottoms) {
    List<TrueRep> reps = Arrays.stream(bottoms).mapToObj(RepScoresTest::trueRep).toList();
    return new TrueReps(OptionalInt.of(reps.size()), reps, true, false);
  }

  private static TrueRep trueRep(double bottom) {
    Rep found = FoundReps.rep(bottom);
    Map<RepMoment, Span> moments = new EnumMap<>(RepMoment.class);
    for (RepMoment moment : RepMoment.values()) {
      moments.put(moment, Span.at(moment.seconds(found)));
    }
    moments.put(RepMoment.BOTTOM, Span.around(bottom, 0.2));
    return new TrueRep(new Span(bottom - 1, bottom + 1), moments);
  }
}
