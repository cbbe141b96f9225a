package io.flatback.form;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Preferences in one line: the preset's name, and after it {@code key=value} for what is other than the preset's, as
 * in {@code strength velocity_loss_warn_ratio=0.25}.
 */
public final class PreferencesText {
  public static final String PRIMARY = "primary_with_two_sensors";
  public static final String LOSS_WATCH = "velocity_loss_watch_ratio";
  public static final String LOSS_WARN = "velocity_loss_warn_ratio";
  public static final String FLEXION_WATCH = "lumbar_flexion_watch_deg";
  public static final String FLEXION_WARN = "lumbar_flexion_warn_deg";

  private PreferencesText() {}

  /** What is the preset's goes without saying. */
  public static String write(FormPreferences preferences) {
    Map<String, String> all = values(preferences);
    Map<String, String> ofPreset = values(FormPreferences.of(preferences.preset()));
    StringBuilder text = new StringBuilder(preferences.preset().key());
    all.forEach((key, value) -> append(text, key, value.equals(ofPreset.get(key)) ? null : value));
    return text.toString();
  }

  /** With every value said, so that it means the same when presets change. */
  public static String writeInFull(FormPreferences preferences) {
    StringBuilder text = new StringBuilder(preferences.preset().key());
    values(preferences).forEach((key, value) -> append(text, key, value));
    return text.toString();
  }

  private static void append(StringBuilder text, String key, @Nullable String value) {
    if (value != null) {
      text.append(' ').append(key).append('=').append(value);
    }
  }

  private static Map<String, String> values(FormPreferences preferences) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(PRIMARY, preferences.withTwoSensors().key());
    values.put(LOSS_WATCH, String.valueOf(preferences.velocityLossRatio().watch()));
    values.put(LOSS_WARN, String.valueOf(preferences.velocityLossRatio().warn()));
    values.put(FLEXION_WATCH, String.valueOf(preferences.lumbarFlexionDeg().watch()));
    values.put(FLEXION_WARN, String.valueOf(preferences.lumbarFlexionDeg().warn()));
    return values;
  }

  /** Throws with what was expected. */
  public static FormPreferences read(String text) {
    String[] words = text.strip().split("\\s+", -1);
    FormPreferences preferences = FormPreferences.of(FormPreset.ofKey(words[0].toLowerCase(Locale.ROOT)));
    Map<String, String> said = new LinkedHashMap<>(values(preferences));
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      String key = equals < 0 ? words[i] : words[i].substring(0, equals);
      if (equals < 0 || said.put(key, words[i].substring(equals + 1)) == null) {
        throw new IllegalArgumentException(
            "'" + words[i] + "' can't be set: after the preset expected key=value with one of "
                + String.join(", ", values(preferences).keySet()));
      }
    }
    return new FormPreferences(
        preferences.preset(), Primary.ofKey(said.getOrDefault(PRIMARY, "")), sizes(said, LOSS_WATCH, LOSS_WARN),
        sizes(said, FLEXION_WATCH, FLEXION_WARN));
  }

  private static ChangeSizes sizes(Map<String, String> said, String watch, String warn) {
    return new ChangeSizes(number(said, watch), number(said, warn));
  }

  private static double number(Map<String, String> said, String key) {
    String text = said.getOrDefault(key, "");
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " says '" + text + "', expected a number", e);
    }
  }
}
