package io.flatback.report;

import io.flatback.form.compare.DaysApart;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A value over the last sessions, oldest first; behind a posture the band in which days are not told apart. */
final class DayChart {
  private static final double WIDTH = 358;
  private static final double HEIGHT = 220;
  private static final double LEFT = 48;
  private static final double RIGHT = 332;
  private static final double TOP = 16;
  private static final double BOTTOM = 184;

  /** So that a hundredth of a second does not fill the chart. */
  private static final double LEAST_SHARE = 0.15;

  private final MetricView view;
  private final List<SessionPoint> points;
  private final Function<SessionPoint, OptionalDouble> value;
  private final double usual;
  private final Scale x;
  private final Scale y;

  /** @param usual centre of the band; NaN for no band */
  DayChart(
      MetricView view, List<SessionPoint> points, Function<SessionPoint, OptionalDouble> value, double usual) {
    this.view = view;
    this.points = points;
    this.value = value;
    this.usual = usual;
    double[] seen = points.stream().flatMapToDouble(point -> value.apply(point).stream()).sorted().toArray();
    double reach = Double.isNaN(usual) ? 0 : DaysApart.HIGH_DEG;
    double low = Math.min(seen[0], Double.isNaN(usual) ? seen[0] : usual - reach);
    double high = Math.max(seen[seen.length - 1], Double.isNaN(usual) ? seen[0] : usual + reach);
    double margin = Math.max(0.15 * (high - low), LEAST_SHARE * Math.abs(high));
    x = new Scale(-0.5, points.size() - 0.5, LEFT, RIGHT);
    y = new Scale(low - margin, high + margin, BOTTOM, TOP);
  }

  static boolean hasTwo(List<SessionPoint> points, Function<SessionPoint, OptionalDouble> value) {
    return points.stream().filter(point -> value.apply(point).isPresent()).count() > 1;
  }

  void draw(Markup out, String label) {
    Drawing d = Drawing.open(out, WIDTH, HEIGHT, "panel", label);
    if (!Double.isNaN(usual)) {
      band(d, DaysApart.HIGH_DEG, Ink.SHADE);
      band(d, DaysApart.LOW_DEG, Ink.BAND);
    }
    List<Double> ticks = y.ticks(4);
    for (double tick : ticks) {
      d.line(LEFT, y.at(tick), RIGHT, y.at(tick), Ink.GRID, 0.75);
      d.text(LEFT - 5, y.at(tick) + 4, Figures.fixed(tick, Scale.decimals(ticks)) + view.unit(), Ink.QUIET, "end");
    }
    if (!Double.isNaN(usual)) {
      d.text(RIGHT - 4, y.at(usual - DaysApart.LOW_DEG) - 5, "not told apart between days", Ink.QUIET, "end");
    }
    line(d);
    d.text(x.at(0), BOTTOM + 18, SinceWords.day(points.getFirst().startedAt()), Ink.QUIET, "middle");
    d.bold(x.at(points.size() - 1.0), BOTTOM + 18, "this one", Ink.TEXT, "middle");
    d.close();
  }

  private void band(Drawing d, double reachDeg, Ink ink) {
    d.rect(LEFT, y.at(usual + reachDeg), RIGHT - LEFT, y.pixels(2 * reachDeg), ink);
  }

  private void line(Drawing d) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      OptionalDouble here = value.apply(points.get(i));
      if (here.isPresent()) {
        line.append(line.isEmpty() ? "" : " ").append(Drawing.n(x.at(i))).append(',');
        line.append(Drawing.n(y.at(here.getAsDouble())));
        d.dot(x.at(i), y.at(here.getAsDouble()), i == points.size() - 1 ? 5 : 3.5, Ink.CALM);
        if (i == points.size() - 1) {
          d.bold(x.at(i), y.at(here.getAsDouble()) - 10, view.value(here.getAsDouble()), Ink.TEXT, "middle");
        }
      }
    }
    d.polyline(line.toString(), Ink.CALM, 1.5, false);
  }
}
