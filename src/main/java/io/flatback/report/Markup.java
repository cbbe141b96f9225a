package io.flatback.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes elements that are HTML to a browser and well-formed XML to everything else. All text and every
 * attribute is escaped here and nowhere else.
 */
final class Markup {
  private static final Set<String> VOID = Set.of("meta", "br", "hr", "col");
  private static final char UNKNOWN = '\ufffd';

  private final StringBuilder out = new StringBuilder(32_768);
  private final Deque<String> open = new ArrayDeque<>();

  /** @param attributes name, value, name, value, … */
  Markup open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An HTML element without content. */
  Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append(VOID.contains(tag) ? "/>" : "></" + tag + ">");
    return this;
  }

  /** A shape of SVG. */
  Markup shape(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  Markup line() {
    out.append('\n');
    return this;
  }

  /** A style sheet of our own; it holds neither {@code <} nor {@code &}. */
  Markup style(String css) {
    if (css.indexOf('<') >= 0 || css.indexOf('&') >= 0) {
      throw new IllegalArgumentException("a style sheet inside the page may hold neither '<' nor '&'");
    }
    out.append("<style>").append(css).append("</style>");
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("elements still open: " + open);
    }
    return out.toString();
  }

  private void start(String tag, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("attribute without a value in <" + tag + ">");
    }
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isXml(c) ? c : UNKNOWN);
              }
            });
  }

  /** What XML 1.0 allows; control characters and lone surrogates it does not. */
  private static boolean isXml(int c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }
}
