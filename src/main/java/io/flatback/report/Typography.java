package io.flatback.report;

/** Keeps a number and what belongs to it on one line. */
final class Typography {
  private static final char NO_BREAK = '\u00a0';

  private Typography() {}

  static String together(String text) {
    return text
        .replace(" \u00b1 ", NO_BREAK + "\u00b1" + NO_BREAK)
        .replace("\u00b1 ", "\u00b1" + NO_BREAK)
        .replace(" %", NO_BREAK + "%")
        .replace(" s ", NO_BREAK + "s ");
  }
}
