package io.flatback.report;

import io.flatback.form.Level;
import java.util.List;
import java.util.stream.Stream;

/** Lines of at most 80 columns. What comes from outside is freed of control characters. */
final class TextPage {
  static final int WIDTH = 80;
  private static final String STRONG = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String AMBER = "\u001b[33m";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private final boolean colour;
  private final StringBuilder out = new StringBuilder();

  TextPage(boolean colour) {
    this.colour = colour;
  }

  void blank() {
    out.append('\n');
  }

  void paragraph(String text) {
    wrapped("", "", text, "");
  }

  void strong(String text) {
    wrapped("", "", text, STRONG);
  }

  void dim(String text) {
    wrapped("", "", text, DIM);
  }

  void heading(String text) {
    blank();
    wrapped("", "", text, STRONG);
    line("-".repeat(Math.min(WIDTH, clean(text).length())), DIM);
  }

  void item(String text) {
    wrapped("- ", "  ", text, "");
  }

  void indented(String text) {
    wrapped("  ", "  ", text, DIM);
  }

  void finding(Level level, String text) {
    String sign = level == Level.WARN ? "^ " : "v ";
    wrapped(sign, "  ", text, level == Level.WARN ? RED : AMBER);
  }

  /** A label and its value, the value from column 48 on. */
  void row(String label, String value) {
    String name = clean(label);
    String fitted = name.length() > 46 ? name.substring(0, 46) : name;
    line(fitted + " ".repeat(48 - fitted.length()) + clean(value), STRONG);
  }

  void strip(String title, List<RepState> states) {
    String head = clean(title);
    String indent = " ".repeat(18);
    String first = head.length() >= 18 ? head.substring(0, 17) + " " : head + indent.substring(head.length());
    int aLine = (WIDTH - indent.length()) / 2;
    for (int from = 0; from < states.size(); from += aLine) {
      String signs = TextReport.signs(states.subList(from, Math.min(states.size(), from + aLine)));
      line((from == 0 ? first : indent) + signs, "");
    }
  }

  void table(String line) {
    line(line, "");
  }

  private void wrapped(String first, String rest, String text, String style) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : clean(text).strip().split(" +", -1)) {
      for (String piece : pieces(word, WIDTH - rest.length())) {
        if (!empty && line.length() + 1 + piece.length() > WIDTH) {
          line(line.toString(), style);
          line.setLength(0);
          line.append(rest);
          empty = true;
        }
        line.append(empty ? "" : " ").append(piece);
        empty = false;
      }
    }
    line(line.toString(), style);
  }

  /** A word longer than a line is cut. */
  private static List<String> pieces(String word, int width) {
    return word.length() <= width
        ? List.of(word)
        : Stream.iterate(0, from -> from < word.length(), from -> from + width)
            .map(from -> word.substring(from, Math.min(word.length(), from + width)))
            .toList();
  }

  private void line(String text, String style) {
    String shown = text.stripTrailing();
    out.append(colour && !style.isEmpty() ? style + shown + PLAIN : shown).append('\n');
  }

  private static String clean(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
