package io.flatback.form;

import io.flatback.form.evidence.ChartLimits;
import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import java.util.Optional;

/**
 * The rep-to-rep noise that a metric is judged by: the wearer's own once enough is known of it, the
 * population's until then. What little is known of the wearer before may only make the rule stricter.
 *
 * @param sigma on the rule's scale (degrees; for velocity loss a coefficient of variation)
 * @param degreesOfFreedom 0 for the population's
 */
record Noise(double sigma, int degreesOfFreedom) {
  private static final int ENOUGH = Evidence.CATALOGUE.count(ThresholdKey.HISTORY_DEGREES_OF_FREEDOM);

  /**
   * @param baseline what a share is a share of
   * @return empty where neither the population's noise nor enough of the wearer's is known
   */
  static Optional<Noise> of(MetricRule rule, AthleteHistory history, double baseline) {
    Optional<AthleteHistory.PooledSigma> own = history.sigma(rule.metric());
    if (own.isPresent() && own.get().degreesOfFreedom() >= ENOUGH) {
      return own.map(sigma -> new Noise(sigma.sigma(), sigma.degreesOfFreedom()));
    }
    ThresholdKey key = rule.sigma();
    if (key == null) {
      return Optional.empty();
    }
    double population = Evidence.CATALOGUE.value(key);
    double ofPeople = rule.scale() == MetricRule.Scale.SHARE_OF_BASELINE ? population * Math.abs(baseline) : population;
    return Optional.of(new Noise(own.map(sigma -> Math.max(sigma.sigma(), ofPeople)).orElse(ofPeople), 0));
  }

  boolean isOwn() {
    return degreesOfFreedom > 0;
  }

  /** From here on a chart's statistic is out of control in a set of so many reps; on the rule's scale. */
  double chartLimit(int reps) {
    ChartLimits limits = Evidence.CATALOGUE.chartLimits();
    return sigma * (isOwn() ? limits.whenSigmaIsEstimated(reps, degreesOfFreedom) : limits.whenSigmaIsKnown(reps));
  }

  /** Smallest difference between a rep and the mean of {@code reps} others that is not chance, at 95 %. */
  double detectableChange(int reps) {
    return Evidence.CATALOGUE.value(ThresholdKey.DETECTABLE_CHANGE_SIGMAS) * sigma * Math.sqrt(1 + 1.0 / reps);
  }

}
