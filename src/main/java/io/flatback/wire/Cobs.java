package io.flatback.wire;

import java.util.Arrays;

/**
 * Consistent Overhead Byte Stuffing: any bytes to bytes without 00, so that 00 can mean "frame ends".
 * Costs one byte, and one more for every 254.
 *
 * <p>Source: Cheshire and Baker, IEEE/ACM Transactions on Networking 7(2), 1999. Deviation: none.
 */
final class Cobs {
  /** A code byte of FF stands for 254 bytes that no zero follows. */
  private static final int FULL_BLOCK = 0xFF;

  private Cobs() {}

  /** @return the stuffed bytes, without the 00 that ends a frame */
  static byte[] encode(byte[] plain) {
    byte[] stuffed = new byte[plain.length + plain.length / (FULL_BLOCK - 1) + 1];
    int codeAt = 0;
    int end = 1;
    for (int i = 0; i < plain.length; i++) {
      if (plain[i] != 0) {
        stuffed[end++] = plain[i];
      }
      boolean full = end - codeAt == FULL_BLOCK;
      if (plain[i] == 0 || (full && i + 1 < plain.length)) {
        stuffed[codeAt] = (byte) (end - codeAt);
        codeAt = end++;
      }
    }
    stuffed[codeAt] = (byte) (end - codeAt);
    return Arrays.copyOf(stuffed, end);
  }

  /**
   * Undoes the stuffing where it lies.
   *
   * @param bytes holds {@code length} stuffed bytes, none of them 00
   * @return how many bytes are left, or −1 when a code byte points past the end
   */
  static int decodeInPlace(byte[] bytes, int length) {
    int out = 0;
    int at = 0;
    while (at < length) {
      int code = bytes[at] & 0xFF;
      int next = at + code;
      if (next > length) {
        return -1;
      }
      System.arraycopy(bytes, at + 1, bytes, out, code - 1);
      out += code - 1;
      at = next;
      if (code < FULL_BLOCK && at < length) {
        bytes[out++] = 0;
      }
    }
    return out;
  }
}
