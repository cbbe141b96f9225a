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
 * @param sensors what is known of the sensors
 */
public record SessionSettings(
    @Nullable String exercise,
    @Nullable Double loadKg,
    AthleteHistory history,
    List<RepEdit> edits,
    KnownSensors sensors) {
  public static final SessionSettings UNKNOWN = new SessionSettings(null, null, AthleteHistory.NONE, List.of());

  public SessionSettings(
      @Nullable String exercise, @Nullable Double loadKg, AthleteHistory history, List<RepEdit> edits) {
    this(exercise, loadKg, history, edits, KnownSensors.NONE);
  }

  public SessionSettings with(KnownSensors known) {
    return new SessionSettings(exercise, loadKg, history, edits, known);
  }

  public SessionSettings {
    edits = List.copyOf(edits);
  }
}
