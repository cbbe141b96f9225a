package io.flatback.wire.witmotion;

import io.flatback.wire.Chunk;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * WitMotion bytes in chunks of any size to frames, in the order of the bytes. Bytes that can't begin a frame
 * are dropped one by one. Holds at most {@value #MOST_HELD} bytes.
 *
 * <pre>
 * cable      55 | type 50..5A, 5F | d0L d0H d1L d1H d2L d2H d3L d3H | low byte of the sum of the ten before
 * Bluetooth  55 | 61              | nine int16: acceleration, rate, angle
 *            55 | 71              | register, eight int16
 * </pre>
 *
 * A Bluetooth frame has no sum: it counts only when the next begins right behind it, so that one cut short is
 * not taken for whole. The price is that it is told one frame late.
 *
 * <p>Of random bytes a cable frame is found at {@value #CABLE_TYPES} × 2⁻²⁴ of all places and a Bluetooth
 * frame at 2⁻³⁰: 72 and 0.1 in 100 MB. That is all that can be had of these protocols.
 *
 * <p>Use as {@link io.flatback.wire.FrameDecoder}: {@link #offer}, then {@link #next} until it says false.
 * One thread.
 */
public final class WitFrameDecoder {
  public static final int ACCELERATION = 0x51;
  public static final int RATE = 0x52;
  public static final int MOTION = 0x61;
  public static final int REGISTERS = 0x71;

  static final int CABLE_BYTES = 11;
  static final int BLUETOOTH_BYTES = 20;
  static final int CABLE_TYPES = 12;
  static final int MOST_HELD = 22;

  private static final byte HEAD = 0x55;
  private static final int FIRST_CABLE_TYPE = 0x50;
  private static final int LAST_CABLE_TYPE = 0x5A;
  private static final int REGISTER_READ = 0x5F;

  /** So many bytes without a frame are told, though none has come yet. */
  private static final int LONG_SKIP = 256;

  /** What the bytes at the front of what is held may be. */
  private enum Front {
    NO_FRAME,
    NEED_MORE,
    CABLE_FRAME,
    BLUETOOTH_FRAME
  }

  private final byte[] held = new byte[MOST_HELD];
  private int heldLength;
  private int skipped;
  private final Chunk chunk = new Chunk();
  private boolean finished;
  private @Nullable WitEvent event;

  /** Takes a chunk to be walked over by {@link #next}; leave it alone until then. */
  public void offer(byte[] buffer, int offset, int length) {
    chunk.offer(buffer, offset, length);
  }

  /** No more bytes will come: a whole frame at the end counts without the next one behind it. */
  public void finish() {
    finished = true;
  }

  /** @return false when all bytes offered so far are used up */
  public boolean next() {
    event = null;
    while (event == null) {
      switch (front()) {
        case NO_FRAME -> drop();
        case CABLE_FRAME -> accept(CABLE_BYTES);
        case BLUETOOTH_FRAME -> accept(BLUETOOTH_BYTES);
        case NEED_MORE -> {
          if (!fill()) {
            return finished && leaveOff();
          }
        }
      }
    }
    return true;
  }

  /** What {@link #next} found. */
  public WitEvent event() {
    return Objects.requireNonNull(event, "no current event: next() has not said true");
  }

  private boolean fill() {
    if (chunk.isUsedUp()) {
      chunk.clear();
      return false;
    }
    held[heldLength++] = chunk.take();
    return true;
  }

  private Front front() {
    if (heldLength > 0 && held[0] != HEAD) {
      return Front.NO_FRAME;
    }
    if (heldLength < 2) {
      return Front.NEED_MORE;
    }
    int type = held[1] & 0xFF;
    if (isBluetooth(type)) {
      return bluetoothFront();
    }
    if (!isCable(type)) {
      return Front.NO_FRAME;
    }
    if (heldLength < CABLE_BYTES) {
      return Front.NEED_MORE;
    }
    return sumIsRight() ? Front.CABLE_FRAME : Front.NO_FRAME;
  }

  private Front bluetoothFront() {
    int behind = heldLength - BLUETOOTH_BYTES;
    if (behind > 0 && held[BLUETOOTH_BYTES] != HEAD) {
      return Front.NO_FRAME;
    }
    if (behind == 2) {
      return isBluetooth(held[BLUETOOTH_BYTES + 1] & 0xFF) ? Front.BLUETOOTH_FRAME : Front.NO_FRAME;
    }
    return behind >= 0 && finished && chunk.isUsedUp() ? Front.BLUETOOTH_FRAME : Front.NEED_MORE;
  }

  private static boolean isBluetooth(int type) {
    return type == MOTION || type == REGISTERS;
  }

  private static boolean isCable(int type) {
    return (type >= FIRST_CABLE_TYPE && type <= LAST_CABLE_TYPE) || type == REGISTER_READ;
  }

  private boolean sumIsRight() {
    int sum = 0;
    for (int i = 0; i < CABLE_BYTES - 1; i++) {
      sum += held[i];
    }
    return (byte) sum == held[CABLE_BYTES - 1];
  }

  private void drop() {
    remove(1);
    skipped++;
    if (skipped == LONG_SKIP) {
      tellSkipped();
    }
  }

  private void tellSkipped() {
    event = new WitEvent.Skipped(
        skipped,
        skipped + " bytes are no WitMotion frame (55 5x … or 55 61 …): check baud rate and driver",
        chunk.taken() - heldLength);
    skipped = 0;
  }

  /** What was skipped before a frame is told before it. */
  private void accept(int length) {
    if (skipped > 0) {
      tellSkipped();
      return;
    }
    event = frame(chunk.taken() - heldLength + length);
    remove(length);
  }

  private WitEvent frame(long endOffset) {
    int type = held[1] & 0xFF;
    return switch (type) {
      case MOTION ->
          new WitEvent.Motion(int16(2), int16(4), int16(6), int16(8), int16(10), int16(12), endOffset);
      case REGISTERS -> new WitEvent.Registers(int16(2) & 0xFFFF, int16(4), endOffset);
      default -> new WitEvent.Triplet(type, int16(2), int16(4), int16(6), int16(8), endOffset);
    };
  }

  private short int16(int at) {
    return (short) ((held[at] & 0xFF) | held[at + 1] << 8);
  }

  private boolean leaveOff() {
    skipped += heldLength;
    heldLength = 0;
    if (skipped > 0) {
      tellSkipped();
    }
    return event != null;
  }

  private void remove(int count) {
    heldLength -= count;
    System.arraycopy(held, count, held, 0, heldLength);
  }
}
