package io.flatback.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One row as the journal wrote it. */
record JournalRow(long firstChunk, long firstNanos, long lastNanos, int bodyBytes, Chunks chunks) {
  /** The next one of a stream that is still as it was written. */
  static Optional<JournalRow> next(Handle handle, String streamId, long afterChunk) {
    return handle
        .select(
            """
            SELECT * FROM raw_block WHERE stream_id = ? AND first_chunk > ? AND coding = 0
            ORDER BY first_chunk LIMIT 1""",
            streamId,
            afterChunk)
        .map(
            (row, context) ->
                new JournalRow(
                    row.getLong("first_chunk"),
                    row.getLong("first_ns"),
                    row.getLong("last_ns"),
                    row.getBytes("body").length,
                    BlockCoding.decode(row)))
        .findOne();
  }
}
