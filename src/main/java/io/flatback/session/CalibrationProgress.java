package io.flatback.session;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a guided calibration is.
 *
 * @param secondsLeft of standing still; 0 in other steps
 * @param hinge the one to do now, from 1; 0 in other steps
 * @param outcome null until it is judged
 */
public record CalibrationProgress(Step step, int secondsLeft, int hinge, @Nullable CalibrationOutcome outcome) {
  public enum Step {
    STAND_STILL,
    HINGE,
    STAND_AGAIN,
    ACCEPTED,
    REFUSED,
    CANCELLED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static CalibrationProgress of(CalibrationOutcome outcome) {
    return new CalibrationProgress(outcome.isAccepted() ? Step.ACCEPTED : Step.REFUSED, 0, 0, outcome);
  }

  /** What the wearer is to do, or what became of it, in a sentence. */
  public String text() {
    return switch (step) {
      case STAND_STILL -> "Stand still, arms hanging.";
      case HINGE -> "Hinge forward slowly and come up: " + hinge + " of 3.";
      case STAND_AGAIN -> "Stand still once more.";
      case ACCEPTED, REFUSED -> outcome == null ? "" : String.join(" ", CalibrationNotes.of(outcome));
      case CANCELLED -> "Calibration cancelled: angles come from what the lifting shows.";
    };
  }
}
