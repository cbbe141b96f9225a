package io.flatback.evaluate.alarms;

import io.flatback.evaluate.Bar;
import io.flatback.evaluate.Table;
import io.flatback.evaluate.alarms.Calibration.Condition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What each chart sees of a drift at the same false-alarm rate, its limit found for the very condition, before any
 * practical gate. Three metrics that drift together and are correlated have a sum that drifts by so many more of its
 * own sigmas; so the chart of the sum is a single chart with a larger drift.
 */
final class ChartPower {
  private static final double RATIO_PER_SET = .01;
  private static final double[] SIGMAS = {2, 3, 4};
  private static final int METRICS = 3;
  private static final double CORRELATION = .3;
  /** A drift of the sum, in its sigmas, for one sigma in each. */
  private static final double TOGETHER = METRICS / Math.sqrt(METRICS + METRICS * (METRICS - 1) * CORRELATION);

  /** Shares of drifting sets in which a chart alarms, for 2, 3 and 4 sigmas. */
  record Power(Chart chart, Condition condition, boolean together, Shape shape, double limit, List<Double> seen) {
    boolean reaches(double[] bar) {
      for (int i = 0; i < bar.length; i++) {
        if (seen.get(i) < bar[i]) {
          return false;
        }
      }
      return true;
    }

    String text() {
      return seen.stream().map(share -> String.format(Locale.ROOT, "%.3f", share)).reduce(
          (one, other) -> one + " / " + other).orElse("");
    }
  }

  private ChartPower() {}

  static List<Power> find(Calibration calibration, Consumer<String> progress) throws IOException {
    List<Power> all = new ArrayList<>();
    for (Knowledge knowledge : List.of(Knowledge.KNOWN, Knowledge.TWENTY_DEGREES)) {
      for (double autocorrelation : new double[] {0, .3}) {
        for (Chart chart : Chart.values()) {
          progress.accept("power: " + chart.title());
          all.addAll(of(calibration, chart, Condition.of(8, autocorrelation, knowledge)));
        }
      }
    }
    return all;
  }

  private static List<Power> of(Calibration calibration, Chart chart, Condition condition) throws IOException {
    double limit = calibration.ordered(chart, condition).exceededBy(RATIO_PER_SET);
    List<Power> all = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      all.add(power(calibration, chart, condition, shape, limit, false));
    }
    all.add(power(calibration, chart, condition, Shape.LINEAR, limit, true));
    return all;
  }

  private static Power power(
      Calibration calibration, Chart chart, Condition condition, Shape shape, double limit, boolean together)
      throws IOException {
    Calibration fewer = new Calibration(Math.max(20_000, calibration.sets() / 10), calibration.seed() + 1);
    List<Double> seen = new ArrayList<>();
    for (double each : SIGMAS) {
      double sigmas = each * (together ? TOGETHER : 1);
      seen.add(fewer.ordered(chart, condition, shape.of(sigmas, condition.reps())).shareFrom(limit));
    }
    return new Power(chart, condition, together, shape, limit, seen);
  }

  static Table table(List<Power> all) {
    return new Table(
        "What a chart sees of a drift, 8 reps",
        "Share of sets with an alarm for a drift of 2 / 3 / 4 within-set SD, at 1 % false alarms per set; limits"
            + " calibrated for the condition, no practical gates. Together: the sum of three metrics with a correlation"
            + " of .3 that all drift so much.",
        List.of("chart", "sigma", "autocorrelation", "limit", "linear", "late", "step", "linear, together"),
        rows(all));
  }

  private static List<List<String>> rows(List<Power> all) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i += Shape.values().length + 1) {
      Power first = all.get(i);
      List<String> row = new ArrayList<>(
          List.of(
              first.chart().title(), first.condition().knowledge() == Knowledge.KNOWN ? "known" : "20 df",
              String.valueOf(first.condition().noise().autocorrelation()),
              String.format(Locale.ROOT, "%.2f", first.limit())));
      all.subList(i, i + Shape.values().length + 1).forEach(power -> row.add(power.text()));
      rows.add(row);
    }
    return rows;
  }

  static List<Bar> bars(List<Power> all) {
    return List.of(
        bar(all, Knowledge.KNOWN, false, "sigma known", .22, .52, .80),
        bar(all, Knowledge.TWENTY_DEGREES, false, "20 df", .18, .44, .73),
        bar(all, Knowledge.KNOWN, true, "sigma known", .42, .82, .97),
        bar(all, Knowledge.TWENTY_DEGREES, true, "20 df", .34, .75, .95));
  }

  private static Bar bar(List<Power> all, Knowledge knowledge, boolean together, String sigma, double... bar) {
    Power power =
        all.stream()
            .filter(one -> one.chart() == Chart.TREND && one.shape() == Shape.LINEAR && one.together() == together)
            .filter(one -> one.condition().knowledge() == knowledge)
            .filter(one -> one.condition().noise().autocorrelation() == 0)
            .findFirst()
            .orElseThrow();
    String must =
        Arrays.stream(bar).mapToObj(b -> String.format(Locale.ROOT, "%.2f", b)).reduce((a, b) -> a + " / " + b)
            .orElse("");
    return Bar.of(
        "trend chart, " + (together ? "three metrics together" : "one metric") + ", linear drift of 2/3/4 SD, " + sigma,
        "≥ " + must, power.text(), power.reaches(bar));
  }
}
