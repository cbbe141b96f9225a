package io.flatback.lift;

import java.util.Locale;

/** A movement that was looked at and not counted. */
public record RejectedCandidate(long startNanos, long endNanos, Reason reason) {

  /** Why it was not counted. */
  public enum Reason {
    /** Went down and never came up again. */
    NO_LOCKOUT,
    TOO_SMALL,
    TOO_SHORT,
    TOO_LONG,
    /** The decisive part was not seen. */
    GAP,
    WALKING,
    /** It moved, but not as in a lift: turned, jumped, sat down, reached aside. */
    NOT_HINGE,
    DELETED_BY_USER;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public RejectedCandidate {
    if (endNanos < startNanos) {
      throw new IllegalArgumentException("candidate ends at " + endNanos + " ns before it begins at " + startNanos + " ns");
    }
  }
}
