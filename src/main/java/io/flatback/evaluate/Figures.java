package io.flatback.evaluate;

import java.util.Locale;

/** Numbers as people read them; a dash for what is not there. */
final class Figures {
  static final String NONE = "–";

  private Figures() {}

  static String ratio(double value) {
    return number("%.3f", value);
  }

  static String thousandths(double value) {
    return number("%.3f", value);
  }

  static String degrees(double value) {
    return number("%.2f°", value);
  }

  static String seconds(double value) {
    return number("%.2f s", value);
  }

  /** Without the unit. */
  static String plainSeconds(double value) {
    return number("%.2f", value);
  }

  static String tenths(double value) {
    return number("%.1f", value);
  }

  static String percent(int part, int whole) {
    return whole == 0 ? NONE : number("%.1f %%", 100.0 * part / whole);
  }

  static String counts(CountScore counts) {
    return counts.found() + "/" + counts.expected();
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, format, value);
  }
}
