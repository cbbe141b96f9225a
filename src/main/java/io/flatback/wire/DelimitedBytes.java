package io.flatback.wire;

/**
 * Bytes in chunks of any size to what lies between one delimiter and the next. Holds one piece at most; of a longer one
 * the rest is dropped up to its delimiter. Nothing is allocated. One thread.
 */
public final class DelimitedBytes {
  /** What was met on the way. */
  public enum Met {
    /** A piece of at least a byte has ended: {@link #bytes} up to {@link #length}. */
    END,
    /** More bytes than a piece may have. */
    TOO_LONG,
    /** All bytes offered so far are used up. */
    NOTHING
  }

  private final Chunk chunk = new Chunk();
  private final byte delimiter;
  private final byte[] bytes;
  private int held;
  private int length;
  private long start;
  private boolean runaway;

  public DelimitedBytes(int delimiter, int mostBytes) {
    this.delimiter = (byte) delimiter;
    this.bytes = new byte[mostBytes];
  }

  /** As {@link Chunk#offer}. */
  public void offer(byte[] buffer, int offset, int count) {
    chunk.offer(buffer, offset, count);
  }

  public Met next() {
    while (!chunk.isUsedUp()) {
      byte next = chunk.take();
      if (next == delimiter) {
        if (ends()) {
          return Met.END;
        }
      } else if (!runaway && !holds(next)) {
        return Met.TOO_LONG;
      }
    }
    chunk.clear();
    return Met.NOTHING;
  }

  private boolean ends() {
    length = held;
    held = 0;
    boolean whole = !runaway && length > 0;
    runaway = false;
    return whole;
  }

  private boolean holds(byte next) {
    if (held == bytes.length) {
      runaway = true;
      held = 0;
      return false;
    }
    if (held == 0) {
      start = chunk.taken() - 1;
    }
    bytes[held++] = next;
    return true;
  }

  /** Of the piece that has ended; may be changed until the next one is asked for. */
  public byte[] bytes() {
    return bytes;
  }

  /** Of the piece that has ended. */
  public int length() {
    return length;
  }

  /** Bytes before the piece that has ended or begun last. */
  public long start() {
    return start;
  }

  /** No delimiter will come: drops what has begun and says how many bytes it was. */
  public int leaveOff() {
    int begun = held;
    held = 0;
    return begun;
  }
}
