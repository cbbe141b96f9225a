package io.flatback.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Deletes for good. SQLite overwrites what is deleted with zeros (secure_delete); the write-ahead log is
 * emptied afterwards, so that no copy stays there either. The file does not shrink: its free pages are
 * used again. {@code VACUUM} would shrink it and needs as much free disk again; a backup is always
 * shrunk. Backups made earlier still hold what was deleted later.
 */
final class Erasure {
  /** A device says who it is when its stream begins; without that, the rest can't be read. */
  static final long HEAD_NANOS = 2_000_000_000L;

  private Erasure() {}

  static boolean erase(Sqlite sqlite, Sqlite.Work<Boolean> work) {
    boolean erased = sqlite.write(work);
    if (erased) {
      sqlite.emptyLog();
    }
    return erased;
  }

  static boolean session(Handle handle, String sessionId) {
    List<String> streams =
        handle
            .select("SELECT stream_id FROM session_stream WHERE session_id = ?", sessionId)
            .mapTo(String.class)
            .list();
    streams.forEach(stream -> bytes(handle, sessionId, stream));
    return handle.execute("DELETE FROM session WHERE id = ?", sessionId) > 0;
  }

  /** Only this session's bytes go where others share the stream, or where it is still open. */
  private static void bytes(Handle handle, String sessionId, String streamId) {
    int deleted =
        handle.execute(
            """
            DELETE FROM stream WHERE id = ? AND ended_ns IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM session_stream x WHERE x.stream_id = stream.id AND x.session_id <> ?)""",
            streamId,
            sessionId);
    if (deleted == 0) {
      handle
          .createUpdate(
              """
              DELETE FROM raw_block
              WHERE stream_id = :stream
                AND first_ns > (SELECT origin_ns FROM stream WHERE id = :stream) + :head
                AND last_ns <= COALESCE(
                  (SELECT until_ns FROM session_stream WHERE session_id = :session AND stream_id = :stream),
                  9223372036854775807)
                AND first_ns > COALESCE(
                  (SELECT MAX(o.until_ns) FROM session_stream o JOIN session_stream m
                     ON m.stream_id = o.stream_id AND m.session_id = :session
                   WHERE o.stream_id = :stream AND o.session_id <> :session AND o.until_ns <= m.started_ns),
                  -9223372036854775807)""")
          .bind("stream", streamId)
          .bind("session", sessionId)
          .bind("head", HEAD_NANOS)
          .execute();
    }
  }
}
