package io.flatback.recording;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers in text, read without building strings. */
final class Decimals {
  /** Powers of ten that a double holds exactly: one division by them is correctly rounded. */
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22
  };

  /** One more digit stays within the 53 bits a double holds exactly. */
  private static final long ROOM_FOR_ONE_DIGIT = ((1L << 53) - 9) / 10;

  private static final Pattern NO_NUMBER_TO_USE = Pattern.compile("[+-]?(nan|inf|infinity)");
  private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private Decimals() {}

  /**
   * Reads one cell; equal to {@link Double#parseDouble} to the last bit.
   *
   * @return NaN for an empty cell, for NaN and for infinity
   * @throws NumberFormatException for anything else that is no decimal number
   */
  static double parse(byte[] bytes, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(bytes[start])) {
      start++;
    }
    while (end > start && isBlank(bytes[end - 1])) {
      end--;
    }
    return start == end ? Double.NaN : parseTrimmed(bytes, start, end);
  }

  private static double parseTrimmed(byte[] bytes, int start, int end) {
    boolean negative = bytes[start] == '-';
    int i = negative || bytes[start] == '+' ? start + 1 : start;
    long digits = 0;
    int decimals = -1;
    boolean anyDigit = false;
    for (; i < end; i++) {
      int c = bytes[i];
      if (c == '.' && decimals < 0) {
        decimals = 0;
      } else if (c >= '0' && c <= '9' && digits <= ROOM_FOR_ONE_DIGIT) {
        digits = digits * 10 + (c - '0');
        decimals += decimals < 0 ? 0 : 1;
        anyDigit = true;
      } else {
        return parseSlowly(bytes, start, end);
      }
    }
    if (!anyDigit || decimals >= POWERS_OF_TEN.length) {
      return parseSlowly(bytes, start, end);
    }
    double magnitude = decimals <= 0 ? digits : digits / POWERS_OF_TEN[decimals];
    return negative ? -magnitude : magnitude;
  }

  private static double parseSlowly(byte[] bytes, int start, int end) {
    String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    if (NO_NUMBER_TO_USE.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
      return Double.NaN;
    }
    if (!NUMBER.matcher(text).matches()) {
      throw new NumberFormatException("not a decimal number");
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }
}
