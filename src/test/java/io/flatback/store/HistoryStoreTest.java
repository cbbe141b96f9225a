package io.flatback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.form.AthleteHistory;
import io.flatback.form.AthleteHistory.PooledSigma;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepQuality;
import io.flatback.session.WorkSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStoreTest {
  @TempDir Path directory;

  @Test
  void knowsNothingBeforeTheFirstSession() {
    try (Gym gym = Gym.in(directory)) {
      assertThat(gym.database.history().of(gym.athlete.id(), "deadlift").sigmas()).isEmpty();
    }
  }

  @Test
  void poolsTheScatterAboutEachSetsOwnTrend() {
    try (Gym gym = Gym.in(directory)) {
      // About a line the first set scatters by 0.1, −0.1, −0.1, 0.1: squares 0.04 with 2 degrees of freedom;
      // the second rises evenly: no scatter at all, however much it drifts.
      ended(gym, Results.set(1, 1.1, 0.9, 0.9, 1.1), Results.set(2, 1.0, 1.5, 2.0, 2.5, 3.0));
      PooledSigma sigma = sigma(gym, Metric.CONCENTRIC_DURATION_S);
      assertThat(sigma.degreesOfFreedom()).isEqualTo(2 + 3);
      assertThat(sigma.sigma()).isCloseTo(Math.sqrt(0.04 / 5), within(1e-9));
    }
  }

  @Test
  void takesVelocityLossFromTheLogarithmOfTheDuration() {
    try (Gym gym = Gym.in(directory)) {
      SplittableRandom random = new SplittableRandom(4);
      List<WorkSet> sets = new ArrayList<>();
      for (int set = 1; set <= 60; set++) {
        double base = 0.6 + 0.02 * set;
        sets.add(Results.set(set, random.doubles(8).map(u -> base * Math.exp(0.1 * (u - 0.5))).toArray()));
      }
      ended(gym, sets.toArray(WorkSet[]::new));
      PooledSigma sigma = sigma(gym, Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
      assertThat(sigma.degreesOfFreedom()).isEqualTo(60 * 6);
      assertThat(sigma.sigma()).as("of a rectangle 0.1 wide").isCloseTo(0.1 / Math.sqrt(12), within(0.002));
    }
  }

  @Test
  void learnsOnlyFromCleanRepsBeforeTheFirstAlarm() {
    try (Gym gym = Gym.in(directory)) {
      List<Rep> reps =
          List.of(
              Results.rep(1, 1.1),
              Results.rep(2, 0.9),
              Results.rep(3, 0.9),
              Results.rep(4, 1.1),
              Results.rep(5, 9.0, RepQuality.GAP),
              Results.rep(6, 8.0),
              Results.rep(7, 8.0));
      ended(gym, Results.set(1, reps, List.of(Results.warning(7))));
      PooledSigma sigma = sigma(gym, Metric.CONCENTRIC_DURATION_S);
      assertThat(sigma.degreesOfFreedom()).isEqualTo(2);
      assertThat(sigma.sigma()).isCloseTo(Math.sqrt(0.04 / 2), within(1e-9));
    }
  }

  @Test
  void looksOnlyAtEndedSessionsOfThisAthleteInThisExercise() {
    try (Gym gym = Gym.in(directory)) {
      Athlete other = gym.database.athletes().create("Ben");
      TrainingSession active = gym.start(gym.lumbar);
      gym.database.results().replace(active.id(), Results.result(Results.set(1, 1.0, 1.1, 1.0, 1.2)));
      assertThat(gym.database.history().of(gym.athlete.id(), "deadlift")).isEqualTo(AthleteHistory.NONE);
      gym.end(active);
      assertThat(sigma(gym, Metric.CONCENTRIC_DURATION_S).degreesOfFreedom()).isEqualTo(2);
      assertThat(gym.database.history().of(other.id(), "deadlift")).isEqualTo(AthleteHistory.NONE);
      assertThat(gym.database.history().of(gym.athlete.id(), "squat")).isEqualTo(AthleteHistory.NONE);
    }
  }

  @Test
  void readsTheSessionsBeforeATimeNewestFirst() {
    try (Gym gym = Gym.in(directory)) {
      for (int set = 1; set <= 3; set++) {
        ended(gym, Results.set(set, 1.0, 1.1, 1.0, 1.2));
        gym.waitSeconds(86_400);
      }
      TrainingSession active = gym.start(gym.lumbar);
      gym.database.results().replace(active.id(), Results.result(Results.set(9, 1.0)));
      HistoryStore history = gym.database.history();

      assertThat(history.sessionsBefore(active.startedAt(), gym.athlete.id(), 2))
          .extracting(session -> session.result().sets().getFirst().index())
          .containsExactly(3, 2);
      assertThat(history.sessionsBefore(Gym.MORNING.plusSeconds(1), gym.athlete.id(), 9))
          .extracting(session -> session.startedAt())
          .containsExactly(Gym.MORNING);
      assertThat(history.sessionsBefore(active.startedAt(), "nobody", 9)).isEmpty();
    }
  }

  private static void ended(Gym gym, WorkSet... sets) {
    TrainingSession session = gym.start(gym.lumbar);
    gym.end(session);
    gym.database.results().replace(session.id(), Results.result(sets));
  }

  private static PooledSigma sigma(Gym gym, Metric metric) {
    return gym.database.history().of(gym.athlete.id(), "deadlift").sigma(metric).orElseThrow();
  }
}
