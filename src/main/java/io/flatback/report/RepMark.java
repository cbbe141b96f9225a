package io.flatback.report;

/** The sign of a rep's state: told apart by its outline alone, also in grey. */
final class RepMark {
  private RepMark() {}

  /** A bar of the session strip, its lower left corner at {@code (x, bottom)}. */
  static void bar(Drawing d, RepState state, double x, double bottom, double width, double height) {
    double right = x + width;
    double middle = x + width / 2;
    double top = bottom - height;
    Ink ink = Ink.of(state);
    switch (state) {
      case HELD -> d.rect(x, top + height * 0.25, width, height * 0.75, ink);
      case WATCH ->
          d.polygon(
              ink, x, top + height * 0.12, middle, top + height * 0.42, right, top + height * 0.12, right, bottom, x,
              bottom);
      case WARN ->
          d.polygon(ink, x, top + height * 0.25, middle, top, right, top + height * 0.25, right, bottom, x, bottom);
      case UNSURE -> hatched(d, x, top + height * 0.25, width, height * 0.75);
    }
  }

  static void hatched(Drawing d, double x, double y, double width, double height) {
    d.frame(x + 0.5, y + 0.5, width - 1, height - 1, Ink.UNSURE);
    double step = 6;
    for (double from = step; from < width + height; from += step) {
      double x1 = Math.min(width, from);
      double y1 = from - x1;
      double x2 = Math.max(0, from - height);
      double y2 = from - x2;
      d.line(x + x1, y + y1, x + x2, y + y2, Ink.UNSURE, 1);
    }
  }

  /** A mark in a chart, centred. */
  static void point(Drawing d, RepState state, double x, double y) {
    switch (state) {
      case HELD -> d.dot(x, y, 4, Ink.CALM);
      case WATCH -> d.polygon(Ink.WATCH, x - 5.5, y - 6, x, y - 1, x + 5.5, y - 6, x + 5.5, y + 5, x - 5.5, y + 5);
      case WARN -> d.polygon(Ink.WARN, x - 5.5, y - 2, x, y - 8, x + 5.5, y - 2, x + 5.5, y + 5, x - 5.5, y + 5);
      case UNSURE -> d.ring(x, y, 4, Ink.UNSURE);
    }
  }
}
