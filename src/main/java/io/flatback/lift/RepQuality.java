package io.flatback.lift;

import java.util.Locale;

/** What speaks against trusting a rep's numbers. A rep without any is clean. */
public enum RepQuality {
  /** Nothing was seen for a part of it. */
  GAP,
  /** The sensor reached the end of its scale. */
  CLIPPED,
  /** Range of motion below 60 % of the set's median. */
  PARTIAL,
  /** The mounting was not sure yet. */
  MOUNTING_UNSURE,
  /** The record begins or ends inside it. */
  CUT_OFF;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
