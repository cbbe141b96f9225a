package io.flatback.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.SharedData;
import io.flatback.form.Level;
import io.flatback.form.Warning;
import io.flatback.lift.Metric;
import io.flatback.lift.RepQuality;
import io.flatback.recording.CsvRecording;
import io.flatback.session.Reanalysis;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionSettings;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of sets in which something changed, and of those in which nothing of the lifter's did. */
class FormOnRecordingsTest {

  /** The back bends further, from 16° to 47° of flexion, while the tempo slows. */
  @Test
  void watchesTheFlexionThatGrows_byRepFive() throws IOException {
    List<Warning> warnings = warnings(Reanalysis.analyze(lift("semi-fatigue10-noisy"), SessionSettings.UNKNOWN));

    assertThat(warnings.getFirst().rep()).isLessThanOrEqualTo(5);
    assertThat(warnings.getFirst().text()).contains("lower back");
    assertThat(warnings).anyMatch(warning -> warning.metric() == Metric.LUMBAR_FLEXION_AT_ONSET_DEG);
  }

  @Test
  void watchesTheSameByTheLumbarSensorAlone_byRepSix() throws IOException {
    List<Warning> warnings =
        warnings(Reanalysis.analyze(lumbarAlone(lift("semi-fatigue10-noisy")), SessionSettings.UNKNOWN));

    assertThat(warnings.getFirst().rep()).isLessThanOrEqualTo(6);
    assertThat(warnings).allMatch(warning -> !warning.text().contains("flexion"));
  }

  @Test
  void saysNothingOfASetInWhichNothingChanges() throws IOException {
    HeldRecording flat = lift("semi-flat8-noisy");

    assertThat(warnings(Reanalysis.analyze(flat, SessionSettings.UNKNOWN))).isEmpty();
    assertThat(warnings(Reanalysis.analyze(lumbarAlone(flat), SessionSettings.UNKNOWN))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"slipped, sits differently", "one-sensor-lost, sacrum sensor was not seen",
      "lumbar-sensor-lost, lumbar sensor was not seen"})
  void namesWhatHappenedToASensorAndTakesItForNoFatigue(String scenario, String said) throws IOException {
    for (long seed = 43; seed <= 44; seed++) {
      SimulatedRecording lifter = SimulatedRecording.ofPopulation(Scenarios.of(scenario), seed);
      SessionResult result = Reanalysis.analyze(lifter, SessionSettings.UNKNOWN);
      assertThat(warnings(result)).as("%s, seed %d", scenario, seed).isEmpty();
      assertThat(result.notes()).as("%s, seed %d", scenario, seed).anyMatch(note -> note.contains(said));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42})
  void warnsOfNoLoadThatRises(long seed) throws IOException {
    SimulatedRecording lifter = SimulatedRecording.ofPopulation(Scenarios.of("load-rises"), seed);

    List<Warning> warnings = warnings(Reanalysis.analyze(lifter, SessionSettings.UNKNOWN));

    assertThat(warnings).noneMatch(warning -> warning.level() == Level.WARN);
    assertThat(warnings).noneMatch(warning -> warning.metric() == Metric.LUMBAR_FLEXION_AT_ONSET_DEG);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 43})
  void marksARepWithAHoleOfHalfASecondAndTakesItForNoFatigue(long seed) throws IOException {
    SimulatedRecording lifter = SimulatedRecording.ofPopulation(Scenarios.of("clean"), seed);
    double middle = lifter.truth().reps().get(3).bottomSeconds() + 0.1;

    SessionResult result = Reanalysis.analyze(holed(HeldRecording.of(lifter), middle), SessionSettings.UNKNOWN);

    assertThat(warnings(result)).isEmpty();
    assertThat(result.sets().getFirst().reps().get(3).quality()).contains(RepQuality.GAP);
    assertThat(result.sets().getFirst().reps()).hasSameSizeAs(lifter.truth().reps());
  }

  private static HeldRecording lift(String name) throws IOException {
    return HeldRecording.of(CsvRecording.of(SharedData.folder("mocap-lifts").resolve(name + ".csv")));
  }

  private static HeldRecording lumbarAlone(HeldRecording both) {
    return new HeldRecording(
        both.notes(), List.of(Placement.LUMBAR),
        both.readings().stream().filter(reading -> reading.placement() == Placement.LUMBAR).toList());
  }

  private static HeldRecording holed(HeldRecording whole, double fromSeconds) {
    long from = (long) (fromSeconds * 1e9);
    long to = from + 500_000_000L;
    List<HeldRecording.Reading> left = new ArrayList<>();
    for (HeldRecording.Reading reading : whole.readings()) {
      long at = reading.event().timeNanos();
      if (at > to && left.getLast().event() instanceof Sample before && before.timeNanos() < from) {
        left.add(new HeldRecording.Reading(reading.placement(), new Gap(from, to, Gap.Reason.HOLE, 0)));
      }
      if (at < from || at > to) {
        left.add(reading);
      }
    }
    return new HeldRecording(whole.notes(), whole.placements(), left);
  }

  private static List<Warning> warnings(SessionResult result) {
    return result.sets().stream().flatMap(set -> set.warnings().stream()).toList();
  }
}
