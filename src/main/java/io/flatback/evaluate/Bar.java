package io.flatback.evaluate;

import java.util.Locale;

/**
 * One figure beside what it must be.
 *
 * @param on what it was measured on
 */
record Bar(String on, String mustBe, String found, Verdict verdict) {

  /** Decided by the numbers, never by hand. */
  enum Verdict {
    MET,
    NOT_MET,
    NOT_MEASURED;

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** One line of plain text. */
  String text() {
    return String.format(Locale.ROOT, "  %-12s %s: %s (%s)%n", verdict.text(), on, found, mustBe);
  }

  static Bar of(String on, String mustBe, String found, boolean met) {
    return new Bar(on, mustBe, found, met ? Verdict.MET : Verdict.NOT_MET);
  }

  static Bar notMeasured(String on, String mustBe, String why) {
    return new Bar(on, mustBe, why, Verdict.NOT_MEASURED);
  }
}
