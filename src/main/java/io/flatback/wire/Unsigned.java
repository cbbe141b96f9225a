package io.flatback.wire;

/** Ranges of the protocol's unsigned fields. */
final class Unsigned {
  private Unsigned() {}

  static void u8(String field, int value) {
    inRange(field, value, 0, 0xFF);
  }

  static void u16(String field, int value) {
    inRange(field, value, 0, 0xFFFF);
  }

  static void u32(String field, long value) {
    inRange(field, value, 0, 0xFFFF_FFFFL);
  }

  static void inRange(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(field + "=" + value + ", expected " + least + ".." + most);
    }
  }
}
