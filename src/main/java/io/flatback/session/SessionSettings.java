package io.flatback.session;

import io.flatback.form.AthleteHistory;
import io.flatback.lift.RepEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a session before its first sample.
 *
 * @param exercise name of a profile; null: guess it and say so
 * @param loadKg null when nobody said
 * @param edits what the user corrected by hand, oldest first
 */
public record SessionSettings(
    @Nullable String exercise, @Nullable Double loadKg, AthleteHistory history, List<RepEdit> edits) {
  public static final SessionSettings UNKNOWN = new SessionSettings(null, null, AthleteHistory.NONE, List.of());

  public SessionSettings {
    edits = List.copyOf(edits);
  }
}
