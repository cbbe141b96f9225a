package io.flatback.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the chunks of a stream in order of their arrival; one block is in memory at a time. Blocks may
 * be written, compacted or deleted meanwhile: no chunk comes twice. One thread.
 */
final class BlockReader {
  private final Sqlite sqlite;
  private final String streamId;
  private @Nullable Chunks chunks;
  private long firstChunk;
  private int chunk;
  private int offset;

  BlockReader(Sqlite sqlite, String streamId) {
    this.sqlite = sqlite;
    this.streamId = streamId;
  }

  private record Block(long firstChunk, Chunks chunks) {}

  /** @return false when there are no more for now */
  boolean next() {
    if (chunks != null && chunk + 1 < chunks.count()) {
      offset += chunks.length(chunk);
      chunk++;
      return true;
    }
    return load(chunks == null ? 0 : firstChunk + chunks.count());
  }

  private boolean load(long wanted) {
    Block block = sqlite.read(handle -> blockWith(handle, wanted)).orElse(null);
    if (block == null) {
      return false;
    }
    chunks = block.chunks();
    firstChunk = block.firstChunk();
    chunk = 0;
    offset = 0;
    while (firstChunk + chunk < wanted) {
      offset += chunks.length(chunk++);
    }
    return true;
  }

  private Optional<Block> blockWith(Handle handle, long wanted) {
    Optional<Block> holding =
        select(handle, "first_chunk <= ? AND first_chunk + chunks > ? ORDER BY first_chunk DESC", wanted, wanted);
    return holding.isPresent() ? holding : select(handle, "first_chunk > ? ORDER BY first_chunk", wanted);
  }

  private Optional<Block> select(Handle handle, String which, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = streamId;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return handle
        .select("SELECT * FROM raw_block WHERE stream_id = ? AND " + which + " LIMIT 1", all)
        .map((row, context) -> new Block(row.getLong("first_chunk"), BlockCoding.decode(row)))
        .findOne();
  }

  long arrivalNanos() {
    return current().arrivalNanos(chunk);
  }

  /** Holds the current chunk at {@link #offset}. */
  byte[] bytes() {
    return current().bytes();
  }

  int offset() {
    return offset;
  }

  int length() {
    return current().length(chunk);
  }

  private Chunks current() {
    if (chunks == null) {
      throw new IllegalStateException("no current chunk: next() has not said true");
    }
    return chunks;
  }
}
