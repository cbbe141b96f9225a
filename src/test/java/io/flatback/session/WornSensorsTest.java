package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepQuality;
import io.flatback.recording.RecordingReader;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import io.flatback.sim.Lifters;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the way the sensors are worn, and what is kept from a rep that was not wholly seen. */
class WornSensorsTest {

  @Test
  void saysThatTheSensorsAreSwappedAndDoesNotAccuseThoseInPlace() throws IOException {
    for (long seed = 1; seed <= 1; seed++) {
      assertThat(analyze("swapped-sensors", seed).mounting().notes()).as("seed %d", seed)
          .anyMatch(note -> note.contains("swapped"));
      assertThat(analyze("two-sensors", seed).mounting().notes()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void saysThatASensorIsWornUpsideDown() throws IOException {
    assertThat(analyze("upside-down", 3).mounting().notes()).anyMatch(note -> note.contains("upside-down"));
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 6})
  void tellsASlipBetweenSetsAndCountsOn(long seed) throws IOException {
    SimulatedRecording recording = lifter("slipped", seed);

    SessionResult result = Reanalysis.analyze(recording, SessionSettings.UNKNOWN);

    assertThat(result.notes()).anyMatch(note -> note.contains("sits differently"));
    assertThat(reps(result)).hasSize(recording.truth().completedAscents());
  }

  @Test
  void goesOnCountingByTheSacrumWhileTheLumbarSensorIsSilentWithoutItsAngles() throws IOException {
    for (long seed = 1; seed <= 1; seed++) {
      SimulatedRecording recording = lifter("lumbar-sensor-lost", seed);

      SessionResult result = Reanalysis.analyze(recording, SessionSettings.UNKNOWN);

      List<Rep> reps = reps(result);
      assertThat(reps).as("seed %d", seed).hasSize(recording.truth().completedAscents());
      List<Rep> standIn = reps.stream().filter(rep -> rep.quality().contains(RepQuality.GAP)).toList();
      assertThat(standIn).as("seed %d", seed).isNotEmpty().allSatisfy(
          rep -> assertThat(rep.metrics().values()).doesNotContainKeys(
              Metric.INCLINATION_PEAK_DEG, Metric.LUMBAR_FLEXION_PEAK_DEG, Metric.RANGE_OF_MOTION_DEG));
      assertThat(result.notes()).anyMatch(note -> note.contains("lumbar sensor was not seen"));
    }
  }

  /** A radio that stalls for a second and then delivers everything, while the sacral sensor has gone on. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatTheLumbarSensorSaysTooLateIsNotCountedAgain(long seed) throws IOException {
    SimulatedRecording recording = new SimulatedRecording(Scenarios.of("two-sensors"), seed);
    Pipeline pipeline = new Pipeline(SessionSettings.UNKNOWN);
    List<SignalEvent> late = new ArrayList<>();
    List<SessionEvent> events = new ArrayList<>();
    try (RecordingReader reader = recording.open()) {
      while (reader.next()) {
        boolean lumbar = reader.placement() == Placement.LUMBAR;
        if (lumbar && reader.event().timeNanos() % 5_000_000_000L > 4_000_000_000L) {
          late.add(reader.event());
          continue;
        }
        if (lumbar) {
          late.forEach(event -> events.addAll(pipeline.update(Placement.LUMBAR, event)));
          late.clear();
        }
        events.addAll(pipeline.update(reader.placement(), reader.event()));
      }
    }
    events.addAll(pipeline.finish());

    assertThat(events.stream().filter(SessionEvent.RepCompleted.class::isInstance)).hasSize(8);
    assertThat(events.stream().filter(SessionEvent.SetStarted.class::isInstance)).hasSize(1);
  }

  @Test
  void tellsNoFlexionOfRepsThatTheSacralSensorDidNotSee() throws IOException {
    for (long seed : new long[] {1, 4, 9}) {
      List<Rep> reps = reps(analyze("one-sensor-lost", seed));

      List<Rep> without =
          reps.stream().filter(rep -> rep.metrics().get(Metric.LUMBAR_FLEXION_PEAK_DEG).isEmpty()).toList();
      assertThat(without).as("seed %d", seed).isNotEmpty().hasSizeLessThan(reps.size());
      assertThat(without).as("seed %d", seed).allSatisfy(
          rep -> assertThat(rep.metrics().get(Metric.INCLINATION_PEAK_DEG)).isPresent());
    }
  }

  @Test
  void noticesALooseSensorAndAccusesNoneWornWell() throws IOException {
    int noticed = 0;
    for (long seed = 401; seed <= 412; seed++) {
      noticed += analyze("loose", seed).mounting().followsBack() ? 0 : 1;
    }
    assertThat(noticed).isGreaterThanOrEqualTo(11);
    for (String scenario : List.of("squat", "touch-and-go", "slow-rate", "on-the-sacrum", "twists")) {
      assertThat(analyze(scenario, 7).mounting().followsBack()).as(scenario).isTrue();
    }
  }

  private static SessionResult analyze(String scenario, long seed) throws IOException {
    return Reanalysis.analyze(lifter(scenario, seed), SessionSettings.UNKNOWN);
  }

  private static SimulatedRecording lifter(String scenario, long seed) {
    return new SimulatedRecording(Lifters.vary(Scenarios.of(scenario), seed), seed);
  }

  private static List<Rep> reps(SessionResult result) {
    return result.sets().stream().flatMap(set -> set.reps().stream()).toList();
  }
}
