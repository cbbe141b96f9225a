package io.flatback.sim;

import io.flatback.link.ByteLink;
import io.flatback.link.HostClock;
import io.flatback.link.LinkLostException;
import io.flatback.wire.FrameDecoder;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.Imu6;
import io.flatback.wire.PacketType;
import io.flatback.wire.WireMessage;
import io.flatback.wire.WireMessage.Ack;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A reference sensor that is not there: answers as firmware-protocol/PROTOCOL.md says and, once started,
 * plays readings at their own speed, {@code speed} times as fast, or as fast as they are read. Has an end.
 */
public final class SimLink implements ByteLink {
  /** For as fast as the bytes are read. */
  public static final double AS_FAST_AS_POSSIBLE = 0;

  private static final long LONGEST_WAIT_NANOS = 200_000_000L;
  private static final long WAIT_STEP_NANOS = 20_000_000L;
  private static final long STATUS_EVERY_NANOS = 1_000_000_000L;
  private static final int MOST_BYTES_UNREAD = 8192;
  /** The simulated battery: full at the beginning, empty after ten hours. */
  private static final double BATTERY_SECONDS = 36_000;

  private static final int EMPTY_MILLIVOLTS = 3300;
  private static final int FULL_MILLIVOLTS = 4200;

  private final String address;
  private final ReferenceSensor sensor;
  private final Closeable source;
  private final double speed;
  private final HostClock clock;
  private final long bootNanos;

  private final FrameDecoder commands = new FrameDecoder();
  private final ByteArrayOutputStream unread = new ByteArrayOutputStream();
  private boolean streaming;
  private boolean exhausted;
  private boolean closed;
  private long startedNanos;
  private long nextStatusNanos;
  private @Nullable Imu6 nextFrame;
  private WireMessage.@Nullable Feedback lastFeedback;

  /**
   * @param source closed together with the link; what the sensor's cursor reads from
   * @param speed 1 for real time, 4 for four times as fast, {@link #AS_FAST_AS_POSSIBLE}
   */
  public SimLink(String address, ReferenceSensor sensor, Closeable source, double speed, HostClock clock) {
    if (!(speed >= 0 && Double.isFinite(speed))) {
      throw new IllegalArgumentException("speed=" + speed + ", expected 0 (as fast as possible) or more");
    }
    this.address = address;
    this.sensor = sensor;
    this.source = source;
    this.speed = speed;
    this.clock = clock;
    this.bootNanos = clock.nanoTime();
    say(sensor.hello());
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    long untilNanos = clock.nanoTime() + LONGEST_WAIT_NANOS;
    while (true) {
      int length = readNow(buffer);
      long nowNanos = clock.nanoTime();
      if (length != 0 || nowNanos - untilNanos >= 0) {
        return length;
      }
      pause(Math.min(waitNanos(nowNanos), untilNanos - nowNanos));
    }
  }

  private synchronized int readNow(byte[] buffer) throws IOException {
    if (closed) {
      throw new LinkLostException(address + " has been closed: open it again");
    }
    if (unread.size() == 0 && streaming) {
      sendWhatIsDue();
    }
    if (unread.size() == 0 && exhausted) {
      return -1;
    }
    byte[] bytes = unread.toByteArray();
    int length = Math.min(bytes.length, buffer.length);
    System.arraycopy(bytes, 0, buffer, 0, length);
    unread.reset();
    unread.write(bytes, length, bytes.length - length);
    return length;
  }

  private void sendWhatIsDue() throws IOException {
    prepare();
    if (nextFrame != null && dueNanos() - clock.nanoTime() <= 0) {
      say(nextFrame);
      nextFrame = null;
      if (sensor.lastNanos() >= nextStatusNanos) {
        nextStatusNanos += STATUS_EVERY_NANOS;
        say(status());
      }
    }
  }

  private void prepare() throws IOException {
    if (nextFrame == null && !exhausted) {
      nextFrame = sensor.next();
      exhausted = nextFrame == null;
    }
  }

  private long dueNanos() {
    return startedNanos + playedNanos();
  }

  /** How long it takes to play up to the end of the latest frame. */
  private long playedNanos() {
    return speed == AS_FAST_AS_POSSIBLE ? 0 : Math.round(sensor.lastNanos() / speed);
  }

  private synchronized long waitNanos(long nowNanos) {
    boolean paced = streaming && nextFrame != null;
    return paced ? Math.clamp(dueNanos() - nowNanos, 0, WAIT_STEP_NANOS) : WAIT_STEP_NANOS;
  }

  private void pause(long nanos) throws LinkLostException {
    try {
      clock.sleep(nanos);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new LinkLostException(address + " was interrupted: open it again", closing);
    }
  }

  @Override
  public synchronized void write(byte[] bytes) throws IOException {
    if (closed) {
      throw new LinkLostException(address + " has been closed: open it again");
    }
    commands.offer(bytes, 0, bytes.length);
    while (commands.next()) {
      if (commands.event() instanceof WireMessage command) {
        answer(command);
      }
    }
  }

  private void answer(WireMessage command) {
    switch (command) {
      case WireMessage.GetHello m -> say(sensor.hello());
      case WireMessage.Ping m -> say(new WireMessage.Pong(m.token(), deviceMicros(), deviceMicros()));
      case WireMessage.Start m -> start(m);
      case WireMessage.Stop m -> {
        streaming = false;
        acknowledge(m, m.sequence(), Ack.DONE);
      }
      case WireMessage.Feedback m -> {
        lastFeedback = m;
        acknowledge(m, m.sequence(), Ack.DONE);
      }
      case WireMessage.Rate m -> acknowledge(m, m.sequence(), Ack.NOT_POSSIBLE);
      case WireMessage.Backfill m -> acknowledge(m, m.sequence(), Ack.NOT_POSSIBLE);
      case WireMessage m when m.type() < PacketType.GET_HELLO -> {} // not a command
      case WireMessage m -> acknowledge(m, 0, Ack.COMMAND_UNKNOWN);
    }
  }

  private void start(WireMessage.Start command) {
    if (!streaming) {
      streaming = true;
      startedNanos = clock.nanoTime() - playedNanos();
      sensor.setDeviceMicrosAtZero(deviceMicros() - sensor.lastNanos() / 1000);
    }
    acknowledge(command, command.sequence(), Ack.DONE);
  }

  private void acknowledge(WireMessage command, int sequence, int status) {
    say(new Ack(command.type(), sequence, status));
  }

  /** A host that does not read loses what it does not read, as with any device. */
  private void say(WireMessage message) {
    if (unread.size() < MOST_BYTES_UNREAD) {
      unread.writeBytes(FrameEncoder.frame(message));
    }
  }

  private WireMessage.Status status() {
    double left = Math.max(0, 1 - sensor.lastNanos() * 1e-9 / BATTERY_SECONDS);
    int millivolts = (int) Math.round(EMPTY_MILLIVOLTS + left * (FULL_MILLIVOLTS - EMPTY_MILLIVOLTS));
    return new WireMessage.Status(
        sensor.hello().bootId(), deviceMicros(), millivolts, (int) Math.round(100 * left), 3000, 0, 0);
  }

  private long deviceMicros() {
    return ((clock.nanoTime() - bootNanos) / 1000) & 0xFFFF_FFFFL;
  }

  /** The latest burst that was asked for; null when there was none. */
  public synchronized WireMessage.@Nullable Feedback lastFeedback() {
    return lastFeedback;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      try {
        source.close();
      } catch (IOException alreadyGone) {
        // Nothing was to be written to it.
      }
    }
  }
}
