package io.flatback.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the raw record small, without loss, and drops what no session can claim any more. Run when a
 * session has ended and when the program starts; it may be interrupted at any moment. Any thread.
 */
public final class RawCompaction {
  private final Sqlite sqlite;

  RawCompaction(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  /**
   * @param rows of the journal that were rewritten
   * @param blocks that they were rewritten to
   * @param bytesBefore of the rows' bodies
   * @param bytesAfter of the blocks' bodies
   */
  public record Summary(int rows, int blocks, long bytesBefore, long bytesAfter) {
    static final Summary NOTHING = new Summary(0, 0, 0, 0);

    Summary plus(Summary other) {
      return new Summary(
          rows + other.rows,
          blocks + other.blocks,
          bytesBefore + other.bytesBefore,
          bytesAfter + other.bytesAfter);
    }
  }

  /** What a stream's last rows lack to a whole block stays until the stream goes on or ends. */
  public synchronized Summary run() {
    sqlite.change(Pruning::dropUnclaimed);
    Summary summary = Summary.NOTHING;
    for (String stream : streamsWithRows()) {
      summary = summary.plus(compact(stream));
    }
    return summary;
  }

  private List<String> streamsWithRows() {
    return sqlite.read(
        handle ->
            handle
                .select("SELECT DISTINCT stream_id FROM raw_block WHERE coding = 0 ORDER BY stream_id")
                .mapTo(String.class)
                .list());
  }

  private Summary compact(String streamId) {
    BlockCuts cuts = sqlite.read(handle -> BlockCuts.of(handle, streamId));
    Summary summary = Summary.NOTHING;
    List<JournalRow> group = new ArrayList<>();
    long afterChunk = -1;
    for (JournalRow row = next(streamId, afterChunk); row != null; row = next(streamId, afterChunk)) {
      if (!group.isEmpty() && cuts.cutBetween(group, row)) {
        summary = summary.plus(rewrite(streamId, group));
        group.clear();
      }
      group.add(row);
      afterChunk = row.firstChunk();
    }
    return cuts.streamEnded() && !group.isEmpty() ? summary.plus(rewrite(streamId, group)) : summary;
  }

  private @Nullable JournalRow next(String streamId, long afterChunk) {
    return sqlite.read(handle -> JournalRow.next(handle, streamId, afterChunk)).orElse(null);
  }

  private Summary rewrite(String streamId, List<JournalRow> rows) {
    CompactBlock block = CompactBlock.of(rows);
    boolean replaced = sqlite.write(handle -> block.replace(handle, streamId, rows));
    return replaced ? block.summary(rows) : Summary.NOTHING;
  }
}
