package io.flatback.session;

import io.flatback.form.AthleteHistory;
import io.flatback.form.FormPreferences;
import io.flatback.form.LoadedHistory;
import io.flatback.form.summary.EarlierDays;
import io.flatback.lift.RepEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a session before its first sample.
 *
 * @param exercise name of a profile; null: guess it and say so
 * @param loadKg null when nobody said
 * @param history of the wearer in this exercise
 * @param preferences of the wearer, as they were when the session began
 * @param edits what the user corrected by hand, oldest first
 * @param sensors what is known of the sensors
 * @param days the wearer's sets of days before
 */
public record SessionSettings(
    @Nullable String exercise,
    @Nullable Double loadKg,
    LoadedHistory history,
    FormPreferences preferences,
    List<RepEdit> edits,
    KnownSensors sensors,
    EarlierDays days) {
  public static final SessionSettings UNKNOWN = new SessionSettings(null, null, AthleteHistory.NONE, List.of());

  /** With a history that comes from this load, default preferences and unknown sensors. */
  public SessionSettings(
      @Nullable String exercise, @Nullable Double loadKg, AthleteHistory history, List<RepEdit> edits) {
    this(
        exercise, loadKg, LoadedHistory.of(loadKg, history), FormPreferences.DEFAULT, edits, KnownSensors.NONE,
        EarlierDays.NONE);
  }

  public SessionSettings with(KnownSensors known) {
    return new SessionSettings(exercise, loadKg, history, preferences, edits, known, days);
  }

  public SessionSettings with(FormPreferences preferred) {
    return new SessionSettings(exercise, loadKg, history, preferred, edits, sensors, days);
  }

  public SessionSettings {
    edits = List.copyOf(edits);
  }
}
