package io.flatback.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flatback.sim.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExerciseProfilesTest {

  @Test
  void readsEveryProfileItNames() {
    for (String name : ExerciseProfiles.names()) {
      ExerciseProfile profile = ExerciseProfiles.of(name);
      assertThat(profile.name()).isEqualTo(name);
      assertThat(profile.title()).isNotBlank();
      assertThat(profile.longestBentSeconds()).isGreaterThan(profile.leastDurationSeconds());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"clean", "sumo", "romanian", "squat"})
  void hasAProfileForWhatSimulatedLiftersDo(String scenario) {
    assertThat(ExerciseProfiles.names()).contains(Scenarios.of(scenario).exercise());
  }

  @Test
  void namesTheExercisesThereAreWhereThereIsNoneOfThatName() {
    assertThatThrownBy(() -> ExerciseProfiles.of("clean_and_jerk"))
        .hasMessageContaining("clean_and_jerk")
        .hasMessageContaining("romanian_deadlift");
  }
}
