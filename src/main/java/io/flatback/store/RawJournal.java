package io.flatback.store;

import io.flatback.signal.Placement;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every byte as it arrived. In: chunks with their arrival times. Bytes are on disk a quarter of a
 * second after {@link #append} or so, in rows of at most a second; a crash costs no more than that.
 *
 * <p>Any thread; each stream's chunks in the order of their arrival. {@code append} does not wait for the
 * disk unless {@value #MAX_WAITING_BYTES} bytes wait for it.
 */
public final class RawJournal implements AutoCloseable {
  private static final long FLUSH_EVERY_MS = 250;
  private static final int MAX_WAITING_BYTES = 1 << 20;

  private final Sqlite sqlite;
  private final InstantSource clock;
  private final String run = RandomId.next();
  private final Map<String, StreamBuffer> open = new ConcurrentHashMap<>();
  private final Object disk = new Object();
  private final ScheduledExecutorService ticker;
  private volatile @Nullable StoreException failure;

  RawJournal(Sqlite sqlite, InstantSource clock) {
    this.sqlite = sqlite;
    this.clock = clock;
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("raw-journal").daemon().unstarted(task));
    var unused = ticker.scheduleWithFixedDelay(this::tick, FLUSH_EVERY_MS, FLUSH_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /**
   * Begins a stream: a link to the sensor was opened. It belongs to the sensor's active session, if there
   * is one, and to those that start while it lasts.
   *
   * @param originNanos the host's monotonic clock now, on which arrivals will be given
   */
  public RawStream startStream(String sensorId, long originNanos) {
    RawStream stream = sqlite.write(handle -> insertStream(handle, sensorId, originNanos));
    open.put(stream.id(), new StreamBuffer(stream));
    return stream;
  }

  private RawStream insertStream(Handle handle, String sensorId, long originNanos) {
    RawStream stream =
        handle
            .select("SELECT driver, placement FROM sensor WHERE id = ?", sensorId)
            .map(
                (row, context) ->
                    new RawStream(
                        RandomId.next(),
                        sensorId,
                        row.getString("driver"),
                        Placement.ofKey(row.getString("placement")),
                        run,
                        Timestamps.rounded(clock.instant()),
                        originNanos))
            .findOne()
            .orElseThrow(() -> new StoreException("no sensor " + sensorId + ": register it first"));
    StreamRows.insert(handle, stream);
    return stream;
  }

  /**
   * Takes a chunk.
   *
   * @param arrivalNanos on the clock of the stream's origin
   * @throws StoreException when what came before could not be written; this chunk is then not taken
   */
  public void append(String streamId, long arrivalNanos, byte[] bytes, int length) {
    if (length == 0) {
      return;
    }
    StreamBuffer buffer = open.get(streamId);
    if (buffer == null) {
      throw new StoreException("stream " + streamId + " is not open: start it first");
    }
    if (failure != null || buffer.waitingBytes() > MAX_WAITING_BYTES) {
      flush();
    }
    buffer.append(arrivalNanos, bytes, length);
  }

  /** On return all that was taken so far is on disk. */
  public void flush() {
    synchronized (disk) {
      try {
        writeWaiting();
        failure = null;
      } catch (StoreException e) {
        failure = e;
        throw e;
      }
    }
  }

  private void writeWaiting() {
    Map<StreamBuffer, List<StreamBuffer.Row>> waiting = new LinkedHashMap<>();
    for (StreamBuffer buffer : open.values()) {
      List<StreamBuffer.Row> rows = buffer.waiting();
      if (!rows.isEmpty()) {
        waiting.put(buffer, rows);
      }
    }
    if (!waiting.isEmpty()) {
      sqlite.change(
          handle ->
              waiting.forEach((buffer, rows) -> StreamRows.insertRows(handle, buffer.stream().id(), rows)));
      waiting.forEach(StreamBuffer::written);
    }
  }

  private void tick() {
    try {
      flush();
    } catch (StoreException e) {
      // Kept in `failure`: the next append tries again and tells its caller.
      return;
    }
  }

  /** The link was closed or lost. */
  public void endStream(String streamId) {
    StreamBuffer buffer = open.get(streamId);
    if (buffer == null) {
      return;
    }
    flush();
    sqlite.change(handle -> StreamRows.end(handle, streamId, buffer.lastArrivalNanos()));
    open.remove(streamId);
  }

  /**
   * Parts what has arrived from what will, in all open streams of a sensor.
   *
   * @return when the last chunk arrived, by stream
   */
  Map<String, Long> cut(String sensorId) {
    Map<String, Long> positions = new LinkedHashMap<>();
    for (StreamBuffer buffer : open.values()) {
      if (buffer.stream().sensorId().equals(sensorId)) {
        positions.put(buffer.stream().id(), buffer.cut());
      }
    }
    return positions;
  }

  /** When the last chunk arrived; empty for a stream that is not open. */
  OptionalLong lastArrivalNanos(String streamId) {
    StreamBuffer buffer = open.get(streamId);
    return buffer == null ? OptionalLong.empty() : OptionalLong.of(buffer.lastArrivalNanos());
  }

  void closeStreamsOfDeadRuns() {
    sqlite.change(handle -> StreamRows.endAllOfOtherRuns(handle, run));
  }

  /** Ends all streams. */
  @Override
  public void close() {
    ticker.shutdown();
    List.copyOf(open.keySet()).forEach(this::endStream);
  }
}
