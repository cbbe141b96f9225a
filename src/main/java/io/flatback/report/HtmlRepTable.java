package io.flatback.report;

import io.flatback.form.NoiseBand;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The reps of a set in rows. Where the noise is known, a value has its change from the first reps and the
 * ± of that change beside it.
 */
final class HtmlRepTable {
  private final Markup out;
  private final ReportModel model;
  private final List<Metric> columns;

  HtmlRepTable(Markup out, ReportModel model) {
    this.out = out;
    this.model = model;
    this.columns = RepColumns.ofPage(model.result().mode());
  }

  void write(SetReport set) {
    if (set.reps().isEmpty()) {
      return;
    }
    out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Reps of set " + set.index());
    out.open("table").open("thead").open("tr");
    out.element("th", "Rep", "scope", "col");
    for (Metric metric : columns) {
      MetricView view = MetricView.of(metric);
      out.open("th", "scope", "col", "title", view.name()).text(view.column());
      out.element("small", unit(view)).close();
    }
    out.element("th", "Notes", "scope", "col", "class", "words");
    out.close().close().open("tbody").line();
    boolean first = true;
    for (RepLine line : set.reps()) {
      row(set, line, first);
      first = false;
    }
    out.close().close().close().line();
    out.element("p", explanation(set), "class", "numbers").line();
  }

  private static String unit(MetricView view) {
    return view.unit().isBlank() ? "" : view.unit().strip();
  }

  private void row(SetReport set, RepLine line, boolean first) {
    out.open("tr", "class", line.state().key());
    out.open("th", "scope", "row");
    Drawing d = Drawing.open(out, 9, 16, "row-mark", line.state().word());
    RepMark.bar(d, line.state(), 0, 16, 9, 16);
    d.close();
    out.text(" " + line.rep().index()).close();
    for (Metric metric : columns) {
      Optional<NotMeasured> missing = NotMeasured.find(model.notMeasured(), metric);
      if (missing.isEmpty()) {
        cell(set, line.rep(), metric);
      } else if (first) {
        String rows = Integer.toString(set.reps().size());
        out.element("td", missing.get().reason(), "rowspan", rows, "class", "missing");
      }
    }
    out.element("td", notes(line), "class", "words").close().line();
  }

  private void cell(SetReport set, Rep rep, Metric metric) {
    OptionalDouble value = rep.metrics().get(metric);
    if (value.isEmpty()) {
      out.element("td", "\u2013");
      return;
    }
    MetricView view = MetricView.of(metric);
    out.open("td").text(view.number(value.getAsDouble()));
    Optional<NoiseBand> band = DepartureFinder.band(set.set(), metric);
    if (band.isPresent() && rep.isClean()) {
      out.element("small", change(view, value.getAsDouble(), band.get()));
    }
    out.close();
  }

  private static String change(MetricView view, double value, NoiseBand band) {
    String plusMinus = "\u00b1\u00a0" + view.number(Uncertainty.ofChange(band, 1));
    return metricIsItselfAChange(band.metric())
        ? plusMinus
        : view.numberOfChange(value - band.reference()) + "\u00a0" + plusMinus;
  }

  private static boolean metricIsItselfAChange(Metric metric) {
    return metric == Metric.VELOCITY_LOSS_BY_DURATION_RATIO;
  }

  private static String notes(RepLine line) {
    String quality =
        line.rep().quality().stream().sorted().map(Wording::of).collect(Collectors.joining(", "));
    return quality.isEmpty() ? line.state().word() : line.state().word() + ": " + quality;
  }

  private String explanation(SetReport set) {
    if (!model.result().mounting().followsBack()) {
      return "No \u00b1 can be given: the sensor did not follow your back.";
    }
    return set.set().bands().isEmpty()
        ? "No \u00b1 can be given: the noise of a rep is judged against clean first reps, and there were too few."
        : "Small: change from your first reps with the \u00b1 of one rep, 95 %."
            + " A column without it has no known noise.";
  }
}
