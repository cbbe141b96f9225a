package io.flatback.form;

import java.util.Locale;

/** How loud a finding speaks. */
public enum Level {
  /** Worth a look. */
  WATCH,
  /** Said out loud; only for a wearer whose own noise is known. */
  WARN;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
