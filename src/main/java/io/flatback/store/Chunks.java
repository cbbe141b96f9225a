package io.flatback.store;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Chunks of bytes as they arrived, laid end to end. Grows; one thread. */
final class Chunks {
  private byte[] bytes = new byte[1024];
  private int byteCount;
  private int[] lengths = new int[16];
  private long[] arrivals = new long[16];
  private int count;

  void add(long arrivalNanos, byte[] source, int offset, int length) {
    if (count == lengths.length) {
      lengths = Arrays.copyOf(lengths, 2 * count);
      arrivals = Arrays.copyOf(arrivals, 2 * count);
    }
    if (byteCount + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, byteCount + length));
    }
    System.arraycopy(source, offset, bytes, byteCount, length);
    byteCount += length;
    lengths[count] = length;
    arrivals[count++] = arrivalNanos;
  }

  void addAll(Chunks other) {
    int offset = 0;
    for (int i = 0; i < other.count; i++) {
      add(other.arrivals[i], other.bytes, offset, other.lengths[i]);
      offset += other.lengths[i];
    }
  }

  int count() {
    return count;
  }

  int byteCount() {
    return byteCount;
  }

  int length(int chunk) {
    return lengths[chunk];
  }

  long arrivalNanos(int chunk) {
    return arrivals[chunk];
  }

  /** Not a copy; only the first {@link #byteCount} count. */
  byte[] bytes() {
    return bytes;
  }

  boolean sameAs(Chunks other) {
    return Arrays.equals(bytes, 0, byteCount, other.bytes, 0, other.byteCount)
        && Arrays.equals(lengths, 0, count, other.lengths, 0, other.count)
        && Arrays.equals(arrivals, 0, count, other.arrivals, 0, other.count);
  }

  /** As a row of the journal: for each chunk its arrival less the one before, its length, its bytes. */
  byte[] toRow(long firstNanos) {
    ByteArrayOutputStream row = new ByteArrayOutputStream(byteCount + 4 * count);
    long before = firstNanos;
    int offset = 0;
    for (int i = 0; i < count; i++) {
      Varint.writeSigned(row, arrivals[i] - before);
      Varint.write(row, lengths[i]);
      row.write(bytes, offset, lengths[i]);
      before = arrivals[i];
      offset += lengths[i];
    }
    return row.toByteArray();
  }

  static Chunks ofRow(byte[] row, int count, long firstNanos) {
    Chunks chunks = new Chunks();
    Varint.Reader reader = new Varint.Reader(row);
    long arrival = firstNanos;
    for (int i = 0; i < count; i++) {
      arrival += reader.nextSigned();
      int length = Math.toIntExact(reader.next());
      chunks.add(arrival, row, reader.skip(length), length);
    }
    return chunks;
  }
}
