package io.flatback.lift;

import java.util.List;

/** What the user corrected by hand, as the rep finder asks for it. */
final class RepEdits {
  private final List<RepEdit> edits;

  RepEdits(List<RepEdit> edits) {
    this.edits = List.copyOf(edits);
  }

  /** The last word counts: a rep that was deleted may be confirmed again. */
  boolean deletes(long bottomNanos) {
    boolean deleted = false;
    for (RepEdit edit : edits) {
      if (edit.fromNanos() <= bottomNanos && bottomNanos <= edit.toNanos()) {
        deleted = edit.kind() == RepEdit.Kind.DELETE || (deleted && edit.kind() != RepEdit.Kind.CONFIRM);
      }
    }
    return deleted;
  }

  /** Said by hand to be a rep, or a part of one that was parted by hand. */
  boolean confirms(long startNanos, long endNanos) {
    return anyOverlaps(RepEdit.Kind.CONFIRM, startNanos, endNanos)
        || anyOverlaps(RepEdit.Kind.SPLIT, startNanos, endNanos);
  }

  /** The rep that was deepest at {@code peakNanos} goes on past {@code nowNanos}. */
  boolean merges(long peakNanos, long nowNanos) {
    if (edits.isEmpty()) {
      return false;
    }
    for (RepEdit edit : edits) {
      if (edit.kind() == RepEdit.Kind.MERGE
          && edit.fromNanos() <= peakNanos
          && peakNanos <= edit.toNanos()
          && nowNanos < edit.toNanos()) {
        return true;
      }
    }
    return false;
  }

  /** @return where a rep over this stretch is to be parted; −1 where it is not */
  long splitBetween(long startNanos, long endNanos) {
    for (RepEdit edit : edits) {
      if (edit.kind() == RepEdit.Kind.SPLIT && startNanos < edit.fromNanos() && edit.fromNanos() < endNanos) {
        return edit.fromNanos();
      }
    }
    return -1;
  }

  private boolean anyOverlaps(RepEdit.Kind kind, long fromNanos, long toNanos) {
    for (RepEdit edit : edits) {
      if (edit.kind() == kind && edit.fromNanos() <= toNanos && edit.toNanos() >= fromNanos) {
        return true;
      }
    }
    return false;
  }
}
