package io.flatback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.form.AthleteHistory;
import io.flatback.form.AthleteHistory.PooledSigma;
import io.flatback.form.ChangeSizes;
import io.flatback.form.FormPreferences;
import io.flatback.form.FormPreset;
import io.flatback.form.LoadedHistory;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepQuality;
import io.flatback.session.WorkSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStoreTest {
  @TempDir Path directory;

  @Test
  void knowsNothingBeforeTheFirstSession() {
    try (Gym gym = Gym.in(directory)) {
      assertThat(gym.database.history().of(gym.athlete.id(), "deadlift").at(null).sigmas()).isEmpty();
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
      assertThat(gym.database.history().of(gym.athlete.id(), "deadlift").at(null)).isEqualTo(AthleteHistory.NONE);
      gym.end(active);
      assertThat(sigma(gym, Metric.CONCENTRIC_DURATION_S).degreesOfFreedom()).isEqualTo(2);
      assertThat(gym.database.history().of(other.id(), "deadlift").at(null)).isEqualTo(AthleteHistory.NONE);
      assertThat(gym.database.history().of(gym.athlete.id(), "squat").at(null)).isEqualTo(AthleteHistory.NONE);
    }
  }

  @Test
  void learnsFromSetsAtComparableLoadFirst() {
    try (Gym gym = Gym.in(directory)) {
      ended(gym, loaded(Results.set(1, scattered(24, 0.1)), 100.0), loaded(Results.set(2, scattered(24, 0.3)), 60.0));
      LoadedHistory history = gym.database.history().of(gym.athlete.id(), "deadlift");
      assertThat(sigma(history, 102.5).degreesOfFreedom()).isEqualTo(22);
      assertThat(sigma(history, 102.5).sigma()).isLessThan(0.15);
      assertThat(sigma(history, 60.0).sigma()).isGreaterThan(0.25);
      assertThat(sigma(history, null).degreesOfFreedom()).as("no set without a load").isEqualTo(44);
    }
  }

  @Test
  void learnsAnewOnceAskedAndEarlierSessionsKeepWhatHeldThen() {
    try (Gym gym = Gym.in(directory)) {
      ended(gym, Results.set(1, 1.1, 0.9, 0.9, 1.1));
      gym.waitSeconds(60);
      Instant secondSession = gym.now();
      gym.waitSeconds(60);
      BaselineReset reset = gym.database.baselines().reset(gym.athlete.id(), "deadlift");
      gym.waitSeconds(60);
      Instant thirdSession = gym.now();
      assertThat(known(gym, thirdSession)).isEqualTo(AthleteHistory.NONE);
      assertThat(known(gym, secondSession)).isNotEqualTo(AthleteHistory.NONE);
      assertThat(gym.database.baselines().learntSince(thirdSession, gym.athlete.id(), "deadlift"))
          .contains(reset.madeAt());
      assertThat(gym.database.baselines().learntSince(thirdSession, gym.athlete.id(), "squat")).isEmpty();
      gym.waitSeconds(60);
      assertThat(gym.database.baselines().undo(gym.athlete.id(), reset.id())).isTrue();
      assertThat(gym.database.baselines().undo(gym.athlete.id(), reset.id())).isFalse();
      gym.waitSeconds(60);
      assertThat(known(gym, gym.now())).as("undone").isNotEqualTo(AthleteHistory.NONE);
      assertThat(known(gym, thirdSession)).as("held when that session began").isEqualTo(AthleteHistory.NONE);
      assertThat(gym.database.baselines().list(gym.athlete.id()))
          .singleElement()
          .satisfies(kept -> assertThat(kept.undoneAt()).isNotNull());
    }
  }

  @Test
  void aResetOfAllExercisesHoldsForEach() {
    try (Gym gym = Gym.in(directory)) {
      ended(gym, Results.set(1, 1.1, 0.9, 0.9, 1.1));
      gym.waitSeconds(60);
      gym.database.baselines().reset(gym.athlete.id(), null);
      gym.waitSeconds(60);
      assertThat(known(gym, gym.now())).isEqualTo(AthleteHistory.NONE);
      ended(gym, Results.set(1, 1.1, 0.9, 0.9, 1.1));
      gym.waitSeconds(60);
      assertThat(known(gym, gym.now())).as("learns again").isNotEqualTo(AthleteHistory.NONE);
    }
  }

  @Test
  void aSessionKeepsThePreferencesItBeganWith() {
    try (Gym gym = Gym.in(directory)) {
      FormPreferences strength =
          FormPreferences.of(FormPreset.STRENGTH).withLumbarFlexionDeg(new ChangeSizes(8, 12));
      assertThat(gym.database.athletes().preferences(gym.athlete.id())).isEqualTo(FormPreferences.DEFAULT);
      gym.database.athletes().prefer(gym.athlete.id(), strength);
      TrainingSession session = gym.start(gym.lumbar);
      gym.database.athletes().prefer(gym.athlete.id(), FormPreferences.of(FormPreset.HYPERTROPHY));
      assertThat(gym.database.sessions().preferences(session.id())).isEqualTo(strength);
      assertThat(gym.database.athletes().preferences(gym.athlete.id()).preset()).isEqualTo(FormPreset.HYPERTROPHY);
    }
  }

  private static AthleteHistory known(Gym gym, Instant start) {
    return gym.database.history().before(start, gym.athlete.id(), "deadlift").at(null);
  }

  private static PooledSigma sigma(LoadedHistory history, @Nullable Double loadKg) {
    return history.at(loadKg).sigma(Metric.CONCENTRIC_DURATION_S).orElseThrow();
  }

  private static double[] scattered(int reps, double by) {
    return IntStream.range(0, reps).mapToDouble(i -> 2 + (i % 2 == 0 ? by : -by)).toArray();
  }

  private static WorkSet loaded(WorkSet set, double loadKg) {
    return new WorkSet(
        set.index(), set.exercise(), set.exerciseGuessed(), set.startNanos(), set.endNanos(), loadKg, set.reps(),
        set.rejected(), set.warnings(), set.drift(), set.bands(), set.trace());
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
    return gym.database.history().of(gym.athlete.id(), "deadlift").at(null).sigma(metric).orElseThrow();
  }
}
