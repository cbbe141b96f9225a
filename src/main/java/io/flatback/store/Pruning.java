package io.flatback.store;

import io.flatback.recording.ReplayLink;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Drops the bytes that no session has and none can get: of streams that ended without a session, and what
 * lies between sessions and more than ten minutes before the newest byte. The head of a stream stays, and
 * so does every file that is played, which can't be read in pieces.
 */
final class Pruning {
  private Pruning() {}

  static void dropUnclaimed(Handle handle) {
    handle.execute(
        """
        DELETE FROM stream WHERE ended_ns IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM session_stream x WHERE x.stream_id = stream.id)""");
    handle
        .select(
            """
            SELECT * FROM stream WHERE driver <> ? AND (ended_ns IS NULL
              OR EXISTS (SELECT 1 FROM raw_block b WHERE b.stream_id = stream.id AND b.coding = 0))""",
            ReplayLink.CSV_DRIVER)
        .map((row, context) -> StreamRows.stream(row))
        .list()
        .forEach(stream -> dropBetweenSessions(handle, stream));
  }

  private static void dropBetweenSessions(Handle handle, RawStream stream) {
    List<RecordSpan> claims = RecordSpan.ofStream(handle, stream.id());
    long fromNanos = stream.originNanos() + Erasure.HEAD_NANOS;
    for (RecordSpan claim : claims.stream().sorted(Comparator.comparingLong(RecordSpan::afterNanos)).toList()) {
      drop(handle, stream, fromNanos, claim.afterNanos());
      fromNanos = Math.max(fromNanos, claim.untilNanos());
    }
    drop(handle, stream, fromNanos, horizonNanos(handle, stream));
  }

  /** A session that starts now would reach back to here. */
  private static long horizonNanos(Handle handle, RawStream stream) {
    return handle
        .select(
            """
            SELECT CASE WHEN ended_ns IS NULL
              THEN COALESCE((SELECT MAX(last_ns) FROM raw_block b WHERE b.stream_id = stream.id), origin_ns) - ?
              ELSE ended_ns END
            FROM stream WHERE id = ?""",
            RecordSpan.LEAD.toNanos(),
            stream.id())
        .mapTo(Long.class)
        .one();
  }

  private static void drop(Handle handle, RawStream stream, long afterNanos, long untilNanos) {
    if (afterNanos < untilNanos) {
      handle.execute(
          "DELETE FROM raw_block WHERE stream_id = ? AND first_ns > ? AND last_ns <= ?",
          stream.id(),
          afterNanos,
          untilNanos);
    }
  }
}
