package io.flatback.report;

import io.flatback.form.Level;
import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.RepQuality;

/** Plain words for what the other rooms say by key. */
final class Wording {
  private Wording() {}

  static String of(RejectedCandidate.Reason reason) {
    return switch (reason) {
      case NO_LOCKOUT -> "went down and did not come up to standing";
      case TOO_SMALL -> "moved too little to be a rep";
      case TOO_SHORT -> "was too quick to be a rep";
      case TOO_LONG -> "took too long to be one rep";
      case GAP -> "its decisive part was not seen";
      case WALKING -> "steps, not a rep";
      case NOT_HINGE -> "it moved, but not as in a lift";
      case DELETED_BY_USER -> "you deleted it";
    };
  }

  static String of(RepQuality quality) {
    return switch (quality) {
      case GAP -> "a gap in the signal";
      case CLIPPED -> "sensor at the end of its scale";
      case PARTIAL -> "partial range";
      case MOUNTING_UNSURE -> "mounting not sure yet";
      case CUT_OFF -> "cut off by the end of the record";
    };
  }

  static String of(Level level) {
    return switch (level) {
      case WATCH -> "Watch";
      case WARN -> "Warn";
    };
  }

  static String rule(String rule) {
    return switch (rule) {
      case "trend" -> "a rise beyond your noise";
      case "combined_trend" -> "rises that are beyond your noise together";
      case "trend_and_two_consecutive" -> "a rise beyond your noise, and two reps in a row";
      case "two_consecutive" -> "two reps in a row";
      default -> rule.replace('_', ' ');
    };
  }

  /** a, b, … z, aa, ab, … */
  static String letter(int index) {
    String last = Character.toString('a' + index % 26);
    return index < 26 ? last : letter(index / 26 - 1) + last;
  }
}
