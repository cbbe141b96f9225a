package io.flatback.cli;

import io.flatback.form.AthleteHistory;
import io.flatback.form.FormPreferences;
import io.flatback.form.FormPreset;
import io.flatback.form.PreferencesText;
import io.flatback.lift.ExerciseProfiles;
import io.flatback.recording.RecordingNotes;
import io.flatback.report.ReportContext;
import io.flatback.session.SessionSettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a recording's notes mean for its analysis. A note that can't be used is told and left aside. */
final class NoteReader {
  private final RecordingNotes notes;
  private final String name;
  private final Terminal terminal;

  NoteReader(RecordingNotes notes, String name, Terminal terminal) {
    this.notes = notes;
    this.name = name;
    this.terminal = terminal;
  }

  /**
   * @param exercise what the user said; it goes before the note
   * @param loadKg likewise
   * @param preferences likewise
   */
  SessionSettings settings(
      @Nullable String exercise, @Nullable Double loadKg, @Nullable FormPreferences preferences) {
    return new SessionSettings(
            exercise == null ? notedExercise() : exercise,
            loadKg == null ? notedLoadKg() : loadKg,
            AthleteHistory.NONE,
            List.of())
        .with(preferences == null ? notedPreferences() : preferences);
  }

  private FormPreferences notedPreferences() {
    String noted = notes.preset().orElse(null);
    try {
      return noted == null ? FormPreferences.DEFAULT : PreferencesText.read(noted);
    } catch (IllegalArgumentException e) {
      tell(RecordingNotes.PRESET, String.valueOf(noted), "a preset, one of " + String.join(", ", FormPreset.keys()));
      return FormPreferences.DEFAULT;
    }
  }

  private @Nullable String notedExercise() {
    String noted = notes.exercise().orElse(null);
    if (noted == null || ExerciseProfiles.names().contains(noted)) {
      return noted;
    }
    tell("exercise", noted, "one of " + String.join(", ", ExerciseProfiles.names()));
    return null;
  }

  private @Nullable Double notedLoadKg() {
    String noted = notes.loadKg().orElse(null);
    if (noted == null) {
      return null;
    }
    try {
      double kilograms = Double.parseDouble(noted);
      if (Double.isFinite(kilograms) && kilograms >= 0) {
        return kilograms;
      }
    } catch (NumberFormatException e) {
      // Told below, together with what is no weight.
    }
    tell("load_kg", noted, "kilograms");
    return null;
  }

  ReportContext context(SessionSettings settings, String version) {
    return new ReportContext(notes.athlete().orElse(null), null, startedAt(), name, version)
        .judgedBy(settings.preferences());
  }

  private @Nullable Instant startedAt() {
    String noted = notes.startedAt().orElse(null);
    try {
      return noted == null ? null : Instant.parse(noted);
    } catch (DateTimeException e) {
      tell("started_at", String.valueOf(noted), "a time like 2026-11-22T10:00:00Z");
      return null;
    }
  }

  private void tell(String key, String found, String expected) {
    terminal.complain(
        name + ": the note " + key + " says '" + found + "', expected " + expected + "; it is left aside");
  }
}
