package io.flatback.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.flatback.recording.CsvRecording;
import io.flatback.recording.CsvWriter;
import io.flatback.recording.RecordingReader;
import io.flatback.sim.Episode.Lifting;
import io.flatback.sim.Episode.Standing;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulated recording reads like a real one. */
class SimulatedRecordingTest {
  private static final Scenario STILL =
      new Scenario(
          "still", "", Physique.AVERAGE, Variability.NONE, List.of(new Standing(40)), SensorSetup.ONE);

  @TempDir Path dir;

  private record Seen(Placement placement, SignalEvent event) {}

  @Test
  void theSameSeedGivesTheSameSamplesAndAnotherGivesOthers() throws IOException {
    for (String name : List.of("clean", "dropouts", "two-sensors", "random-mount")) {
      Scenario scenario = Scenarios.of(name);
      SimulatedRecording recording = new SimulatedRecording(scenario, 11);
      List<Seen> once = read(recording.open());
      assertThat(read(recording.open())).as(name).isEqualTo(once);
      assertThat(read(new SimulatedRecording(scenario, 11).open())).as(name).isEqualTo(once);
      assertThat(read(new SimulatedRecording(scenario, 12).open())).as(name).isNotEqualTo(once);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {25, 50, 100, 200, 400})
  void samplesComeAtTheRateAskedFor(double rateHz) throws IOException {
    SimulatedRecording recording = new SimulatedRecording(Scenarios.of("single").withRateHz(rateHz), 1);
    List<Seen> seen = read(recording.open());
    double lastSeconds = seen.getLast().event().timeNanos() * 1e-9;
    assertThat((seen.size() - 1) / lastSeconds).isCloseTo(rateHz, within(0.001 * rateHz));
    assertThat(lastSeconds).isCloseTo(recording.truth().durationSeconds(), within(1.5 / rateHz));
  }

  @Test
  void twoSensorsTakeTurnsAtTheSameTimes() throws IOException {
    List<Seen> seen = read(new SimulatedRecording(Scenarios.of("two-sensors"), 1).open());
    for (int i = 0; i < seen.size(); i += 2) {
      assertThat(seen.get(i).placement()).isEqualTo(Placement.LUMBAR);
      assertThat(seen.get(i + 1).placement()).isEqualTo(Placement.SACRUM);
      assertThat(seen.get(i).event().timeNanos()).isEqualTo(seen.get(i + 1).event().timeNanos());
    }
  }

  @Test
  void everyHoleIsToldAsAGapOfTheReadingsThatAreMissing() throws IOException {
    int gaps = 0;
    for (long seed = 1; seed <= 5; seed++) {
      long lastNanos = 0;
      Gap pending = null;
      for (Seen seen : read(new SimulatedRecording(Scenarios.of("dropouts"), seed).open())) {
        switch (seen.event()) {
          case Gap gap -> pending = gap;
          case Sample sample -> {
            long stepNanos = sample.timeNanos() - lastNanos;
            assertThat(pending != null).as("gap before %s, seed %d", sample, seed).isEqualTo(stepNanos > 30_000_000);
            if (pending != null) {
              assertThat(pending.timeNanos()).isEqualTo(lastNanos + 10_000_000);
              assertThat(pending.endNanos()).isEqualTo(sample.timeNanos());
              assertThat(pending.missingSamples()).isEqualTo(stepNanos / 10_000_000 - 1);
              gaps++;
            }
            pending = null;
            lastNanos = sample.timeNanos();
          }
        }
      }
    }
    assertThat(gaps).isGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clean", "dropouts", "two-sensors", "on-the-sacrum"})
  void whatIsWrittenAsCsvIsReadAgain(String name) throws IOException {
    SimulatedRecording recording = new SimulatedRecording(Scenarios.of(name), 6);
    Path file = dir.resolve(name + ".csv.gz");
    try (CsvWriter writer = CsvWriter.create(file, recording.placements(), recording.notes());
        RecordingReader reader = recording.open()) {
      while (reader.next()) {
        writer.write(reader.placement(), reader.event());
      }
    }
    CsvRecording again = CsvRecording.of(file);
    assertThat(again.placements()).isEqualTo(recording.placements());
    assertThat(again.notes().exercise()).contains("deadlift");
    List<Seen> made = read(recording.open());
    List<Seen> read = read(again.open());
    List<Sample> madeSamples = samples(made);
    List<Sample> readSamples = samples(read);
    assertThat(readSamples).hasSameSizeAs(madeSamples);
    for (int i = 0; i < madeSamples.size(); i += 97) {
      Sample a = madeSamples.get(i);
      Sample b = readSamples.get(i);
      assertThat(b.timeNanos()).isEqualTo(a.timeNanos());
      assertThat(b.accZMps2()).isCloseTo(a.accZMps2(), within(1e-5));
      assertThat(b.gyroXRadPerSec()).isCloseTo(a.gyroXRadPerSec(), within(1e-6));
    }
    assertThat(holes(read)).isEqualTo(holes(made));
  }

  @ParameterizedTest
  @CsvSource({"LSM6DS3TR_C, 90, 5", "MPU_6050, 400, 5", "ICM_42688, 70, 2.8"})
  void aStillChipIsAsNoisyAsItsDataSheetSays(String chip, double microG, double milliDps) throws IOException {
    Chip still = chip(chip).withSteps(0, 0);
    for (double rateHz : new double[] {50, 200}) {
      Scenario scenario = STILL.withSensors(SensorSetup.ONE.withChip(still).withRateHz(rateHz));
      List<Sample> samples = samples(read(new SimulatedRecording(scenario, 8).open()));
      double rootHz = Math.sqrt(rateHz / 2);
      double accG = spread(samples.stream().mapToDouble(s -> s.accXMps2() / Sample.STANDARD_GRAVITY_MPS2).toArray());
      double gyroDps = spread(samples.stream().mapToDouble(s -> Math.toDegrees(s.gyroXRadPerSec())).toArray());
      double expectedG = microG * 1e-6 * rootHz;
      double expectedDps = milliDps * 1e-3 * rootHz;
      assertThat(accG).as("g at %s Hz", rateHz).isCloseTo(expectedG, within(0.08 * expectedG));
      assertThat(gyroDps).as("dps at %s Hz", rateHz).isCloseTo(expectedDps, within(0.08 * expectedDps));
    }
  }

  @Test
  void readingsAreWholeDigitsAndClipAtTheEndOfTheScale() throws IOException {
    Chip narrow = Chip.LSM6DS3TR_C.withRange(1.1, 60);
    Scenario clean = Scenarios.of("clean");
    List<Sample> samples =
        samples(read(new SimulatedRecording(clean.withSensors(clean.sensors().withChip(narrow)), 1).open()));
    assertThat(samples).anyMatch(Sample::clipped).anyMatch(s -> !s.clipped());
    for (Sample s : samples) {
      double digits = s.accYMps2() / Sample.STANDARD_GRAVITY_MPS2 / narrow.accStepG();
      assertThat(digits).isCloseTo(Math.rint(digits), within(1e-6));
      assertThat(Math.toDegrees(Math.abs(s.gyroXRadPerSec()))).isLessThan(60.02);
    }
  }

  @Test
  void anUnknownNameIsToldWithThoseThatAreKnown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scenarios.of("clear"))
        .withMessageContaining("'clear'")
        .withMessageContaining("clean");
  }

