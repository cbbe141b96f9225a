package io.flatback.report;

import io.flatback.form.NoiseBand;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric over the reps of a set, one panel a set, all on one scale. Behind the marks the band that they
 * are judged by; a trend line only where the trend is beyond noise.
 */
final class RepChart {
  private static final double WIDTH = 344;
  private static final double HEIGHT = 188;
  private static final double LEFT = 44;
  private static final double RIGHT = 296;
  private static final double TOP = 28;
  private static final double BOTTOM = 160;
  private static final double LABEL_HEIGHT = 24;

  private final Metric metric;
  private final MetricView view;
  private final Scale x;
  private final Scale y;

  RepChart(Metric metric, List<SetReport> sets) {
    this.metric = metric;
    this.view = MetricView.of(metric);
    int mostReps = sets.stream().mapToInt(set -> set.reps().size()).max().orElse(1);
    this.x = new Scale(0.5, Math.max(3, mostReps) + 0.5, LEFT, RIGHT);
    this.y = verticalScale(values(sets));
  }

  static boolean hasValues(Metric metric, List<SetReport> sets) {
    return sets.stream()
        .flatMap(set -> set.set().reps().stream())
        .anyMatch(rep -> rep.metrics().get(metric).isPresent());
  }

  private List<Double> values(List<SetReport> sets) {
    List<Double> values = new ArrayList<>();
    for (SetReport set : sets) {
      set.set().reps().forEach(rep -> rep.metrics().get(metric).ifPresent(values::add));
      set.band(metric).ifPresent(band -> values.addAll(List.of(band.low(), band.high())));
      TrendLine.of(metric, set).forEach(point -> values.add(point.value()));
    }
    return values;
  }

  private Scale verticalScale(List<Double> values) {
    double low = values.stream().min(Comparator.naturalOrder()).orElse(0.0) * view.factor();
    double high = values.stream().max(Comparator.naturalOrder()).orElse(1.0) * view.factor();
    double margin = Math.max((high - low) * 0.06, 1e-3);
    return new Scale(low - margin, high + margin, BOTTOM, TOP);
  }

  void draw(Markup out, SetReport set) {
    Drawing d = Drawing.open(out, WIDTH, HEIGHT, "panel", label(set));
    d.bold(LEFT, 14, SetTitle.brief(set.set()), Ink.TEXT, "start");
    band(d, set);
    axes(d, set);
    trend(d, set);
    set.reps().forEach(line -> point(d, set, line));
    lastValue(d, set);
    d.close();
  }

  private String label(SetReport set) {
    return view.name() + ", set " + set.index() + ": " + set.summary();
  }

  private void band(Drawing d, SetReport set) {
    Optional<NoiseBand> found = set.band(metric);
    if (found.isEmpty()) {
      d.text(RIGHT, 14, "no band in this set", Ink.QUIET, "end");
      return;
    }
    NoiseBand band = found.get();
    double top = pixel(band.high());
    double bottom = pixel(band.low());
    d.rect(LEFT, top, RIGHT - LEFT, bottom - top, Ink.BAND);
    d.line(LEFT, pixel(band.reference()), RIGHT, pixel(band.reference()), Ink.QUIET, 0.75);
    if (bottom - top >= LABEL_HEIGHT) {
      d.text(RIGHT - 5, bottom - 4, "your band", Ink.QUIET, "end");
    }
  }

  private void axes(Drawing d, SetReport set) {
    List<Double> ticks = y.ticks(4);
    int decimals = Scale.decimals(ticks);
    for (double tick : ticks) {
      d.line(LEFT, y.at(tick), RIGHT, y.at(tick), Ink.GRID, 0.75);
      d.text(LEFT - 5, y.at(tick) + 4, Figures.fixed(tick, decimals) + view.unit(), Ink.QUIET, "end");
    }
    for (RepLine line : set.reps()) {
      d.text(x.at(line.rep().index()), BOTTOM + 16, Integer.toString(line.rep().index()), Ink.QUIET, "middle");
    }
    d.text(RIGHT + 4, BOTTOM + 16, "rep", Ink.QUIET, "start");
  }

  private void point(Drawing d, SetReport set, RepLine line) {
    OptionalDouble value = line.rep().metrics().get(metric);
    if (value.isPresent()) {
      RepMark.point(d, set.stateIn(metric, line), x.at(line.rep().index()), pixel(value.getAsDouble()));
    }
  }

  private void lastValue(Drawing d, SetReport set) {
    List<Rep> measured =
        set.set().reps().stream().filter(rep -> rep.metrics().get(metric).isPresent()).toList();
    if (measured.isEmpty()) {
      d.text((LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2, "not measured in this set", Ink.QUIET, "middle");
      return;
    }
    Rep last = measured.getLast();
    double value = last.metrics().get(metric).orElseThrow();
    d.bold(x.at(last.index()) + 9, pixel(value) + 4, view.value(value), Ink.TEXT, "start");
  }

  private void trend(Drawing d, SetReport set) {
    List<TrendLine.Point> points = TrendLine.of(metric, set);
    if (points.isEmpty()) {
      return;
    }
    StringBuilder line = new StringBuilder();
    for (TrendLine.Point point : points) {
      line.append(line.isEmpty() ? "" : " ");
      line.append(Drawing.n(x.at(point.rep()))).append(',').append(Drawing.n(pixel(point.value())));
    }
    d.polyline(line.toString(), Ink.TEXT, 1.5, true);
    d.text(RIGHT, 14, "trend " + view.change(TrendLine.perRep(points)) + " a rep", Ink.TEXT, "end");
  }

  private double pixel(double value) {
    return y.at(value * view.factor());
  }
}
