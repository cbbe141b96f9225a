package io.flatback.store;

import java.io.ByteArrayOutputStream;

/**
 * A column of numbers as byte planes: first all lowest bytes, then all second bytes, and so on. What hardly
 * changes then stands together and deflates well.
 */
final class Planes {
  private Planes() {}

  /** Signed values of any size, small ones best: in zigzag, with as many planes as the largest needs. */
  static void write(ByteArrayOutputStream out, long[] values, int count) {
    long all = 0;
    for (int i = 0; i < count; i++) {
      all |= Varint.zigzag(values[i]);
    }
    int planes = (Long.SIZE - Long.numberOfLeadingZeros(all) + Byte.SIZE - 1) / Byte.SIZE;
    out.write(planes);
    for (int plane = 0; plane < planes; plane++) {
      for (int i = 0; i < count; i++) {
        out.write((int) (Varint.zigzag(values[i]) >>> (Byte.SIZE * plane)));
      }
    }
  }

  static long[] read(byte[] bytes, Varint.Reader reader, int count) {
    int planes = bytes[reader.skip(1)];
    long[] values = new long[count];
    for (int plane = 0; plane < planes; plane++) {
      int from = reader.skip(count);
      for (int i = 0; i < count; i++) {
        values[i] |= (long) (bytes[from + i] & 0xFF) << (Byte.SIZE * plane);
      }
    }
    for (int i = 0; i < count; i++) {
      values[i] = Varint.unzigzag(values[i]);
    }
    return values;
  }
}