  @Test
  void scriptsThatCannotBeActedAreRefused() {
    Lifting set = Lifting.of(Technique.DEADLIFT, 3, null, Lifting.Ending.PUT_DOWN);
    Scenario clean = Scenarios.of("clean");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clean.withScript(List.of(set, new Standing(3))))
        .withMessageContaining("ends at the floor");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clean.withScript(List.of(new Standing(3), set.withStart(Lifting.Start.AT_THE_BAR))))
        .withMessageContaining("starts bent");
  }

  private static Chip chip(String name) {
    return switch (name) {
      case "LSM6DS3TR_C" -> Chip.LSM6DS3TR_C;
      case "MPU_6050" -> Chip.MPU_6050;
      case "ICM_42688" -> Chip.ICM_42688;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Of white noise, from the steps between neighbours, so that a bias may wander. */
  private static double spread(double[] values) {
    double squares = 0;
    for (int i = 1; i < values.length; i++) {
      squares += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
    }
    return Math.sqrt(squares / (values.length - 1) / 2);
  }

  private static List<Seen> read(RecordingReader reader) throws IOException {
    List<Seen> seen = new ArrayList<>();
    try (reader) {
      while (reader.next()) {
        seen.add(new Seen(reader.placement(), reader.event()));
      }
    }
    return seen;
  }

  private static List<Sample> samples(List<Seen> seen) {
    return seen.stream().map(Seen::event).filter(Sample.class::isInstance).map(Sample.class::cast).toList();
  }

  /** Where, how long and how many; the file tells them as empty cells, not as a hole in time. */
  private static List<String> holes(List<Seen> seen) {
    return seen.stream()
        .map(Seen::event)
        .filter(Gap.class::isInstance)
        .map(Gap.class::cast)
        .map(gap -> gap.timeNanos() + " to " + gap.endNanos() + " missing " + gap.missingSamples())
        .toList();
  }
}
