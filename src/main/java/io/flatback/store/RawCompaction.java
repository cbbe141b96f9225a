package io.flatback.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the raw record small, without loss, and drops what no session can claim any more. Runs by itself
 * soon after a session has ended, soon after the start, and once an hour; a process that dies meanwhile
 * does no harm. Any thread.
 */
public final class RawCompaction implements AutoCloseable {
  private static final long DELAY_SECONDS = 5;
  private static final long EVERY_SECONDS = 3600;
  private static final long PATIENCE_SECONDS = 10;

  private final Sqlite sqlite;
  private final ScheduledExecutorService worker;
  private volatile boolean closed;

  RawCompaction(Sqlite sqlite) {
    this.sqlite = sqlite;
    this.worker =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("raw-compaction").priority(Thread.MIN_PRIORITY).daemon().unstarted(task));
    var unused = worker.scheduleWithFixedDelay(this::attempt, DELAY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** A session has ended: its last rows will not grow any more. */
  void soon() {
    if (!closed) {
      var unused = worker.schedule(this::attempt, DELAY_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void attempt() {
    try {
      var unused = run();
    } catch (StoreException e) {
      // Nothing is lost but space; the next time may have more luck, and the journal tells of a full disk.
      return;
    }
  }

  /** Waits for the block in work. */
  @Override
  public void close() {
    closed = true;
    worker.shutdownNow();
    try {
      var unused = worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
    for (JournalRow row = next(streamId, -1); row != null; row = next(streamId, row.firstChunk())) {
      if (!group.isEmpty() && cuts.cutBetween(group, row)) {
        summary = summary.plus(rewrite(streamId, group));
        group.clear();
      }
      group.add(row);
    }
    return cuts.streamEnded() && !group.isEmpty() && !closed ? summary.plus(rewrite(streamId, group)) : summary;
  }

  private @Nullable JournalRow next(String streamId, long afterChunk) {
    return closed ? null : sqlite.read(handle -> JournalRow.next(handle, streamId, afterChunk)).orElse(null);
  }

  private Summary rewrite(String streamId, List<JournalRow> rows) {
    CompactBlock block = CompactBlock.of(rows);
    boolean replaced = sqlite.write(handle -> block.replace(handle, streamId, rows));
    return replaced ? block.summary(rows) : Summary.NOTHING;
  }
}
