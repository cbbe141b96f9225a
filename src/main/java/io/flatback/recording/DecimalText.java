package io.flatback.recording;

import java.io.IOException;
import java.io.OutputStream;

/** Fixed-point numbers as text, without trailing zeros and without building strings. One thread. */
public final class DecimalText {
  private static final int MAX_CHARS = 24;

  private final byte[] chars = new byte[MAX_CHARS];

  /**
   * Writes {@code scaled / 10^decimals}.
   *
   * @param decimals at most 18
   */
  public void write(OutputStream out, long scaled, int decimals) throws IOException {
    long rest = Math.abs(Math.max(scaled, -Long.MAX_VALUE));
    int left = decimals;
    while (left > 0 && rest % 10 == 0) {
      rest /= 10;
      left--;
    }
    int at = MAX_CHARS;
    if (left > 0) {
      for (; left > 0; left--) {
        chars[--at] = digit(rest);
        rest /= 10;
      }
      chars[--at] = '.';
    }
    do {
      chars[--at] = digit(rest);
      rest /= 10;
    } while (rest > 0);
    if (scaled < 0) {
      chars[--at] = '-';
    }
    out.write(chars, at, MAX_CHARS - at);
  }

  private static byte digit(long number) {
    return (byte) ('0' + number % 10);
  }
}
