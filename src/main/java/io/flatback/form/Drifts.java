package io.flatback.form;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import io.flatback.form.stats.MannKendall;
import io.flatback.form.stats.TheilSen;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The trend of every metric over the clean reps of a finished set. */
final class Drifts {
  private static final int FEWEST = 3;

  private Drifts() {}

  /**
   * One for each metric that three clean reps have. The concentric duration is left to velocity loss, which
   * is the same order of reps with a minimum that matters.
   */
  static List<Drift> of(List<Rep> reps, FormSettings settings) {
    List<Drift> drifts = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      if (metric != Metric.CONCENTRIC_DURATION_S) {
        of(reps, metric, settings).ifPresent(drifts::add);
      }
    }
    return drifts;
  }

  static Optional<Drift> of(List<Rep> reps, Metric metric, FormSettings settings) {
    List<Rep> measured = reps.stream().filter(r -> r.isClean() && r.metrics().get(metric).isPresent()).toList();
    return measured.size() < FEWEST ? Optional.empty() : Optional.of(drift(MetricRule.of(metric), measured, settings));
  }

  private static Drift drift(MetricRule rule, List<Rep> measured, FormSettings settings) {
    double[] index = measured.stream().mapToDouble(Rep::index).toArray();
    double[] values = measured.stream().mapToDouble(r -> r.metrics().get(rule.metric()).orElseThrow()).toArray();
    double slope = TheilSen.slope(index, values);
    double total = slope * (index[index.length - 1] - index[0]);
    double p = p(rule.worse(), values);
    double baseline = Arrays.stream(values).limit(settings.baselineReps()).average().orElseThrow();
    boolean beyond =
        p <= Evidence.CATALOGUE.value(ThresholdKey.DRIFT_SIGNIFICANCE)
            && Math.abs(total) >= minimum(rule, baseline, settings.history());
    return new Drift(rule.metric(), slope, total, p, beyond);
  }

  /** Where either direction is a change, both are tested and the p doubled. */
  private static double p(MetricRule.Direction worse, double[] values) {
    return switch (worse) {
      case UP -> MannKendall.upwardP(values);
      case DOWN -> MannKendall.upwardP(negated(values));
      case EITHER -> Math.min(1, 2 * Math.min(MannKendall.upwardP(values), MannKendall.upwardP(negated(values))));
    };
  }

  private static double[] negated(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }

  /** The practical minimum; without one, what can be told from the wearer's own noise; without that, none. */
  private static double minimum(MetricRule rule, double baseline, AthleteHistory history) {
    ThresholdKey key = rule.minimum();
    if (key == null) {
      return Noise.of(rule, history, baseline).map(noise -> noise.detectableChange(1)).orElse(Double.POSITIVE_INFINITY);
    }
    double minimum = Evidence.CATALOGUE.value(key);
    return rule.scale() == MetricRule.Scale.SHARE_OF_BASELINE ? minimum * Math.abs(baseline) : minimum;
  }
}
