package io.flatback.store;

import io.flatback.form.FormPreferences;
import io.flatback.form.PreferencesText;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What athletes have set of the alarm rule: as it is now, and as it was when a session began. */
final class PreferenceRows {
  private PreferenceRows() {}

  static FormPreferences ofAthlete(Handle handle, String athleteId) {
    return read(handle, "SELECT alarm_preferences FROM athlete WHERE id = ?", athleteId);
  }

  static FormPreferences ofSession(Handle handle, String sessionId) {
    return read(handle, "SELECT alarm_preferences FROM session WHERE id = ?", sessionId);
  }

  static boolean set(Handle handle, String athleteId, FormPreferences preferences) {
    return handle.execute(
            "UPDATE athlete SET alarm_preferences = ? WHERE id = ?", PreferencesText.write(preferences), athleteId)
        > 0;
  }

  private static FormPreferences read(Handle handle, String select, String id) {
    Optional<String> text = handle.select(select, id).mapTo(String.class).findOne();
    return text.map(PreferencesText::read).orElse(FormPreferences.DEFAULT);
  }
}
