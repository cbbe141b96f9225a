package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.SharedData;
import io.flatback.form.AthleteHistory;
import io.flatback.lift.Metric;
import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.Rep;
import io.flatback.lift.RepEdit;
import io.flatback.recording.CsvRecording;
import io.flatback.recording.Recording;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import io.flatback.sim.Truth;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole records from sample to set, on lifters whose truth is known. */
class ReanalysisTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clean", "starts-at-the-bar", "single", "two-sensors", "fatigue", "rounding-late", "touch-and-go", "dead-stop",
        "squat", "stoop", "failed-last-rep", "upside-down", "random-mount", "cheap-chip"
      })
  void countsSimulatedLiftersExactly(String scenario) throws IOException {
    for (long seed = 11; seed < 13; seed++) {
      SimulatedRecording recording = new SimulatedRecording(Scenarios.of(scenario), seed);

      SessionResult result = analyze(recording);

      Truth truth = recording.truth();
      assertThat(reps(result)).as("%s, seed %d", scenario, seed).hasSize(truth.completedAscents());
      for (int i = 0; i < truth.reps().size(); i++) {
        assertThat(reps(result).get(i).bottomNanos() * 1e-9)
            .as("bottom of rep %d of %s, seed %d", i + 1, scenario, seed)
            .isBetween(truth.reps().get(i).startSeconds(), truth.reps().get(i).lockoutSeconds());
      }
      assertThat(result.sets()).hasSameSizeAs(truth.sets());
    }
  }

  @Test
  void givesTheSameAnglesHoweverTheSensorIsTurned() throws IOException {
    SimulatedRecording recording = new SimulatedRecording(Scenarios.of("two-sensors"), 3);
    List<Rep> expected = reps(analyze(recording));
    for (long seed = 1; seed <= 6; seed++) {
      List<Rep> turned = reps(analyze(Remounted.randomly(recording, seed)));
      assertThat(turned).as("seed %d", seed).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        for (Metric metric : List.of(Metric.INCLINATION_PEAK_DEG, Metric.LUMBAR_FLEXION_PEAK_DEG)) {
          assertThat(turned.get(i).metrics().get(metric).orElseThrow())
              .as("%s of rep %d, seed %d", metric.key(), i + 1, seed)
              .isCloseTo(expected.get(i).metrics().get(metric).orElseThrow(), within(0.5));
        }
      }
    }
  }

  @Test
  void countsRealSetsTheSameHoweverTheSensorIsTurned() throws IOException {
    Recording recording = CsvRecording.of(SharedData.folder("real-lifts").resolve("p1-deadlift-good.csv"));
    for (long seed = 1; seed <= 6; seed++) {
      assertThat(reps(analyze(Remounted.randomly(recording, seed)))).as("seed %d", seed).hasSize(11);
    }
  }

  @Test
  void saysTheSameTwice() throws IOException {
    SimulatedRecording recording = new SimulatedRecording(Scenarios.of("fatigue"), 5);

    assertThat(analyze(recording)).isEqualTo(analyze(recording));
  }

  @Test
  void followsTheTrueInclinationOfASimulatedBack() throws IOException {
    SimulatedRecording recording = new SimulatedRecording(Scenarios.of("clean"), 2);
    List<Rep> found = reps(analyze(recording));
    List<Truth.RepTruth> truth = recording.truth().reps();
    for (int i = 0; i < truth.size(); i++) {
      assertThat(found.get(i).metrics().get(Metric.INCLINATION_PEAK_DEG).orElseThrow())
          .as("peak of rep %d", i + 1)
          .isCloseTo(truth.get(i).angles().peakTrunkPitchDeg(), within(2.0));
    }
  }

  @Test
  void speaksOfFlexionOnlyWithTwoSensors() throws IOException {
    SessionResult one = analyze(new SimulatedRecording(Scenarios.of("clean"), 1));
    SessionResult two = analyze(new SimulatedRecording(Scenarios.of("two-sensors"), 1));

    assertThat(one.mode()).isEqualTo(SessionResult.Mode.ONE_SENSOR);
    assertThat(reps(one).getFirst().metrics().get(Metric.LUMBAR_FLEXION_PEAK_DEG)).isEmpty();
    assertThat(two.mode()).isEqualTo(SessionResult.Mode.TWO_SENSORS);
    assertThat(reps(two).getFirst().metrics().get(Metric.LUMBAR_FLEXION_PEAK_DEG)).isPresent();
  }

  @Test
  void watchesASlowDownAndGivesItsReasonInNumbers() throws IOException {
    SessionResult result = analyze(new SimulatedRecording(Scenarios.of("demo"), 1));

    assertThat(result.sets().getFirst().warnings())
        .anySatisfy(
            warning -> {
              assertThat(warning.metric()).isEqualTo(Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
              assertThat(warning.text()).contains("%");
            });
    assertThat(analyze(new SimulatedRecording(Scenarios.of("clean"), 1)).sets().getFirst().warnings()).isEmpty();
  }

  @Test
  void recomputesWhenTheUserDeletesARep() throws IOException {
    SimulatedRecording recording = new SimulatedRecording(Scenarios.of("clean"), 1);
    List<Rep> before = reps(analyze(recording));
    long bottom = before.get(2).bottomNanos();

    SessionResult after =
        Reanalysis.analyze(
            recording,
            new SessionSettings(
                null, null, AthleteHistory.NONE,
                List.of(new RepEdit(RepEdit.Kind.DELETE, bottom, bottom))));

    assertThat(reps(after)).hasSize(before.size() - 1);
    assertThat(reps(after)).extracting(Rep::index).startsWith(1, 2, 3);
    assertThat(after.sets().getFirst().rejected()).extracting(RejectedCandidate::reason)
        .contains(RejectedCandidate.Reason.DELETED_BY_USER);
  }

  private static SessionResult analyze(Recording recording) throws IOException {
    return Reanalysis.analyze(recording, SessionSettings.UNKNOWN);
  }

  private static List<Rep> reps(SessionResult result) {
    return result.sets().stream().flatMap(set -> set.reps().stream()).toList();
  }
}
