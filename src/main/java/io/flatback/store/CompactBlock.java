package io.flatback.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Rows of the journal, joined and made small. What comes out of it was checked to be what went in. */
final class CompactBlock {
  private final Chunks chunks;
  private final BlockCoding coding;
  private final byte[] body;

  private CompactBlock(Chunks chunks, BlockCoding coding, byte[] body) {
    this.chunks = chunks;
    this.coding = coding;
    this.body = body;
  }

  static CompactBlock of(List<JournalRow> rows) {
    Chunks chunks = new Chunks();
    rows.forEach(row -> chunks.addAll(row.chunks()));
    long firstNanos = chunks.arrivalNanos(0);
    byte[] columns = WireColumns.encode(chunks, firstNanos);
    return WireColumns.decode(columns, chunks.count(), firstNanos).sameAs(chunks)
        ? new CompactBlock(chunks, BlockCoding.COLUMNS, Deflation.deflate(columns))
        : new CompactBlock(chunks, BlockCoding.DEFLATED, Deflation.deflate(chunks.toRow(firstNanos)));
  }

  /** @return false, and nothing is changed, when the rows are no longer all there */
  boolean replace(Handle handle, String streamId, List<JournalRow> rows) {
    long first = rows.getFirst().firstChunk();
    long last = rows.getLast().firstChunk();
    String which = " FROM raw_block WHERE stream_id = ? AND first_chunk BETWEEN ? AND ? AND coding = 0";
    int there = handle.select("SELECT COUNT(*)" + which, streamId, first, last).mapTo(Integer.class).one();
    if (there != rows.size()) {
      return false;
    }
    handle.execute("DELETE" + which, streamId, first, last);
    handle.execute(
        """
        INSERT INTO raw_block (stream_id, first_chunk, chunks, bytes, first_ns, last_ns, coding, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        streamId,
        first,
        chunks.count(),
        chunks.byteCount(),
        chunks.arrivalNanos(0),
        chunks.arrivalNanos(chunks.count() - 1),
        coding.number(),
        body);
    return true;
  }

  RawCompaction.Summary summary(List<JournalRow> rows) {
    long before = rows.stream().mapToLong(JournalRow::bodyBytes).sum();
    return new RawCompaction.Summary(rows.size(), 1, before, body.length);
  }
}
