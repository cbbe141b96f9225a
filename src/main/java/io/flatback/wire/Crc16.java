package io.flatback.wire;

/**
 * CRC-16/IBM-3740: polynomial 1021, initial value FFFF, not reflected, nothing xored at the end; the check
 * of {@code 123456789} is 29B1. Finds every burst of up to 16 bits and, up to 4 kB, any three wrong bits.
 */
final class Crc16 {
  private static final int POLYNOMIAL = 0x1021;
  private static final char[] TABLE = table();

  private Crc16() {}

  static int of(byte[] bytes, int offset, int length) {
    int crc = 0xFFFF;
    for (int i = offset; i < offset + length; i++) {
      crc = (crc << 8 ^ TABLE[(crc >>> 8 ^ bytes[i]) & 0xFF]) & 0xFFFF;
    }
    return crc;
  }

  private static char[] table() {
    char[] table = new char[256];
    for (int value = 0; value < table.length; value++) {
      int crc = value << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
      }
      table[value] = (char) crc;
    }
    return table;
  }
}
