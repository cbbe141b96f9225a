package io.flatback.form;

import static io.flatback.lift.Metric.INCLINATION_AT_ONSET_DEG;
import static io.flatback.lift.Metric.LUMBAR_FLEXION_AT_ONSET_DEG;
import static io.flatback.lift.Metric.VELOCITY_LOSS_BY_DURATION_RATIO;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Metrics that fatigue takes the same way, watched by their sum: each divided by the population's sigma, none
 * heavier than another. The sum scatters like any metric, so its own noise is learnt from history with all that the
 * metrics share; no table of correlations is needed.
 *
 * <p>Source: the ordinary least squares sum of O'Brien, Biometrics 40:1079 (1984), with weights fixed beforehand.
 */
public enum Combination {
  ONE_SENSOR,
  TWO_SENSORS;

  static Combination of(boolean twoSensors) {
    return twoSensors ? TWO_SENSORS : ONE_SENSOR;
  }

  public List<Metric> metrics() {
    return switch (this) {
      case ONE_SENSOR -> List.of(VELOCITY_LOSS_BY_DURATION_RATIO, INCLINATION_AT_ONSET_DEG);
      case TWO_SENSORS ->
          List.of(LUMBAR_FLEXION_AT_ONSET_DEG, VELOCITY_LOSS_BY_DURATION_RATIO, INCLINATION_AT_ONSET_DEG);
    };
  }

  List<MetricRule> rules() {
    return metrics().stream().map(MetricRule::of).toList();
  }

  /** The sum for one rep; empty for one that is not clean or lacks a part. */
  OptionalDouble charted(Rep rep) {
    double sum = 0;
    for (MetricRule rule : rules()) {
      OptionalDouble part = rule.charted(rep);
      if (part.isEmpty()) {
        return part;
      }
      sum += part.getAsDouble() / sigma(rule);
    }
    return OptionalDouble.of(sum);
  }

  /** Scatter of the sum in the population, whose metrics are taken to be correlated as the catalogue says. */
  double sigma() {
    int parts = metrics().size();
    return Math.sqrt(parts + parts * (parts - 1) * Evidence.CATALOGUE.value(ThresholdKey.METRIC_CORRELATION));
  }

  static double sigma(MetricRule rule) {
    return Evidence.CATALOGUE.value(Objects.requireNonNull(rule.sigma()));
  }
}
