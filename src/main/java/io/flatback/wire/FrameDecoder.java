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

  private final byte[] frame = new byte[MAX_FRAME_BYTES];
  private int frameLength;
  private long frameStart;
  /** The frame has outgrown all bounds: drop bytes until the next 00. */
  private boolean runaway;

  private final Chunk chunk = new Chunk();
  private boolean finished;
  private @Nullable WireEvent event;

  /** Takes a chunk to be walked over by {@link #next}. */
  public void offer(byte[] buffer, int offset, int length) {
    chunk.offer(buffer, offset, length);
  }

  /** No more bytes will come; a frame that has begun becomes a fault. */
  public void finish() {
    finished = true;
  }

  /** @return false when all bytes offered so far are used up */
  public boolean next() {
    event = null;
    while (event == null && !chunk.isUsedUp()) {
      byte next = chunk.take();
      if (next == 0) {
        endFrame();
      } else {
        take(next);
      }
    }
    if (event == null) {
      chunk.clear();
      if (finished && frameLength > 0) {
        event = new WireFault(Kind.CUT_OFF, frameStart, "bytes end inside a frame of " + frameLength + " bytes so far");
        frameLength = 0;
      }
    }
    return event != null;
  }

  /** What {@link #next} found. */
  public WireEvent event() {
    return Objects.requireNonNull(event, "no current event: next() has not said true");
  }

  /** How many bytes were decoded so far. */
  public long bytesSeen() {
    return chunk.taken();
  }

  private void take(byte next) {
    if (runaway) {
      return;
    }
    if (frameLength == 0) {
      frameStart = chunk.taken() - 1;
    }
    if (frameLength < MAX_FRAME_BYTES) {
      frame[frameLength++] = next;
      return;
    }
    runaway = true;
    frameLength = 0;
    event = new WireFault(
        Kind.RUNAWAY,
        frameStart,
        "more than " + MAX_FRAME_BYTES + " bytes without the 00 that ends a frame: check baud rate and driver");
  }

  private void endFrame() {
    int length = frameLength;
    frameLength = 0;
    if (runaway) {
      runaway = false;
    } else if (length > 0) {
      event = decode(length);
    }
  }

  private WireEvent decode(int stuffedLength) {
    int length = Cobs.decodeInPlace(frame, stuffedLength);
    if (length < 0) {
      return new WireFault(
          Kind.STUFFING, frameStart, "frame of " + stuffedLength + " bytes is stuffed past its end: bytes were lost");
    }
    int packetLength = length - CRC_BYTES;
    if (packetLength < 1) {
      return new WireFault(
          Kind.TOO_SHORT, frameStart, "frame holds " + length + " bytes, expected a type and a check sum, 3 or more");
    }
    int found = (frame[packetLength] & 0xFF) | (frame[packetLength + 1] & 0xFF) << 8;
    int computed = Crc16.of(frame, 0, packetLength);
    if (found != computed) {
      return new WireFault(
          Kind.CRC,
          frameStart,
          "frame of " + stuffedLength + " bytes has crc=" + found + ", expected " + computed
              + ": bytes were changed or lost on the way, check cable and baud rate");
    }
    return PacketReader.read(frame, packetLength, frameStart);
  }
}
