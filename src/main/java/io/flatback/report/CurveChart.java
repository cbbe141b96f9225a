package io.flatback.report;

import io.flatback.form.compare.CurveShift;
import io.flatback.form.compare.CurveShift.PointShift;
import io.flatback.form.compare.RepSample;
import io.flatback.form.compare.Shift;
import java.util.List;
import java.util.function.Function;

/** The mean way up of two sets, with the scatter from rep to rep as whiskers. Dashed: before. Solid: now. */
final class CurveChart {
  private static final double WIDTH = 358;
  private static final double HEIGHT = 260;
  private static final double LEFT = 44;
  private static final double RIGHT = 332;
  private static final double TOP = 32;
  private static final double BOTTOM = 216;
  private static final double ASIDE = 2.5;

  private final List<PointShift> points;
  private final Scale x = new Scale(0, 1, LEFT, RIGHT);
  private final Scale y;

  CurveChart(CurveShift shift) {
    points = shift.points();
    double high = 10;
    double low = 0;
    for (PointShift point : points) {
      for (RepSample sample : List.of(point.left().from(), point.left().to())) {
        high = Math.max(high, sample.mean() + sample.sigma());
        low = Math.min(low, sample.mean() - sample.sigma());
      }
    }
    y = new Scale(low - 1, high + 1, BOTTOM, TOP);
  }

  void draw(Markup out, String label) {
    Drawing d = Drawing.open(out, WIDTH, HEIGHT, "panel", label);
    for (double tick : y.ticks(5)) {
      d.line(LEFT, y.at(tick), RIGHT, y.at(tick), Ink.GRID, 0.75);
      d.text(LEFT - 5, y.at(tick) + 4, Figures.fixed(tick, 0) + "\u00b0", Ink.QUIET, "end");
    }
    for (PointShift point : points) {
      d.text(x.at(point.point().phase()), BOTTOM + 16, Math.round(point.point().phase() * 100) + " %", Ink.QUIET,
          "middle");
    }
    d.text(LEFT, BOTTOM + 34, "start of the pull", Ink.QUIET, "start");
    d.text(RIGHT, BOTTOM + 34, "lockout", Ink.QUIET, "end");
    curve(d, Shift::from, Ink.QUIET, true, -ASIDE);
    curve(d, Shift::to, Ink.CALM, false, ASIDE);
    key(d);
    d.close();
  }

  private void curve(Drawing d, Function<Shift, RepSample> of, Ink ink, boolean dashed, double aside) {
    StringBuilder line = new StringBuilder();
    for (PointShift point : points) {
      RepSample sample = of.apply(point.left());
      double at = x.at(point.point().phase());
      line.append(line.isEmpty() ? "" : " ").append(Drawing.n(at)).append(',').append(Drawing.n(y.at(sample.mean())));
      double low = y.at(sample.mean() - sample.sigma());
      d.line(at + aside, low, at + aside, y.at(sample.mean() + sample.sigma()), ink, 1.5);
    }
    d.polyline(line.toString(), ink, 2, dashed);
  }

  private void key(Drawing d) {
    d.dashed(LEFT, 14, LEFT + 24, 14, Ink.QUIET, 2);
    d.text(LEFT + 30, 18, "before", Ink.QUIET, "start");
    d.line(LEFT + 96, 14, LEFT + 120, 14, Ink.CALM, 2);
    d.text(LEFT + 126, 18, "now", Ink.CALM, "start");
  }
}
