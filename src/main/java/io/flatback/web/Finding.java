package io.flatback.web;

/**
 * One thing on this machine that could stop flatback.
 *
 * @param good it does not
 * @param subject what was looked at, a word or two
 * @param text what was found, and where
 * @param remedy what to do; empty while it is good
 */
public record Finding(boolean good, String subject, String text, String remedy) {
  public static Finding good(String subject, String text) {
    return new Finding(true, subject, text, "");
  }

  public static Finding bad(String subject, String text, String remedy) {
    return new Finding(false, subject, text, remedy);
  }
}
