package io.flatback.store;

import io.flatback.recording.ReplayLink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The part of a stream that is in a session's record: what arrived in {@code (afterNanos, untilNanos]}. It
 * begins at the latest of: the stream's start, the end of the session before on that stream, ten minutes
 * before the session's first set. A file that is played is taken from its beginning.
 */
record RecordSpan(RawStream stream, long afterNanos, long untilNanos) {
  static final Duration LEAD = Duration.ofMinutes(10);

  private static final long FROM_THE_START = Long.MIN_VALUE;

  private static final String SELECT =
      """
      SELECT s.*, x.started_ns, x.until_ns, t.first_set_at,
        (SELECT MAX(o.until_ns) FROM session_stream o
         WHERE o.stream_id = s.id AND o.session_id <> x.session_id AND o.until_ns <= x.started_ns) AS before_ns
      FROM session_stream x JOIN session t ON t.id = x.session_id JOIN stream s ON s.id = x.stream_id
      """;

  /** In the order in which the streams started. */
  static List<RecordSpan> ofSession(Handle handle, String sessionId) {
    return select(handle, "WHERE x.session_id = ? ORDER BY s.started_at, s.placement, s.id", sessionId);
  }

  /** What sessions have of a stream. */
  static List<RecordSpan> ofStream(Handle handle, String streamId) {
    return select(handle, "WHERE x.stream_id = ?", streamId);
  }

  private static List<RecordSpan> select(Handle handle, String where, String id) {
    return handle.select(SELECT + where, id).map((row, context) -> span(row)).list();
  }

  boolean fromTheStart() {
    return afterNanos == FROM_THE_START;
  }

  private static RecordSpan span(ResultSet row) throws SQLException {
    RawStream stream = StreamRows.stream(row);
    long afterNanos = Math.max(longOr(row, "before_ns", FROM_THE_START), leadNanos(stream, row));
    return new RecordSpan(stream, afterNanos, longOr(row, "until_ns", Long.MAX_VALUE));
  }

  private static long longOr(ResultSet row, String column, long otherwise) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? otherwise : value;
  }

  private static long leadNanos(RawStream stream, ResultSet row) throws SQLException {
    if (stream.driver().equals(ReplayLink.CSV_DRIVER)) {
      return FROM_THE_START;
    }
    String firstSetAt = row.getString("first_set_at");
    long anchorNanos =
        firstSetAt == null
            ? row.getLong("started_ns")
            : stream.originNanos()
                + Duration.between(stream.startedAt(), Instant.parse(firstSetAt)).toNanos();
    long leadNanos = anchorNanos - LEAD.toNanos();
    return leadNanos < stream.originNanos() ? FROM_THE_START : leadNanos;
  }
}
