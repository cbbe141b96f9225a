package io.flatback.form;

import io.flatback.form.AthleteHistory.PooledSigma;
import io.flatback.form.evidence.ChartLimits;
import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import io.flatback.form.stats.TrendChart;
import java.util.Optional;

/**
 * The rep-to-rep noise that a metric is judged by: the wearer's own once enough is known of it, the
 * population's until then. What little is known of the wearer before is pooled with the population's, which counts
 * as a few degrees of freedom, and may only make the rule stricter.
 *
 * @param sigma on the rule's scale (degrees; for velocity loss a coefficient of variation)
 * @param degreesOfFreedom 0 for the population's
 */
record Noise(double sigma, int degreesOfFreedom) {
  private static final ChartLimits LIMITS = Evidence.CATALOGUE.chartLimits();
  private static final int ENOUGH = Evidence.CATALOGUE.count(ThresholdKey.HISTORY_DEGREES_OF_FREEDOM);

  /**
   * @param baseline what a share is a share of
   * @return empty where neither the population's noise nor enough of the wearer's is known
   */
  static Optional<Noise> of(MetricRule rule, AthleteHistory history, double baseline) {
    Optional<PooledSigma> own = history.sigma(rule.metric());
    ThresholdKey key = rule.sigma();
    if (key == null) {
      return own.filter(Noise::isEnough).map(Noise::own);
    }
    double population = Evidence.CATALOGUE.value(key);
    return Optional.of(
        of(own, rule.scale() == MetricRule.Scale.SHARE_OF_BASELINE ? population * Math.abs(baseline) : population));
  }

  static Noise of(Combination combination, AthleteHistory history) {
    return of(history.sigma(combination), combination.sigma());
  }

  private static Noise of(Optional<PooledSigma> own, double population) {
    if (own.isPresent() && isEnough(own.get())) {
      return own(own.get());
    }
    PooledSigma ofPeople = new PooledSigma(population, LIMITS.populationDegreesOfFreedom());
    double pooled = own.map(ofPeople::pooledWith).orElse(ofPeople).sigma();
    return new Noise(Math.max(population, pooled), 0);
  }

  private static Noise own(PooledSigma sigma) {
    return new Noise(sigma.sigma(), sigma.degreesOfFreedom());
  }

  private static boolean isEnough(PooledSigma sigma) {
    return sigma.degreesOfFreedom() >= ENOUGH;
  }

  boolean isOwn() {
    return degreesOfFreedom > 0;
  }

  /** A new one, for one set. */
  TrendChart chart() {
    return new TrendChart(sigma, isOwn() ? degreesOfFreedom : LIMITS.populationDegreesOfFreedom());
  }

  /** From here on a chart may watch at this rep; in standard errors. */
  double watchLimit(int rep) {
    return isOwn() ? LIMITS.watch(rep, degreesOfFreedom) : LIMITS.watchAtColdStart(rep);
  }

  /** From here on a chart may warn at this rep; never while little is known of the wearer. */
  double warnLimit(int rep) {
    return isOwn() ? LIMITS.warn(rep, degreesOfFreedom) : Double.POSITIVE_INFINITY;
  }

  /** Smallest difference between a rep and the mean of {@code reps} others that is not chance, at 95 %. */
  double detectableChange(int reps) {
    return Evidence.CATALOGUE.value(ThresholdKey.DETECTABLE_CHANGE_SIGMAS) * sigma * Math.sqrt(1 + 1.0 / reps);
  }
}
