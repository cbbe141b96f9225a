package io.flatback.wire;

import java.util.Objects;

/** The bytes a decoder walks over: read in place, one after the other, each once. One thread. */
public final class Chunk {
  private static final byte[] NOTHING = {};

  private byte[] bytes = NOTHING;
  private int position;
  private int limit;
  private long taken;

  /** Leave the buffer alone until all of it is taken. */
  public void offer(byte[] buffer, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (!isUsedUp()) {
      throw new IllegalStateException(
          (limit - position) + " bytes not decoded yet: call next() until it says false before the next offer()");
    }
    bytes = buffer;
    position = offset;
    limit = offset + length;
  }

  public boolean isUsedUp() {
    return position == limit;
  }

  /** The next byte; of what {@link #isUsedUp} there is none. */
  public byte take() {
    taken++;
    return bytes[position++];
  }

  /** Lets go of the buffer. */
  public void clear() {
    bytes = NOTHING;
    position = 0;
    limit = 0;
  }

  /** How many bytes were taken since the decoder began. */
  public long taken() {
    return taken;
  }
}
