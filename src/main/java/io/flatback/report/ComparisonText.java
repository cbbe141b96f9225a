package io.flatback.report;

import io.flatback.form.compare.CurveShift.PointShift;
import io.flatback.form.compare.MetricShift;
import io.flatback.form.compare.Shift;
import io.flatback.session.compare.SetComparison;
import io.flatback.session.compare.SetComparison.Compared;
import java.util.Locale;

/** Comparisons for a terminal of 80 columns. */
final class ComparisonText {
  private final TextPage page = new TextPage(false);

  private ComparisonText() {}

  static String of(ComparisonReport report) {
    ComparisonText text = new ComparisonText();
    report.comparisons().forEach(text::write);
    if (!report.without().isEmpty()) {
      text.page.heading("Not compared");
      report.without().forEach(text.page::item);
    }
    text.page.blank();
    text.page.paragraph(ComparisonWords.CAVEAT);
    text.page.dim("Written by flatback " + report.version());
    return text.page.toString();
  }

  private void write(SetComparison comparison) {
    page.heading(ComparisonWords.heading(comparison));
    page.strong(ComparisonWords.sentence(comparison));
    if (comparison instanceof Compared compared) {
      page.paragraph(ComparisonWords.meanAndScatter(compared.inclination().range()));
      ComparisonWords.meaning(compared).forEach(page::paragraph);
      table(compared);
    }
  }

  private void table(Compared compared) {
    page.blank();
    row("Left to lockout", "before", "now", "shift");
    compared.inclination().pointsBeforeLockout().forEach(point -> row(point, point.left()));
    page.blank();
    row("Against own standing", "before", "now", "shift");
    compared.inclination().points().forEach(point -> row(point, point.inclination()));
    page.blank();
    compared.metrics().forEach(this::row);
  }

  private void row(PointShift point, Shift shift) {
    row(
        ComparisonWords.point(point.point()), ComparisonWords.degrees(shift.from().mean()),
        ComparisonWords.degrees(shift.to().mean()), ComparisonWords.shift(shift));
  }

  private void row(MetricShift shift) {
    MetricView view = MetricView.of(shift.metric());
    row(
        view.column(), view.value(shift.shift().from().mean()), view.value(shift.shift().to().mean()),
        view.change(shift.shift().change()) + " " + view.plusMinus(shift.shift().plusMinus()));
  }

  private void row(String name, String before, String now, String shift) {
    page.table(String.format(Locale.ROOT, "%-26s %9s %9s %18s", name, before, now, shift));
  }
}
