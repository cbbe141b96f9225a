package io.flatback.form.summary;

import java.util.Locale;

/**
 * When posture changes in the sets of one exercise, as far as they tell.
 *
 * @param probability of the kind given the sets; 0 where they don't tell
 * @param sets that it rests on
 * @param changeDeg at its largest; 0 where there is none or it isn't known
 */
public record PatternFinding(Kind kind, double probability, int sets, double changeDeg) {
  /** Key of the source that patterns rest on. */
  public static final String EVIDENCE = "own-between-sets";

  /** When it changes. */
  public enum Kind {
    NOT_ENOUGH,
    NO_CHANGE,
    /** There from the first reps on at heavier loads. */
    FROM_THE_FIRST_HEAVY_REPS,
    /** Grows rep by rep from the start of a set. */
    THROUGH_THE_SET,
    /** Only in the later reps of a set. */
    LATE_IN_THE_SET,
    /** From set to set, all reps alike. */
    LATE_IN_THE_SESSION;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static PatternFinding notEnough(int sets) {
    return new PatternFinding(Kind.NOT_ENOUGH, 0, sets, 0);
  }

  /** The sentence, neutral, with its numbers. */
  public String text() {
    return switch (kind) {
      case NOT_ENOUGH -> "Not enough sets to tell a pattern.";
      case NO_CHANGE -> "No pattern of change over " + sets + " sets.";
      case FROM_THE_FIRST_HEAVY_REPS ->
          "At heavier loads your posture differed from the first reps on" + numbers();
      case THROUGH_THE_SET -> "Your posture changed rep by rep through the set" + numbers();
      case LATE_IN_THE_SET -> "Your posture changed only in the later reps of a set" + numbers();
      case LATE_IN_THE_SESSION -> "Your posture changed from set to set, in all reps alike" + numbers();
    };
  }

  /** What may be worth a look next; empty where nothing is known. */
  public String lookNext() {
    return switch (kind) {
      case NOT_ENOUGH, NO_CHANGE -> "";
      case FROM_THE_FIRST_HEAVY_REPS -> "To look at next: the step in load, and the same load for fewer reps.";
      case THROUGH_THE_SET -> "To look at next: fewer reps in a set, and the load.";
      case LATE_IN_THE_SET -> "To look at next: the hold tests, fewer reps in a set, and the rest between sets.";
      case LATE_IN_THE_SESSION -> "To look at next: the rest between sets, and the hold tests.";
    };
  }

  private String numbers() {
    return ", by about " + Math.round(changeDeg) + "° (" + sets + " sets, " + percent() + " % sure).";
  }

  /** Never certain. */
  private long percent() {
    return Math.min(99, (long) Math.floor(100 * probability));
  }
}
