package io.flatback.evaluate.alarms;

import io.flatback.evaluate.Bar;
import io.flatback.evaluate.Table;
import io.flatback.evaluate.alarms.Calibration.Condition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The limits that the evidence prints, found again: the simulation is held against numbers that are not its own. */
final class EvidenceLimits {
  private static final double RATIO_PER_SET = .01;
  private static final double WITHIN = .03;
  private static final double CUSUM_WITHIN = .06;

  /** As printed: one chart under one condition. */
  private record Printed(Chart chart, Condition condition, double limit) {
    double within() {
      return chart == Chart.CUSUM ? CUSUM_WITHIN : WITHIN;
    }
  }

  /** What was found for it. */
  record Found(Chart chart, Condition condition, double printed, double limit, boolean met) {}

  private EvidenceLimits() {}

  private static List<Printed> printed() {
    List<Printed> all = new ArrayList<>();
    int[] lengths = {5, 8, 10, 12};
    double[][] known = {{3.33, 3.31, 3.42, 3.49}, {2.13, 2.14, 2.26, 2.35}, {4.88, 6.10, 7.91, 9.63},
      {3.74, 3.85, 4.17, 4.40}};
    List<Chart> charts = List.of(Chart.ONE_REP, Chart.TWO_CONSECUTIVE, Chart.CUSUM, Chart.EWMA);
    for (int chart = 0; chart < charts.size(); chart++) {
      for (int i = 0; i < lengths.length; i++) {
        all.add(new Printed(charts.get(chart), Condition.of(lengths[i], 0, Knowledge.KNOWN), known[chart][i]));
      }
    }
    double[] twentyDegrees = {3.72, 2.34, 6.91, 4.27};
    for (int chart = 0; chart < charts.size(); chart++) {
      Condition condition = Condition.of(8, 0, Knowledge.TWENTY_DEGREES);
      all.add(new Printed(charts.get(chart), condition, twentyDegrees[chart]));
    }
    double[] correlated = {2.34, 2.50, 2.65, 2.76};
    for (int i = 0; i < lengths.length; i++) {
      all.add(
          new Printed(Chart.TWO_CONSECUTIVE, Condition.of(lengths[i], .3, Knowledge.KNOWN), correlated[i]));
    }
    return all;
  }

  static List<Found> find(Calibration calibration, Consumer<String> progress) throws IOException {
    List<Found> all = new ArrayList<>();
    for (Printed one : printed()) {
      progress.accept("limits: " + one.chart().title() + ", " + one.condition().reps() + " reps");
      double limit = calibration.ordered(one.chart(), one.condition()).exceededBy(RATIO_PER_SET);
      boolean met = Math.abs(limit - one.limit()) <= one.within();
      all.add(new Found(one.chart(), one.condition(), one.limit(), limit, met));
    }
    return all;
  }

  static Table table(List<Found> all) {
    return new Table(
        "Limits of the evidence, found again",
        "1 % of stable sets exceed each. Allowed: ± .03, for CUSUM ± .06.",
        List.of("chart", "reps", "noise", "sigma", "printed", "found", "verdict"),
        all.stream()
            .map(
                one ->
                    List.of(
                        one.chart().title(), String.valueOf(one.condition().reps()), noise(one.condition()),
                        one.condition().knowledge() == Knowledge.KNOWN ? "known" : "20 df",
                        number(one.printed()), number(one.limit()), one.met() ? "met" : "not met"))
            .toList());
  }

  static Bar bar(List<Found> all, int sets) {
    long met = all.stream().filter(Found::met).count();
    double worst = all.stream().mapToDouble(one -> Math.abs(one.limit() - one.printed())).max().orElse(Double.NaN);
    String on = "limits of the evidence, from " + sets + " sets";
    String mustBe = "all " + all.size() + " within ± .03, CUSUM ± .06";
    String found = met + " of " + all.size() + ", largest difference " + number(worst);
    return met < all.size() && sets < AlarmStudy.FULL_SETS
        ? Bar.notMeasured(on, mustBe, found + ", too few to tell")
        : Bar.of(on, mustBe, found, met == all.size());
  }

  private static String noise(Condition condition) {
    double autocorrelation = condition.noise().autocorrelation();
    return autocorrelation == 0 ? "independent" : "autocorrelation " + autocorrelation;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
