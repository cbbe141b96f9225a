package io.flatback.report;

import java.util.List;

/**
 * The report in one sentence.
 *
 * @param more what else belongs on the first screen: a second change, or what to do next; may be empty
 */
public record Headline(Tone tone, String sentence, List<String> more) {

  /** What the sentence says, for colour and shape. */
  public enum Tone {
    HELD,
    WATCH,
    WARN,
    /** There are reps, but form could not be judged. */
    UNSURE,
    /** There is nothing to judge. */
    EMPTY
  }

  public Headline {
    more = List.copyOf(more);
  }

  static Headline of(Tone tone, String sentence) {
    return new Headline(tone, sentence, List.of());
  }
}
