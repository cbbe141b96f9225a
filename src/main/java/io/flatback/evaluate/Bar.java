package io.flatback.evaluate;

import java.util.Locale;

/**
 * One figure beside what it must be.
 *
 * @param on what it was measured on
 */
public record Bar(String on, String mustBe, String found, Verdict verdict) {

  private static final int WIDTH = 120;

  /** Decided by the numbers, never by hand. */
  public enum Verdict {
    MET,
    NOT_MET,
    NOT_MEASURED;

    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** A line of plain text, or two where one would be too wide. */
  public String text() {
    String line = String.format(Locale.ROOT, "  %-12s %s: %s", verdict.text(), on, found);
    boolean fits = line.length() + mustBe.length() + 3 <= WIDTH;
    return line + (fits ? " (" : "\n" + " ".repeat(15) + "(") + mustBe + ")\n";
  }

  public static Bar of(String on, String mustBe, String found, boolean met) {
    return new Bar(on, mustBe, found, met ? Verdict.MET : Verdict.NOT_MET);
  }

  public static Bar notMeasured(String on, String mustBe, String why) {
    return new Bar(on, mustBe, why, Verdict.NOT_MEASURED);
  }
}
