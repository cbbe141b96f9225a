package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.recording.Recording;
import io.flatback.recording.RecordingNotes;
import io.flatback.recording.RecordingReader;
import io.flatback.recording.TimeStretch;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.sim.Attachment;
import io.flatback.sim.Scenario;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedReader;
import io.flatback.sim.SimulatedRecording;
import io.flatback.sim.TruthSample;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A whole session that begins with a guided calibration. */
class CalibratedSessionTest {
  private static final double STANDING_SECONDS = 2.0;

  @Test
  void anglesComeWithinThreeTenthsOfADegreeOverManyLifters() throws IOException {
    double inclination = 0.0;
    double flexion = 0.0;
    int seeds = 4;
    for (long seed = 31; seed < 31 + seeds; seed++) {
      SimulatedRecording recording = recording("guided-calibration-two-sensors", seed);
      Errors lean = new Errors(recording, row -> row.primary().sagittalInclinationDeg(), TruthSample::trunkPitchDeg);
      Errors bend = new Errors(recording, SeriesRow::flexionDeg, TruthSample::lumbarFlexionDeg);
      SessionResult result = Reanalysis.analyze(recording, SessionSettings.UNKNOWN, row -> {
        lean.row(row);
        bend.row(row);
      });
      assertThat(reps(result)).as("seed %d: hinges of a calibration are no reps", seed).isEqualTo(8);
      assertThat(result.mounting().notes()).as("seed %d", seed).hasSize(3);
      assertThat(result.mounting().notes().getFirst()).as("seed %d", seed).startsWith("Your guided calibration");
      inclination += lean.rmseDeg() / seeds;
      flexion += bend.rmseDeg() / seeds;
    }
    assertThat(inclination).as("sagittal inclination, mean RMSE over %d lifters", seeds).isLessThan(0.3);
    assertThat(flexion).as("lumbar flexion, mean RMSE over %d lifters", seeds).isLessThan(0.3);
  }

  @Test
  void aStretchSaidOnTheCommandLineIsTheSameAsANoteInTheRecord() throws IOException {
    SimulatedRecording recording = recording("guided-calibration", 5);
    List<TimeStretch> stretches = TimeStretch.parse(recording.notes().calibrations().orElseThrow());
    SessionSettings said = SessionSettings.UNKNOWN.with(KnownSensors.NONE.withCalibrations(stretches));

    assertThat(Reanalysis.analyze(new Noteless(recording), said))
        .isEqualTo(Reanalysis.analyze(recording, SessionSettings.UNKNOWN));
  }

  @Test
  void aRefusedOneIsToldAndNothingElseIsLost() throws IOException {
    SessionResult result = Reanalysis.analyze(recording("bad-calibration-quick", 3), SessionSettings.UNKNOWN);

    assertThat(result.mounting().notes()).singleElement().asString()
        .startsWith("The calibration at 0–12 s was not used, and no rep in it is counted. 3.6 s in: Hinge 1 was too quick");
    assertThat(reps(result)).isEqualTo(8);
  }

  @Test
  void aSensorThatSlidesAfterwardsEndsIt() throws IOException {
    Scenario usual = Scenarios.of("guided-calibration");
    Attachment slides = new Attachment.Slipping(0.3, 24, 14, 5);
    Scenario sliding = usual.withSensors(usual.sensors().withAttachment(slides));

    SessionResult result = Reanalysis.analyze(new SimulatedRecording(sliding, 4), SessionSettings.UNKNOWN);

    assertThat(result.mounting().notes()).anyMatch(note -> note.contains("calibrate again after moving a sensor"));
  }

  @Test
  void aNoteThatIsNoStretchIsLeftAsideAndTold() throws IOException {
    SimulatedRecording recording = recording("guided-calibration", 5);
    Recording odd = new Noteless(recording) {
      @Override
      public RecordingNotes notes() {
        return RecordingNotes.NONE.with(RecordingNotes.CALIBRATION, "the first bit");
      }
    };

    assertThat(Reanalysis.analyze(odd, SessionSettings.UNKNOWN).notes().getFirst())
        .isEqualTo(
            "The recording's note calibration_s is left aside: 'the first bit' is no stretch, expected seconds"
                + " FROM-TO, as in 0-18.");
  }

  private static SimulatedRecording recording(String scenario, long seed) {
    return new SimulatedRecording(Scenarios.of(scenario), seed);
  }

  private static int reps(SessionResult result) {
    return result.sets().stream().mapToInt(set -> set.reps().size()).sum();
  }

  /** The same record, of which nobody noted anything. */
  private static class Noteless implements Recording {
    private final Recording inner;

    Noteless(Recording inner) {
      this.inner = inner;
    }

    @Override
    public RecordingNotes notes() {
      return RecordingNotes.NONE;
    }

    @Override
    public List<Placement> placements() {
      return inner.placements();
    }

    @Override
    public RecordingReader open() throws IOException {
      return inner.open();
    }
  }

  /** An angle against the true one, both against the first two seconds. */
  private static final class Errors {
    private final Map<Long, Double> trueDeg = new HashMap<>();
    private final ToDoubleFunction<SeriesRow> angleDeg;
    private double offset;
    private int standing;
    private double sum;
    private double squares;
    private int count;

    Errors(SimulatedRecording recording, ToDoubleFunction<SeriesRow> angleDeg, ToDoubleFunction<TruthSample> truth) {
      this.angleDeg = angleDeg;
      try (SimulatedReader reader = recording.open()) {
        while (reader.next()) {
          if (reader.placement() == Placement.LUMBAR && reader.event() instanceof Sample sample) {
            trueDeg.put(sample.timeNanos(), truth.applyAsDouble(reader.truth()));
          }
        }
      }
    }

    void row(SeriesRow row) {
      double error = angleDeg.applyAsDouble(row) - trueDeg.getOrDefault(row.timeNanos(), Double.NaN);
      if (!Double.isNaN(error)) {
        boolean still = row.timeNanos() < STANDING_SECONDS * 1e9;
        offset += still ? error : 0.0;
        standing += still ? 1 : 0;
        sum += error;
        squares += error * error;
        count++;
      }
    }

    double rmseDeg() {
      double reference = offset / standing;
      return Math.sqrt(squares / count - 2 * reference * sum / count + reference * reference);
    }
  }
}
