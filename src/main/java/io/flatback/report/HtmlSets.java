package io.flatback.report;

import io.flatback.lift.Metric;
import java.util.List;

/** The sets: first side by side on one scale, then one by one. */
final class HtmlSets {
  private static final double WIDE = 1040;
  private static final double NARROW = 358;
  private static final String NOT_SMOOTHED =
      " Not smoothed: every column of pixels holds the lowest and the highest value in it.";

  private final Markup out;
  private final ReportModel model;
  private final List<SetReport> lifted;

  HtmlSets(Markup out, ReportModel model) {
    this.out = out;
    this.model = model;
    this.lifted = model.sets().stream().filter(set -> !set.reps().isEmpty()).toList();
  }

  void write() {
    if (!lifted.isEmpty()) {
      sideBySide();
    }
    TraceChart wide = new TraceChart(WIDE, model.sets());
    TraceChart narrow = new TraceChart(NARROW, model.sets());
    HtmlFindings findings = new HtmlFindings(out);
    HtmlRepTable table = new HtmlRepTable(out, model);
    for (SetReport set : model.sets()) {
      out.open("section", "class", "set", "id", "set-" + set.index());
      title(set);
      out.element("p", Typography.together(set.summary()), "class", "summary").line();
      SummarySentences.of(set)
          .forEach(line -> out.element("p", Typography.together(line), "class", "summary told").line());
      trace(set, wide, narrow);
      findings.rejected(set);
      findings.warnings(set);
      table.write(set);
      findings.drift(set);
      out.close().line();
    }
  }

  private void title(SetReport set) {
    out.open("h2").text(SetTitle.full(set.set()));
    if (set.set().exerciseGuessed()) {
      out.element("span", " exercise guessed", "class", "aside");
    }
    out.close().line();
  }

  private void sideBySide() {
    out.open("section").element("h2", "Sets on one scale").line();
    out.open("div", "class", "metrics");
    for (Metric metric : Focus.charted(model.result().mode())) {
      chart(metric);
    }
    NotMeasured.find(model.notMeasured(), Metric.LUMBAR_FLEXION_AT_ONSET_DEG).ifPresent(this::placeholder);
    out.close().close().line();
  }

  private void chart(Metric metric) {
    if (!RepChart.hasValues(metric, lifted)) {
      NotMeasured.find(model.notMeasured(), metric).ifPresent(this::placeholder);
      return;
    }
    RepChart chart = new RepChart(metric, lifted);
    out.open("div", "class", "metric").element("h3", MetricView.of(metric).name());
    out.open("div", "class", "panels");
    for (SetReport set : lifted) {
      chart.draw(out, set);
    }
    out.close().close().line();
  }

  private void placeholder(NotMeasured missing) {
    out.open("div", "class", "metric missing").element("h3", missing.what());
    out.element("p", "Not measurable here: " + missing.reason() + ".").close().line();
  }

  private void trace(SetReport set, TraceChart wide, TraceChart narrow) {
    if (!TraceLine.hasAngles(set.set().trace())) {
      out.element("p", "No angle over time can be shown for this set.", "class", "missing").line();
      return;
    }
    out.open("figure");
    wide.draw(out, set, "trace wide");
    narrow.draw(out, set, "trace narrow");
    if (set.index() == model.sets().getFirst().index()) {
      out.element("figcaption", caption());
    }
    out.close().line();
  }

  private String caption() {
    if (!model.result().mounting().followsBack()) {
      return "Angles of the sensor, degrees forward. It did not follow your back, so they are not those of your back."
          + NOT_SMOOTHED;
    }
    return switch (model.result().mode()) {
      case ONE_SENSOR ->
          "Back angle: degrees forward from your own standing. The dot on the line is the start of the ascent."
              + NOT_SMOOTHED;
      case TWO_SENSORS ->
          "Solid: back angle, degrees forward from your own standing; its dot is the start of the ascent."
              + " Dashed: lumbar flexion." + NOT_SMOOTHED;
    };
  }
}
