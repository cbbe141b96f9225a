package io.flatback.recording;

import io.flatback.link.ByteLink;
import io.flatback.link.HostClock;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Plays a file as if it were a sensor: a recording CSV row by row, a raw log chunk by chunk, each when its
 * time has come. Its bytes go through the same decoder as those of a device ({@link #driver}).
 */
public final class ReplayLink implements ByteLink {
  /** A speed: no waiting. */
  public static final double AS_FAST_AS_POSSIBLE = 0;

  /** The name of the driver that reads recording CSV. */
  public static final String CSV_DRIVER = "csv";

  private static final long READ_TIMEOUT_NANOS = 200_000_000;
  /** A read that waits notices {@link #close} within this time. */
  private static final long NAP_NANOS = 50_000_000;

  private final Path path;
  private final double speed;
  private final HostClock clock;
  private final String driver;
  private final TimedChunks chunks;
  private volatile boolean closed;
  private boolean holding;
  private int taken;
  private boolean started;
  private long startNanos;
  private long firstNanos;

  private ReplayLink(Path path, double speed, HostClock clock, String driver, TimedChunks chunks) {
    this.path = path;
    this.speed = speed;
    this.clock = clock;
    this.driver = driver;
    this.chunks = chunks;
  }

  /** As {@link #open(Path, double, HostClock)}, by the system's clock. */
  public static ReplayLink open(Path path, double speed) throws IOException {
    return open(path, speed, HostClock.SYSTEM);
  }

  /**
   * @param speed 1 as it was recorded, 4 four times as fast, {@link #AS_FAST_AS_POSSIBLE}
   * @throws RecordingFormatException when the file is a directory or a damaged raw log
   * @throws java.nio.file.NoSuchFileException when there is no such file
   */
  public static ReplayLink open(Path path, double speed, HostClock clock) throws IOException {
    if (!(speed >= 0 && Double.isFinite(speed))) {
      throw new IllegalArgumentException("speed=" + speed + ", expected 0 (as fast as possible) or more");
    }
    if (RawLogFile.isRawLog(path)) {
      RawLogChunks chunks = new RawLogChunks(path);
      return new ReplayLink(path, speed, clock, chunks.header().driver(), chunks);
    }
    return new ReplayLink(path, speed, clock, CSV_DRIVER, new CsvChunks(path));
  }

  /** Which decoder understands what is played: {@link #CSV_DRIVER}, or the one named in the raw log. */
  public String driver() {
    return driver;
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    long deadlineNanos = clock.nanoTime() + READ_TIMEOUT_NANOS;
    while (!closed) {
      int count = fill(buffer);
      if (count != 0) {
        return count;
      }
      long nowNanos = clock.nanoTime();
      if (nowNanos >= deadlineNanos) {
        return 0;
      }
      if (!nap(Math.min(Math.min(dueNanos(), deadlineNanos) - nowNanos, NAP_NANOS))) {
        return 0;
      }
    }
    return -1;
  }

  /** @return how many bytes are due and fit; −1 at the end of the file */
  private int fill(byte[] buffer) throws IOException {
    synchronized (chunks) {
      return closed ? -1 : fillLocked(buffer);
    }
  }

  private int fillLocked(byte[] buffer) throws IOException {
    int count = 0;
    while (count < buffer.length) {
      if (!holding && !take()) {
        return count == 0 ? -1 : count;
      }
      if (dueNanos() > clock.nanoTime()) {
        return count;
      }
      int length = Math.min(chunks.length() - taken, buffer.length - count);
      System.arraycopy(chunks.bytes(), chunks.offset() + taken, buffer, count, length);
      count += length;
      taken += length;
      holding = taken < chunks.length();
    }
    return count;
  }

  private boolean take() throws IOException {
    holding = chunks.next();
    taken = 0;
    if (holding && !started && chunks.timeNanos() != TimedChunks.AT_ONCE) {
      started = true;
      startNanos = clock.nanoTime();
      firstNanos = chunks.timeNanos();
    }
    return holding;
  }

  /** When the held chunk is to be played, on the pacing clock. */
  private long dueNanos() {
    if (speed == AS_FAST_AS_POSSIBLE || !started || chunks.timeNanos() == TimedChunks.AT_ONCE) {
      return Long.MIN_VALUE;
    }
    return startNanos + (long) ((chunks.timeNanos() - firstNanos) / speed);
  }

  private boolean nap(long nanos) {
    try {
      clock.sleep(Math.max(nanos, 0));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A file is not spoken to. */
  @Override
  public void write(byte[] bytes) {}

  @Override
  public String address() {
    return "replay:" + path;
  }

  @Override
  public void close() {
    closed = true;
    synchronized (chunks) {
      try {
        chunks.close();
      } catch (IOException e) {
        // It was only read from: nothing is lost.
      }
    }
  }
}
