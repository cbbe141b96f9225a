package io.flatback.wire.ximu3;

/** Decimal numbers with commas between, without an object made for each. Reused from message to message. */
final class AsciiFields {
  static final int MOST = 7;

  /** More digits do not fit a number exactly. */
  private static final int MOST_DIGITS = 18;

  final double[] values = new double[MOST];

  private int at;

  /** @return how many numbers there are; −1 where one is none, or there are more than {@value #MOST} */
  int parse(byte[] bytes, int from, int to) {
    int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    int count = 0;
    at = from;
    while (at <= end) {
      if (count == MOST || !number(bytes, end, count)) {
        return -1;
      }
      count++;
      at++;
    }
    return count;
  }

  private boolean number(byte[] bytes, int end, int field) {
    boolean negative = at < end && bytes[at] == '-';
    at += negative ? 1 : 0;
    long digits = 0;
    int digitCount = 0;
    int decimals = -1;
    for (; at < end && bytes[at] != ','; at++) {
      if (bytes[at] == '.' && decimals < 0) {
        decimals = 0;
      } else if (bytes[at] >= '0' && bytes[at] <= '9' && digitCount < MOST_DIGITS) {
        digits = 10 * digits + (bytes[at] - '0');
        digitCount++;
        decimals += decimals >= 0 ? 1 : 0;
      } else {
        return false;
      }
    }
    double value = (double) digits / Math.pow(10, Math.max(0, decimals));
    values[field] = negative ? -value : value;
    return digitCount > 0;
  }
}
