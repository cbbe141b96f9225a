package io.flatback.recording;

import java.util.Map;
import java.util.Optional;

/**
 * What the {@code # key: value} lines of a recording say.
 *
 * @param values by key, in the order of the file
 */
public record RecordingNotes(Map<String, String> values) {
  public static final RecordingNotes NONE = new RecordingNotes(Map.of());

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

  public Optional<String> placement() {
    return Optional.ofNullable(values.get("placement"));
  }
}
