package io.flatback.evaluate.alarms;

import io.flatback.evaluate.Bar;
import io.flatback.evaluate.Table;
import io.flatback.form.evidence.ChartLimits;
import io.flatback.form.evidence.Evidence;
import io.flatback.form.stats.TrendChart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The shipped limits without any practical gate, on sets that they were not found from. */
final class ChartsAlone {
  private static final int[] LENGTHS = {5, 8, 10, 12};
  private static final int LONGEST = 12;

  /** One limit under one autocorrelation: spent up to each length, and meant to be. */
  record Line(
      String limit,
      double autocorrelation,
      boolean calibratedFor,
      List<Double> meant,
      List<Double> found,
      int sets) {
    boolean holds() {
      for (int i = 0; i < meant.size(); i++) {
        double error = 4 * Math.sqrt(meant.get(i) / sets) + .02 * meant.get(i);
        if (found.get(i) > meant.get(i) + error || (calibratedFor && found.get(i) < meant.get(i) - error)) {
          return false;
        }
      }
      return true;
    }
  }

  private ChartsAlone() {}

  static List<Line> find(int sets, long seed) throws IOException {
    ChartLimits limits = Evidence.CATALOGUE.chartLimits();
    List<Line> lines = new ArrayList<>();
    for (double autocorrelation : new double[] {limits.autocorrelation(), 0}) {
      RepNoise noise = new RepNoise(autocorrelation);
      Boundary cold = Boundary.of(sets, seed, LONGEST, noise, Knowledge.POPULATION);
      Boundary learnt = Boundary.of(sets, seed, LONGEST, noise, Knowledge.LEARNT);
      Boundary known = Boundary.of(sets, seed, LONGEST, noise, Knowledge.LEARNT_LONG);
      double watch = limits.watchRatioPerSet();
      double warn = limits.warnRatioPerSet();
      String noisiest = "watch, cold start, " + limits.noisiestWearer() + " times as noisy";
      lines.add(line(noisiest, cold, autocorrelation, watch, ChartLimits.Row::populationWatch));
      lines.add(line("watch, 20 df", learnt, autocorrelation, watch, ChartLimits.Row::estimatedWatch));
      lines.add(line("watch, long history", known, autocorrelation, watch, ChartLimits.Row::knownWatch));
      lines.add(line("warn, 20 df", learnt, autocorrelation, warn, ChartLimits.Row::estimatedWarn));
      lines.add(line("warn, long history", known, autocorrelation, warn, ChartLimits.Row::knownWarn));
    }
    return lines;
  }

  private static Line line(
      String name, Boundary boundary, double autocorrelation, double ratio, ToDoubleFunction<ChartLimits.Row> limit) {
    ChartLimits limits = Evidence.CATALOGUE.chartLimits();
    int rows = LONGEST - TrendChart.FEWEST + 1;
    double[] shares =
        boundary.shares(limits.rows().stream().limit(rows).mapToDouble(limit).toArray());
    List<Double> meant = new ArrayList<>();
    List<Double> found = new ArrayList<>();
    for (int length : LENGTHS) {
      int row = length - TrendChart.FEWEST;
      meant.add(ratio * limits.rows().get(row).spentShare());
      found.add(shares[row]);
    }
    boolean calibratedFor = autocorrelation == limits.autocorrelation();
    return new Line(name, autocorrelation, calibratedFor, meant, found, boundary.sets());
  }

  static Table table(List<Line> lines) {
    return new Table(
        "The shipped limits alone",
        "Share of stable sets beyond the trend chart's limit, no practical gates, in sets that the limits were not"
            + " found from; in brackets what they are calibrated for.",
        List.of("limit", "autocorrelation", "5 reps", "8 reps", "10 reps", "12 reps", "verdict"),
        lines.stream().map(ChartsAlone::row).toList());
  }

  private static List<String> row(Line line) {
    List<String> row = new ArrayList<>(List.of(line.limit(), String.valueOf(line.autocorrelation())));
    for (int i = 0; i < line.found().size(); i++) {
      row.add(String.format(Locale.ROOT, "%.2f %% (%.2f)", 100 * line.found().get(i), 100 * line.meant().get(i)));
    }
    row.add(line.holds() ? "held" : "not held");
    return row;
  }

  static Bar bar(List<Line> lines) {
    long held = lines.stream().filter(Line::holds).count();
    return Bar.of(
        "charts alone, no practical gates", "the rate they are calibrated for; independent reps at most that",
        held + " of " + lines.size() + " held", held == lines.size());
  }
}
