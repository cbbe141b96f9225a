package io.flatback.recording;

import io.flatback.signal.Placement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the {@code # key: value} lines of a recording say.
 *
 * @param values by key, in the order of the file
 */
public record RecordingNotes(Map<String, String> values) {
  public static final String CALIBRATION = "calibration_s";
  public static final String DEVICE_CALIBRATION = "device_calibration_";
  public static final String PRESET = "preset";
  public static final RecordingNotes NONE = new RecordingNotes(Map.of());

  public RecordingNotes {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** These notes and one more. */
  public RecordingNotes with(String key, String value) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put(key, value);
    return new RecordingNotes(all);
  }

  public Optional<String> athlete() {
    return Optional.ofNullable(values.get("athlete"));
  }

  public Optional<String> exercise() {
    return Optional.ofNullable(values.get("exercise"));
  }

  /** As written; {@code load_kg}. */
  public Optional<String> loadKg() {
    return Optional.ofNullable(values.get("load_kg"));
  }

  public Optional<String> startedAt() {
    return Optional.ofNullable(values.get("started_at"));
  }

  /** What the alarm rule is to be set to, as in {@code strength}; as written. */
  public Optional<String> preset() {
    return Optional.ofNullable(values.get(PRESET));
  }

  /** Where the wearer calibrated; {@code calibration_s}. As written. */
  public Optional<String> calibrations() {
    return Optional.ofNullable(values.get(CALIBRATION));
  }

  /** What the device's readings are to be put right by; {@code device_calibration_lumbar}. As written. */
  public Optional<String> deviceCalibration(Placement sensor) {
    return Optional.ofNullable(values.get(DEVICE_CALIBRATION + sensor.key()));
  }

  public Optional<String> placement() {
    return Optional.ofNullable(values.get("placement"));
  }
}
