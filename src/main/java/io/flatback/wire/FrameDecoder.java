package io.flatback.wire;

import io.flatback.wire.WireFault.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in chunks of any size to messages and faults, in the order of the bytes. Finds its way back at the
 * next 00 whatever came before, holds at most one frame, and allocates nothing per byte.
 *
 * <p>Use: {@link #offer} a chunk, then {@link #next} until it says false. The chunk is read in place: leave
 * it alone until then. One thread.
 */
public final class FrameDecoder {
  static final int CRC_BYTES = 2;

  /** The longest packet there may be: {@link Imu6#MAX_READINGS} readings and a little room. */
  public static final int MAX_PACKET_BYTES = 504;

  /** The same with check sum and stuffing, without the 00 that ends it. */
  public static final int MAX_FRAME_BYTES = 508;

  private final DelimitedBytes frames = new DelimitedBytes(0, MAX_FRAME_BYTES);
  private boolean finished;
  private @Nullable WireEvent event;

  /** Takes a chunk to be walked over by {@link #next}. */
  public void offer(byte[] buffer, int offset, int length) {
    frames.offer(buffer, offset, length);
  }

  /** No more bytes will come; a frame that has begun becomes a fault. */
  public void finish() {
    finished = true;
  }

  /** @return false when all bytes offered so far are used up */
  public boolean next() {
    event =
        switch (frames.next()) {
          case END -> decode(frames.bytes(), frames.length());
          case TOO_LONG -> fault(
              Kind.RUNAWAY,
              "more than " + MAX_FRAME_BYTES + " bytes without the 00 that ends a frame: check baud rate and driver");
          case NOTHING -> finished ? cutOff() : null;
        };
    return event != null;
  }

  private @Nullable WireEvent cutOff() {
    int begun = frames.leaveOff();
    return begun == 0 ? null : fault(Kind.CUT_OFF, "bytes end inside a frame of " + begun + " bytes so far");
  }

  private WireFault fault(Kind kind, String detail) {
    return new WireFault(kind, frames.start(), detail);
  }

  /** What {@link #next} found. */
  public WireEvent event() {
    return Objects.requireNonNull(event, "no current event: next() has not said true");
  }

  private WireEvent decode(byte[] frame, int stuffedLength) {
    int length = Cobs.decodeInPlace(frame, stuffedLength);
    if (length < 0) {
      return fault(Kind.STUFFING, "frame of " + stuffedLength + " bytes is stuffed past its end: bytes were lost");
    }
    int packetLength = length - CRC_BYTES;
    if (packetLength < 1) {
      return fault(Kind.TOO_SHORT, "frame holds " + length + " bytes, expected a type and a check sum, 3 or more");
    }
    int found = (frame[packetLength] & 0xFF) | (frame[packetLength + 1] & 0xFF) << 8;
    int computed = Crc16.of(frame, 0, packetLength);
    if (found != computed) {
      return fault(
          Kind.CRC,
          "frame of " + stuffedLength + " bytes has crc=" + found + ", expected " + computed
              + ": bytes were changed or lost on the way, check cable and baud rate");
    }
    return PacketReader.read(frame, packetLength, frames.start());
  }
}
