package io.flatback.report;

import io.flatback.form.compare.AscentPoint;
import io.flatback.form.compare.CurveShift.PointShift;
import io.flatback.form.compare.MetricShift;
import io.flatback.form.compare.Shift;
import io.flatback.session.compare.SetComparison;
import io.flatback.session.compare.SetComparison.Compared;

/** Comparisons on one page that needs nothing else. */
final class ComparisonHtml {
  private final Markup out;

  private ComparisonHtml(Markup out) {
    this.out = out;
  }

  static String of(ComparisonReport report) {
    Markup out = new Markup();
    out.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
    HtmlReport.head(out, "Flatback: sets compared", report.version());
    out.open("body").open("main").line();
    out.element("p", "Sets compared at the same part of the pull", "class", "where").line();
    ComparisonHtml page = new ComparisonHtml(out);
    report.comparisons().forEach(page::write);
    report.without().forEach(line -> out.element("p", line, "class", "missing").line());
    out.element("p", Typography.together(ComparisonWords.CAVEAT), "class", "numbers").line();
    out.element("footer", "Written by flatback " + report.version() + ". It is not a medical device.");
    out.close().close().close();
    return "<!DOCTYPE html>\n" + out + "\n";
  }

  private void write(SetComparison comparison) {
    boolean compared = comparison instanceof Compared;
    out.open("section", "class", "comparison");
    out.element("p", ComparisonWords.heading(comparison), "class", "where").line();
    out.element(
        "h1", Typography.together(ComparisonWords.sentence(comparison)), "class",
        compared ? "tone-held" : "tone-unsure").line();
    if (comparison instanceof Compared one) {
      body(one);
    }
    out.close().line();
  }

  private void body(Compared compared) {
    out.element("p", Typography.together(ComparisonWords.meanAndScatter(compared.inclination().range())), "class",
        "more").line();
    ComparisonWords.meaning(compared)
        .forEach(line -> out.element("p", Typography.together(line), "class", "more").line());
    out.open("figure").line();
    out.element("h3", "Inclination left to lockout");
    new CurveChart(compared.inclination()).draw(out, ComparisonWords.sentence(compared));
    out.element("figcaption", "Upright strokes: the scatter of single reps, one standard deviation either way.");
    out.close().line();
    out.open("div", "class", "scroll").open("table").open("thead").open("tr");
    out.element("th", "Of the pull").element("th", "before").element("th", "now").element("th", "shift");
    out.close().close().open("tbody").line();
    compared.inclination().pointsBeforeLockout().forEach(this::row);
    compared.metrics().forEach(this::row);
    out.close().close().close().line();
  }

  private void row(PointShift point) {
    Shift left = point.left();
    row(
        brief(point.point()), ComparisonWords.degrees(left.from().mean()),
        ComparisonWords.degrees(left.to().mean()), ComparisonWords.shift(left));
  }

  private static String brief(AscentPoint point) {
    return point == AscentPoint.ONSET ? "Start" : Math.round(point.phase() * 100) + "\u00a0%";
  }

  private void row(MetricShift metric) {
    MetricView view = MetricView.of(metric.metric());
    Shift shift = metric.shift();
    row(
        view.column(), view.value(shift.from().mean()), view.value(shift.to().mean()),
        view.change(shift.change()) + " " + view.plusMinus(shift.plusMinus()));
  }

  private void row(String name, String before, String now, String shift) {
    out.open("tr").element("th", name).element("td", before).element("td", now);
    out.element("td", Typography.together(shift)).close().line();
  }
}
