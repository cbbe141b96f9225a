package io.flatback.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.lift.ExerciseProfiles;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepWords;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A squat is no pull, and what is only guessed is neither. */
class WordsOfTheExerciseTest {
  @ParameterizedTest
  @CsvSource({
    "deadlift, false, your pulls took longer, start of the pull",
    "romanian_deadlift, false, your pulls took longer, start of the pull",
    "squat, false, your reps took longer, start of the way up",
    "squat, true, your reps took longer, start of the ascent",
    "deadlift, true, your reps took longer, start of the ascent",
    "something else, false, your reps took longer, start of the ascent"
  })
  void saysWhatTheLifterWouldSay(String exercise, boolean guessed, String slower, String start) {
    List<String> said = said(RepWords.of(exercise, guessed));

    assertThat(said).anyMatch(text -> text.contains(slower)).anyMatch(text -> text.contains(start));
  }

  @ParameterizedTest
  @ValueSource(strings = {"squat"})
  void neverTellsASquatterOfPulls(String exercise) {
    assertThat(said(RepWords.of(exercise, false))).isNotEmpty().noneMatch(text -> text.contains("pull"));
    assertThat(said(RepWords.of("deadlift", true))).isNotEmpty().noneMatch(text -> text.contains("pull"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"deadlift", "sumo_deadlift", "romanian_deadlift", "deficit_deadlift", "paused_deadlift"})
  void everyDeadliftIsPulled(String exercise) {
    assertThat(ExerciseProfiles.of(exercise).words()).isEqualTo(RepWords.PULL);
  }

  /** Of sets that slow down, lean further forward, or bend further. */
  private static List<String> said(RepWords words) {
    List<String> said = new ArrayList<>();
    said.addAll(said(words, false, Metric.CONCENTRIC_DURATION_S, 1.1, 1, 1.05, 1.05, 1.04, 1.3, 1.5, 1.6));
    said.addAll(said(words, false, Metric.INCLINATION_AT_ONSET_DEG, 41, 40, 42, 41, 47, 53, 59));
    said.addAll(said(words, true, Metric.LUMBAR_FLEXION_AT_ONSET_DEG, 20, 20, 20, 25, 30, 35));
    return said;
  }

  private static List<String> said(RepWords words, boolean twoSensors, Metric metric, double... values) {
    SetForm form = new SetForm(FormSettings.of(AthleteHistory.NONE, twoSensors), words);
    List<Warning> warnings = new ArrayList<>();
    for (Rep rep : Reps.of(metric, values)) {
      warnings.addAll(form.update(rep));
    }
    return warnings.stream().map(Warning::text).toList();
  }
}
