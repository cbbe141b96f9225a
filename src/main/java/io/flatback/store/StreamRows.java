package io.flatback.store;

import io.flatback.signal.Placement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The journal's SQL. */
final class StreamRows {
  private StreamRows() {}

  static void insert(Handle handle, RawStream stream) {
    handle.execute(
        """
        INSERT INTO stream (id, sensor_id, driver, placement, run, started_at, origin_ns)
        VALUES (?, ?, ?, ?, ?, ?, ?)""",
        stream.id(),
        stream.sensorId(),
        stream.driver(),
        stream.placement().key(),
        stream.run(),
        Timestamps.text(stream.startedAt()),
        stream.originNanos());
    handle.execute(
        """
        INSERT INTO session_stream (session_id, stream_id, started_ns)
        SELECT s.id, ?, ? FROM session s JOIN session_sensor n ON n.session_id = s.id
        WHERE n.sensor_id = ? AND s.state = 'active'""",
        stream.id(),
        stream.originNanos(),
        stream.sensorId());
  }

  /** Those of a session's record, in order of time. */
  static List<RawStream> ofSession(Handle handle, String sessionId) {
    return handle
        .select(
            """
            SELECT s.* FROM stream s JOIN session_stream x ON x.stream_id = s.id
            WHERE x.session_id = ? ORDER BY s.started_at, s.id""",
            sessionId)
        .map((row, context) -> stream(row))
        .list();
  }

  static RawStream stream(ResultSet row) throws SQLException {
    return new RawStream(
        row.getString("id"),
        row.getString("sensor_id"),
        row.getString("driver"),
        Placement.ofKey(row.getString("placement")),
        row.getString("run"),
        Timestamps.instant(row.getString("started_at")),
        row.getLong("origin_ns"));
  }

  static void insertRows(Handle handle, String streamId, List<StreamBuffer.Row> rows) {
    try (PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO raw_block (stream_id, first_chunk, chunks, bytes, first_ns, last_ns, coding, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
      for (StreamBuffer.Row row : rows) {
        Chunks chunks = row.chunks();
        batch.add(
            streamId,
            row.firstChunk(),
            chunks.count(),
            chunks.byteCount(),
            row.firstNanos(),
            row.lastNanos(),
            BlockCoding.PLAIN.number(),
            chunks.toRow(row.firstNanos()));
      }
      batch.execute();
    }
  }

  static void end(Handle handle, String streamId, long endedNanos) {
    handle.execute("UPDATE stream SET ended_ns = ? WHERE id = ?", endedNanos, streamId);
  }

  static void endAllOfOtherRuns(Handle handle, String run) {
    handle.execute(
        """
        UPDATE stream SET ended_ns =
          COALESCE((SELECT MAX(last_ns) FROM raw_block b WHERE b.stream_id = stream.id), origin_ns)
        WHERE ended_ns IS NULL AND run <> ?""",
        run);
  }
}
