package io.flatback.lift;

/**
 * A correction made by hand. It speaks of times, not of indices, so that it still means the same rep when
 * the analysis improves.
 */
public record RepEdit(Kind kind, long fromNanos, long toNanos) {

  /** What was asked for. */
  public enum Kind {
    /** Reps whose bottom lies in the stretch are not reps. */
    DELETE,
    /** The rejected candidate that overlaps the stretch is a rep. */
    CONFIRM,
    /** The rep around {@code fromNanos} is two, parted there. */
    SPLIT,
    /** The reps whose bottoms lie in the stretch are one. */
    MERGE
  }
}
