package io.flatback.report;

import java.util.Locale;

/** What is said of one rep, always told by shape, colour and word together. */
public enum RepState {
  /** No alarm covers it; a single value may still lie outside its band. */
  HELD("held"),
  WATCH("watch"),
  WARN("warn"),
  /** Counted, but its numbers are not trusted or nothing can be compared. */
  UNSURE("not judged");

  private final String word;

  RepState(String word) {
    this.word = word;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String word() {
    return word;
  }
}
