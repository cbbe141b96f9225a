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
  void poolsTheSpreadWithinSets() {
    try (Gym gym = Gym.in(directory)) {
      // About the sets' own means 1.0 and 3.0: squares 0.02 with 2 degrees, 0.08 with 1.
      ended(gym, Results.set(1, 0.9, 1.0, 1.1), Results.set(2, 2.8, 3.2));
      PooledSigma sigma = sigma(gym, Metric.CONCENTRIC_DURATION_S);
      assertThat(sigma.degreesOfFreedom()).isEqualTo(3);
      assertThat(sigma.sigma()).isCloseTo(Math.sqrt((0.02 + 0.08) / 3), within(1e-9));
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
      assertThat(sigma.degreesOfFreedom()).isEqualTo(60 * 7);
      assertThat(sigma.sigma()).as("of a rectangle 0.1 wide").isCloseTo(0.1 / Math.sqrt(12), within(0.002));
    }
  }

  @Test
  void leavesOutRepsThatWarnedOrAreNotClean() {
    try (Gym gym = Gym.in(directory)) {
      List<Rep> reps =
          List.of(
              Results.rep(1, 1.0),
              Results.rep(2, 9.0, RepQuality.GAP),
              Results.rep(3, 1.2),
              Results.rep(4, 8.0));
      ended(gym, Results.set(1, reps, List.of(Results.warning(4))));
      PooledSigma sigma = sigma(gym, Metric.CONCENTRIC_DURATION_S);
      assertThat(sigma.degreesOfFreedom()).isEqualTo(1);
      assertThat(sigma.sigma()).isCloseTo(Math.sqrt(0.02), within(1e-9));
    }
  }

  @Test
  void looksOnlyAtEndedSessionsOfThisAthleteInThisExercise() {
    try (Gym gym = Gym.in(directory)) {
      Athlete other = gym.database.athletes().create("Ben");
      TrainingSession active = gym.start(gym.lumbar);
      gym.database.results().replace(active.id(), Results.result(Results.set(1, 1.0, 1.1)));
      assertThat(gym.database.history().of(gym.athlete.id(), "deadlift")).isEqualTo(AthleteHistory.NONE);
      gym.end(active);
      assertThat(sigma(gym, Metric.CONCENTRIC_DURATION_S).degreesOfFreedom()).isEqualTo(1);
      assertThat(gym.database.history().of(other.id(), "deadlift")).isEqualTo(AthleteHistory.NONE);
      assertThat(gym.database.history().of(gym.athlete.id(), "squat")).isEqualTo(AthleteHistory.NONE);
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
