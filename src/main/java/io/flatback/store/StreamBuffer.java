package io.flatback.store;

import java.util.ArrayList;
import java.util.List;

/** What arrived on one stream and is not yet on disk. Any thread. */
final class StreamBuffer {
  /** Cuts rows of what comes faster than life, e.g. an import. */
  private static final int MAX_ROW_BYTES = 1 << 16;

  private static final long MAX_ROW_NANOS = 1_000_000_000L;

  private final RawStream stream;
  private final List<Row> sealed = new ArrayList<>();
  private Chunks open = new Chunks();
  private long nextChunk;
  private long lastArrivalNanos;
  private long waitingBytes;

  StreamBuffer(RawStream stream) {
    this.stream = stream;
    this.lastArrivalNanos = stream.originNanos();
  }

  /** One row of the journal. */
  record Row(long firstChunk, Chunks chunks) {
    long firstNanos() {
      return chunks.arrivalNanos(0);
    }

    long lastNanos() {
      return chunks.arrivalNanos(chunks.count() - 1);
    }
  }

  RawStream stream() {
    return stream;
  }

  synchronized void append(long arrivalNanos, byte[] bytes, int length) {
    if (open.count() > 0
        && (open.byteCount() + length > MAX_ROW_BYTES || arrivalNanos - open.arrivalNanos(0) >= MAX_ROW_NANOS)) {
      seal();
    }
    open.add(arrivalNanos, bytes, 0, length);
    lastArrivalNanos = arrivalNanos;
    waitingBytes += length;
  }

  private void seal() {
    if (open.count() > 0) {
      sealed.add(new Row(nextChunk, open));
      nextChunk += open.count();
      open = new Chunks();
    }
  }

  /**
   * Ends a row here, so that what a session has and what comes after it are in different rows.
   *
   * @return when the last chunk before the cut arrived
   */
  synchronized long cut() {
    seal();
    return lastArrivalNanos;
  }

  /** Everything that waits; it stays here until {@link #written}. */
  synchronized List<Row> waiting() {
    seal();
    return List.copyOf(sealed);
  }

  /** The first of the rows are on disk. */
  synchronized void written(List<Row> rows) {
    sealed.subList(0, rows.size()).clear();
    for (Row row : rows) {
      waitingBytes -= row.chunks().byteCount();
    }
  }

  synchronized long waitingBytes() {
    return waitingBytes;
  }

  synchronized long lastArrivalNanos() {
    return lastArrivalNanos;
  }
}
