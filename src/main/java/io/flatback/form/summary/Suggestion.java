package io.flatback.form.summary;

import java.util.Locale;

/**
 * One thing to consider before the next set.
 *
 * @param text in the second person, without a number
 * @param reason one sentence, with its numbers
 * @param evidence key of the source it rests on
 */
public record Suggestion(Kind kind, String text, String reason, String evidence) {
  /** What it is about. */
  public enum Kind {
    END_SET,
    END_EARLIER,
    ADD_REST,
    ADD_NOTHING,
    KEEP_LOAD;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
