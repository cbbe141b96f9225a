package io.flatback.session;

import io.flatback.motion.guided.CalibratedSensor;
import io.flatback.recording.Recording;
import io.flatback.recording.RecordingReader;
import io.flatback.recording.TimeStretch;
import io.flatback.session.CalibrationNotes.LostCalibration;
import io.flatback.signal.Placement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The guided calibrations of a session, judged, in order of time. Each holds until the next good one; the
 * first also for what was recorded before it.
 */
final class Calibrations {
  static final Calibrations NONE = new Calibrations(List.of(), List.of());

  private final List<CalibrationOutcome> outcomes;
  private final List<LostCalibration> lost;

  private Calibrations(List<CalibrationOutcome> outcomes, List<LostCalibration> lost) {
    this.outcomes = List.copyOf(outcomes);
    this.lost = List.copyOf(lost);
  }

  /** Judges every stretch from the record; one way through it, and none where there is no stretch. */
  static Calibrations of(Recording recording, KnownSensors known) throws IOException {
    if (known.calibrations().isEmpty()) {
      return NONE;
    }
    List<CalibrationTakes> takes = new ArrayList<>();
    known.calibrations().forEach(s -> takes.add(new CalibrationTakes(recording.placements(), known.devices())));
    long end = known.calibrations().stream().mapToLong(TimeStretch::toNanos).max().orElseThrow();
    try (RecordingReader reader = recording.open()) {
      while (reader.next() && reader.event().timeNanos() < end + 1_000_000_000L) {
        for (int i = 0; i < takes.size(); i++) {
          if (known.calibrations().get(i).contains(reader.event().timeNanos())) {
            takes.get(i).add(reader.placement(), reader.event());
          }
        }
      }
    }
    List<CalibrationOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < takes.size(); i++) {
      outcomes.add(takes.get(i).judge(known.calibrations().get(i)));
    }
    return new Calibrations(outcomes, List.of());
  }

  /** These and one that has just been judged. */
  Calibrations and(CalibrationOutcome outcome) {
    List<CalibrationOutcome> all = new ArrayList<>(outcomes);
    all.add(outcome);
    return new Calibrations(all, lost);
  }

  /** These, of which a first look has shown that a sensor moved since. */
  Calibrations without(List<LostCalibration> moved) {
    return new Calibrations(outcomes, moved);
  }

  /**
   * Whether a sensor was found to have moved while that one held. It is found some time after, so nothing is said of
   * when: all that rests on the calibration is in doubt.
   *
   * @param seen by now, besides what a first look has shown
   */
  boolean isLost(CalibrationOutcome outcome, List<LostCalibration> seen) {
    return Stream.concat(lost.stream(), seen.stream()).anyMatch(moved -> outcome.equals(at(moved.fromNanos())));
  }

  List<CalibrationOutcome> outcomes() {
    return outcomes;
  }

  List<CalibrationOutcome> accepted() {
    return outcomes.stream().filter(CalibrationOutcome::isAccepted).toList();
  }

  /** What moves then is no repetition, whatever became of the calibration. */
  boolean isCalibrating(long timeNanos) {
    if (outcomes.isEmpty()) {
      return false;
    }
    for (CalibrationOutcome outcome : outcomes) {
      if (outcome.stretch().contains(timeNanos)) {
        return true;
      }
    }
    return false;
  }

  /** What is known of a sensor at a time: by the latest good calibration, or before the first by the first. */
  @Nullable CalibrationOutcome at(long timeNanos) {
    if (outcomes.isEmpty()) {
      return null;
    }
    CalibrationOutcome found = null;
    for (CalibrationOutcome outcome : outcomes) {
      if (outcome.isAccepted() && (found == null || outcome.stretch().fromNanos() <= timeNanos)) {
        found = outcome;
      }
    }
    return found;
  }

  static Map<Placement, CalibratedSensor> sensors(@Nullable CalibrationOutcome outcome) {
    return outcome == null ? Map.of() : outcome.sensors();
  }
}
