package io.flatback.wire.ximu3;

import io.flatback.wire.DelimitedBytes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * x-IMU3 bytes in chunks of any size to messages, in the order of the bytes. A message ends in a line feed; its
 * first byte says how it is written:
 *
 * <pre>
 * {             JSON
 * A..Z          letters and digits    I,micros,gx,gy,gz,ax,ay,az      °/s and g
 * 80 + letter   binary, little-endian C9 | u64 micros | six float32   0A is DB DC, DB is DB DD
 * ^             from a device behind the device
 * </pre>
 *
 * Messages have no check sum: what is accepted has the right form, a time below 2⁵³ µs and numbers that the sensor
 * can measure. Of random bytes a binary one does so at 5 × 10⁻¹³ of all places, a written one at still fewer: none
 * in 100 MB. A message of which a byte was changed is accepted as long as it keeps its form; nobody can tell.
 *
 * <p>Use as {@link io.flatback.wire.FrameDecoder}: {@link #offer}, then {@link #next} until it says false. Holds at
 * most one message. One thread.
 */
public final class XimuMessageDecoder {
  /** No message of use is longer; of a longer one the rest is dropped up to its line feed. */
  public static final int MOST_BYTES = 1024;

  private final DelimitedBytes messages = new DelimitedBytes('\n', MOST_BYTES);
  private final XimuMessageReader reader = new XimuMessageReader();
  private boolean finished;
  private @Nullable XimuEvent event;

  /** Takes a chunk to be walked over by {@link #next}; leave it alone until then. */
  public void offer(byte[] buffer, int offset, int count) {
    messages.offer(buffer, offset, count);
  }

  /** No more bytes will come; a message that has begun is told as skipped. */
  public void finish() {
    finished = true;
  }

  /** @return false when all bytes offered so far are used up */
  public boolean next() {
    event =
        switch (messages.next()) {
          case END -> reader.read(messages.bytes(), messages.length());
          case TOO_LONG -> new XimuEvent.Skipped(
              MOST_BYTES,
              "more than " + MOST_BYTES + " bytes without the line feed that ends a message: check baud rate and driver");
          case NOTHING -> finished ? cutOff() : null;
        };
    return event != null;
  }

  private @Nullable XimuEvent cutOff() {
    int begun = messages.leaveOff();
    return begun == 0 ? null : new XimuEvent.Skipped(begun, "bytes end inside a message of " + begun + " bytes so far");
  }

  /** What {@link #next} found. */
  public XimuEvent event() {
    return Objects.requireNonNull(event, "no current event: next() has not said true");
  }
}
