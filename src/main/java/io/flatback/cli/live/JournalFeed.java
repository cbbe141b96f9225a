package io.flatback.cli.live;

import io.flatback.store.RawJournal;
import io.flatback.store.RawStream;
import io.flatback.store.StoreException;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Brings one sensor's bytes into the journal. When the disk takes nothing they wait in memory, and are
 * tried again twice a second, oldest first. One stream for as long as the program listens: a new decoder
 * that reads it hears what the live one heard. The sensor's thread only.
 */
final class JournalFeed {
  /** Hours of one sensor. */
  static final int MAX_WAITING_BYTES = 16 << 20;

  private static final long RETRY_NANOS = 500_000_000L;

  private final RawJournal journal;
  private final String sensorId;
  private final ArrayDeque<Chunk> waiting = new ArrayDeque<>();
  private @Nullable RawStream stream;
  private @Nullable StoreException failure;
  private long retryAtNanos;
  private int waitingBytes;
  private long lostBytes;

  private static final class Chunk {
    private final byte[] bytes;
    private final long arrivalNanos;

    Chunk(byte[] bytes, int length, long arrivalNanos) {
      this.bytes = Arrays.copyOf(bytes, length);
      this.arrivalNanos = arrivalNanos;
    }
  }

  JournalFeed(RawJournal journal, String sensorId) {
    this.journal = journal;
    this.sensorId = sensorId;
  }

  /** @return what is wrong with the disk; null while all is kept */
  @Nullable StoreException append(byte[] bytes, int length, long arrivalNanos) {
    if (failure != null && arrivalNanos < retryAtNanos) {
      hold(bytes, length, arrivalNanos);
      return failure;
    }
    try {
      String streamId = streamId(arrivalNanos);
      writeWaiting(streamId);
      journal.append(streamId, arrivalNanos, bytes, length);
      failure = null;
    } catch (StoreException e) {
      hold(bytes, length, arrivalNanos);
      retryAtNanos = arrivalNanos + RETRY_NANOS;
      failure = e;
    }
    return failure;
  }

  private String streamId(long nowNanos) {
    RawStream open = stream;
    if (open == null) {
      open = journal.startStream(sensorId, nowNanos);
      stream = open;
    }
    return open.id();
  }

  private void writeWaiting(String streamId) {
    while (!waiting.isEmpty()) {
      Chunk oldest = waiting.getFirst();
      journal.append(streamId, oldest.arrivalNanos, oldest.bytes, oldest.bytes.length);
      waiting.removeFirst();
      waitingBytes -= oldest.bytes.length;
    }
  }

  private void hold(byte[] bytes, int length, long arrivalNanos) {
    if (waitingBytes + length > MAX_WAITING_BYTES) {
      lostBytes += length;
      return;
    }
    waiting.addLast(new Chunk(bytes, length, arrivalNanos));
    waitingBytes += length;
  }

  /** Bytes for which neither disk nor memory had room. */
  long lostBytes() {
    return lostBytes;
  }

  /** The sensor has said its last. */
  void end() {
    RawStream open = stream;
    if (open != null) {
      journal.endStream(open.id());
      stream = null;
    }
  }
}
