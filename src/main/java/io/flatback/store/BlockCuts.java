package io.flatback.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Where a stream's rows may not be joined: after ten seconds, after its head, and where a session ended, so
 * that one session's bytes can be deleted without another's.
 */
record BlockCuts(boolean streamEnded, List<Long> boundariesNanos) {
  private static final long BLOCK_NANOS = 10_000_000_000L;
  private static final int BLOCK_BYTES = 1 << 20;

  static BlockCuts of(Handle handle, String streamId) {
    boolean ended =
        handle
            .select("SELECT ended_ns IS NOT NULL FROM stream WHERE id = ?", streamId)
            .mapTo(Boolean.class)
            .findOne()
            .orElse(false);
    List<Long> boundaries =
        handle
            .select(
                """
                SELECT origin_ns + ? FROM stream WHERE id = ?
                UNION SELECT until_ns FROM session_stream WHERE stream_id = ? AND until_ns IS NOT NULL""",
                Erasure.HEAD_NANOS,
                streamId,
                streamId)
            .mapTo(Long.class)
            .list();
    return new BlockCuts(ended, boundaries);
  }

  boolean cutBetween(List<JournalRow> group, JournalRow next) {
    long bytes = next.bodyBytes();
    for (JournalRow row : group) {
      bytes += row.bodyBytes();
    }
    return next.lastNanos() - group.getFirst().firstNanos() > BLOCK_NANOS
        || bytes > BLOCK_BYTES
        || notNext(group.getLast(), next)
        || boundariesNanos.stream().anyMatch(b -> group.getLast().lastNanos() <= b && b < next.lastNanos());
  }

  /** Something between the two was deleted, or is compact already. */
  private static boolean notNext(JournalRow last, JournalRow next) {
    return last.firstChunk() + last.chunks().count() != next.firstChunk();
  }
}
