package io.flatback.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as characters, the same on every machine. */
final class Figures {
  private static final String MINUS = "\u2212";
  private static final String NONE = "\u2013";

  private Figures() {}

  /** For machines: {@code -1.50}. Never a negative zero; empty for what is no number. */
  static String plain(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "";
    }
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
  }

  /** For people: {@code −1.50}; a dash for what is no number. */
  static String fixed(double value, int decimals) {
    return Double.isFinite(value) ? plain(value, decimals).replace("-", MINUS) : NONE;
  }

  /** For people, as a change: {@code +1.50}, {@code −1.50}, {@code 0.00}. */
  static String signed(double value, int decimals) {
    String text = fixed(value, decimals);
    boolean positive = !text.startsWith(MINUS) && text.chars().anyMatch(c -> c >= '1' && c <= '9');
    return positive ? "+" + text : text;
  }

  static String count(int number, String singular, String plural) {
    return number + " " + (number == 1 ? singular : plural);
  }

  /** A time on the recording's line, to a tenth of a second. */
  static String seconds(long nanos) {
    return fixed(nanos * 1e-9, 1);
  }
}
