package io.flatback.session;

import io.flatback.signal.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a whole record was found to hold, in plain facts; {@code report} tells it to people.
 *
 * @param notes sentences on what could not be measured and why, what was assumed, what changed in the
 *     second look
 */
public record SessionResult(
    RecordingFacts recording, Mode mode, MountingFacts mounting, List<WorkSet> sets, List<String> notes) {

  static final String SITS_DIFFERENTLY =
      "The sensor sits differently from one set to another: angles are not compared between those sets.";

  /** The sensors sat alike in all sets; else each stretch has a standing reference of its own. */
  public boolean comparesAngles() {
    return !notes.contains(SITS_DIFFERENTLY);
  }

  /** How many sensors the angles rest on. */
  public enum Mode {
    ONE_SENSOR,
    TWO_SENSORS
  }

  public record RecordingFacts(double durationSeconds, List<SensorFacts> sensors) {}

  /** @param missingSeconds time inside gaps */
  public record SensorFacts(
      Placement placement, double rateHz, boolean hasGyro, long samples, int gaps, double missingSeconds) {}

  /** @param confidence 0 to 1; the least of the sensors */
  public record MountingFacts(
      double confidence, boolean followsBack, Map<Placement, SensorMounting> sensors, List<String> notes) {
    /** These and further notes. */
    MountingFacts with(List<String> further) {
      List<String> all = new ArrayList<>(notes);
      all.addAll(further);
      return new MountingFacts(confidence, followsBack, sensors, List.copyOf(all));
    }
  }

  public record SensorMounting(double confidence, boolean followsBack) {}

  public SessionResult {
    sets = List.copyOf(sets);
    notes = List.copyOf(notes);
  }
}
