package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.form.AthleteHistory;
import io.flatback.form.NoiseBand;
import io.flatback.lift.LiftEvent;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a set is judged by is learnt from the sets before it, of the same day and exercise. */
class SetTrackerTest {
  private static final long REP_NANOS = 3_000_000_000L;

  @Test
  void learnsTheWearersScatterFromTodaysSets() {
    List<List<NoiseBand>> bands = setsOfTwelve("deadlift");

    assertThat(bands.get(0)).allMatch(band -> band.degreesOfFreedom() == 0);
    assertThat(bands.get(1)).as("ten degrees of freedom are too few").allMatch(band -> band.degreesOfFreedom() == 0);
    assertThat(bands.get(2)).anySatisfy(band -> {
      assertThat(band.metric()).isEqualTo(Metric.INCLINATION_AT_ONSET_DEG);
      assertThat(band.degreesOfFreedom()).isEqualTo(20);
      assertThat(band.sigma()).as("of an angle that goes up and down by a degree").isBetween(0.9, 1.2);
    });
  }

  @Test
  void learnsNothingFromSetsOfAnExerciseThatIsOnlyGuessed() {
    assertThat(setsOfTwelve(null)).allSatisfy(bands -> assertThat(bands).allMatch(band -> band.degreesOfFreedom() == 0));
  }

  private static List<List<NoiseBand>> setsOfTwelve(@Nullable String exercise) {
    SetTracker tracker =
        new SetTracker(
            new SessionSettings(exercise, null, AthleteHistory.NONE, List.of()), new TraceRecorder(), nanos -> 0);
    List<SessionEvent> events = new ArrayList<>();
    for (int set = 0; set < 3; set++) {
      for (int i = 1; i <= 12; i++) {
        Rep rep = rep(i, (set * 20L + i) * REP_NANOS);
        tracker.take(new LiftEvent.Completed(rep.lockoutNanos(), rep, 0.4), false, events);
      }
      tracker.end((set * 20L + 14) * REP_NANOS, events);
    }
    return events.stream()
        .filter(SessionEvent.SetEnded.class::isInstance)
        .map(event -> ((SessionEvent.SetEnded) event).set().bands())
        .toList();
  }

  private static Rep rep(int index, long startNanos) {
    double upAndDown = index % 2 == 0 ? 1.0 : -1.0;
    Map<Metric, Double> metrics =
        Map.of(Metric.CONCENTRIC_DURATION_S, 1.0 + 0.02 * upAndDown, Metric.INCLINATION_AT_ONSET_DEG, 50 + upAndDown);
    long at = startNanos;
    return new Rep(
        index, at, at + 900_000_000L, at + 1_000_000_000L, at + 1_900_000_000L, at + 2_000_000_000L,
        at + 2_500_000_000L, Set.of(), new RepMetrics(metrics));
  }
}
