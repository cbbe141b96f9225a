package io.flatback.report;

import io.flatback.lift.Metric;
import io.flatback.lift.RepQuality;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The reps of a set in aligned columns; what no rep of the set has is left out. */
final class TextTable {
  private static final int FIRST = 6;
  private static final int COLUMN = 8;

  private final TextPage page;
  private final SetReport set;
  private final List<Metric> columns;

  TextTable(TextPage page, SetReport set, List<Metric> metrics) {
    this.page = page;
    this.set = set;
    this.columns =
        metrics.stream()
            .filter(metric -> set.set().reps().stream().anyMatch(rep -> rep.metrics().get(metric).isPresent()))
            .toList();
  }

  void write() {
    page.blank();
    page.table(" ".repeat(FIRST) + cells(metric -> TextColumn.of(metric).top()));
    page.table(left("rep") + cells(metric -> TextColumn.of(metric).bottom()));
    set.reps().forEach(this::row);
    if (!set.set().bands().isEmpty()) {
      page.table(left("\u00b1") + cells(this::plusMinus));
    }
    page.blank();
  }

  private void row(RepLine line) {
    String number = TextReport.sign(line.state()) + " " + line.rep().index();
    page.table(left(number) + cells(metric -> value(line, metric)));
    if (!line.rep().isClean()) {
      String quality = line.rep().quality().stream().sorted().map(RepQuality::key).collect(Collectors.joining(", "));
      page.table(" ".repeat(FIRST) + "  not judged: " + quality.replace('_', ' '));
    }
  }

  private static String value(RepLine line, Metric metric) {
    OptionalDouble value = line.rep().metrics().get(metric);
    return value.isPresent() ? MetricView.of(metric).number(value.getAsDouble()) : "-";
  }

  /** Of the change of one rep from the first ones. */
  private String plusMinus(Metric metric) {
    MetricView view = MetricView.of(metric);
    return DepartureFinder.band(set.set(), metric)
        .map(band -> view.number(Uncertainty.ofChange(band, 1)))
        .orElse("");
  }

  private String cells(Function<Metric, String> cell) {
    return columns.stream().map(cell).map(TextTable::right).collect(Collectors.joining());
  }

  private static String left(String text) {
    return text + " ".repeat(Math.max(0, FIRST - text.length()));
  }

  private static String right(String text) {
    return " ".repeat(Math.max(1, COLUMN - text.length())) + text;
  }
}
