package io.flatback.signal;

/** When a byte arrived, for the bytes of the latest few chunks. One thread. */
final class ChunkArrivals {
  /** A frame that waits for two bytes of the next ended within the last three chunks. */
  private static final int CHUNKS = 4;

  private final long[] endOffsets = new long[CHUNKS];
  private final long[] arrivalsNanos = new long[CHUNKS];
  private int latest;

  /** Empty chunks are left out. */
  void add(int length, long arrivalNanos) {
    if (length > 0) {
      long endOffset = endOffsets[latest] + length;
      latest = (latest + 1) % CHUNKS;
      endOffsets[latest] = endOffset;
      arrivalsNanos[latest] = arrivalNanos;
    }
  }

  /** @param endOffset behind the byte, counted from the first byte there was */
  long nanosOf(long endOffset) {
    int chunk = latest;
    for (int back = 1; back < CHUNKS; back++) {
      int before = (latest + CHUNKS - back) % CHUNKS;
      if (endOffsets[before] < endOffset) {
        break;
      }
      chunk = before;
    }
    return arrivalsNanos[chunk];
  }
}
