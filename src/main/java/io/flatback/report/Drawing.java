package io.flatback.report;

import java.util.Locale;

/** Inline SVG in a {@link Markup}; lengths in the drawing's own pixels. */
final class Drawing {
  private final Markup out;

  private Drawing(Markup out) {
    this.out = out;
  }

  /** @param label what a reader who can't see it is told */
  static Drawing open(Markup out, double width, double height, String cssClass, String label) {
    out.open(
        "svg", "xmlns", "http://www.w3.org/2000/svg", "class", cssClass, "viewBox",
        "0 0 " + n(width) + " " + n(height), "width", n(width), "height", n(height), "role", "img", "aria-label",
        label);
    return new Drawing(out);
  }

  void close() {
    out.close();
  }

  void rect(double x, double y, double width, double height, Ink ink) {
    out.shape(
        "rect", "x", n(x), "y", n(y), "width", n(Math.max(0, width)), "height", n(Math.max(0, height)), "class",
        ink.fillClass(), "fill", ink.light());
  }

  void frame(double x, double y, double width, double height, Ink ink) {
    out.shape(
        "rect", "x", n(x), "y", n(y), "width", n(Math.max(0, width)), "height", n(Math.max(0, height)), "fill", "none",
        "class", ink.strokeClass(), "stroke", ink.light(), "stroke-dasharray", "3 3");
  }

  void line(double x1, double y1, double x2, double y2, Ink ink, double width) {
    out.shape(
        "line", "x1", n(x1), "y1", n(y1), "x2", n(x2), "y2", n(y2), "class", ink.strokeClass(), "stroke", ink.light(),
        "stroke-width", n(width));
  }

  void dashed(double x1, double y1, double x2, double y2, Ink ink, double width) {
    out.shape(
        "line", "x1", n(x1), "y1", n(y1), "x2", n(x2), "y2", n(y2), "class", ink.strokeClass(), "stroke", ink.light(),
        "stroke-width", n(width), "stroke-dasharray", "5 4");
  }

  void polyline(String points, Ink ink, double width, boolean dashed) {
    out.shape(
        "polyline", "points", points, "fill", "none", "class", ink.strokeClass(), "stroke", ink.light(),
        "stroke-width", n(width), "stroke-linejoin", "round", "stroke-dasharray", dashed ? "4 3" : "none");
  }

  void polygon(Ink ink, double... xy) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < xy.length; i += 2) {
      points.append(i == 0 ? "" : " ").append(n(xy[i])).append(',').append(n(xy[i + 1]));
    }
    out.shape("polygon", "points", points.toString(), "class", ink.fillClass(), "fill", ink.light());
  }

  void dot(double x, double y, double radius, Ink ink) {
    out.shape("circle", "cx", n(x), "cy", n(y), "r", n(radius), "class", ink.fillClass(), "fill", ink.light());
  }

  void ring(double x, double y, double radius, Ink ink) {
    out.shape(
        "circle", "cx", n(x), "cy", n(y), "r", n(radius), "class", ink.strokeClass() + " " + Ink.PAPER.fillClass(),
        "stroke", ink.light(), "fill", Ink.PAPER.light(), "stroke-width", "1.5", "stroke-dasharray", "2 1.5");
  }

  /** @param anchor {@code start}, {@code middle} or {@code end} */
  void text(double x, double y, String text, Ink ink, String anchor) {
    out.element(
        "text", text, "x", n(x), "y", n(y), "class", ink.fillClass(), "fill", ink.light(), "text-anchor", anchor,
        "font-size", "12");
  }

  void bold(double x, double y, String text, Ink ink, String anchor) {
    out.element(
        "text", text, "x", n(x), "y", n(y), "class", ink.fillClass(), "fill", ink.light(), "text-anchor", anchor,
        "font-size", "12", "font-weight", "600");
  }

  /** A length with a decimal at most. */
  static String n(double value) {
    String text = Figures.plain(value, 1);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text.toLowerCase(Locale.ROOT);
  }
}
