package io.flatback.form;

import io.flatback.lift.Metric;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What earlier sets taught about one wearer's rep-to-rep noise in one exercise. For {@link
 * Metric#VELOCITY_LOSS_BY_DURATION_RATIO} the noise is that of the logarithm of the concentric duration,
 * that is its coefficient of variation; for every other metric it is in the metric's unit.
 *
 * @param combined noise of the sums that metrics are watched together by, in the population's sigmas
 */
public record AthleteHistory(Map<Metric, PooledSigma> sigmas, Map<Combination, PooledSigma> combined) {
  public static final AthleteHistory NONE = new AthleteHistory(Map.of());

  /** Standard deviation within sets, pooled over sets, with the degrees of freedom it rests on. */
  public record PooledSigma(double sigma, int degreesOfFreedom) {
    public PooledSigma {
      if (!(sigma >= 0) || Double.isInfinite(sigma) || degreesOfFreedom < 1) {
        throw new IllegalArgumentException(
            "pooled sigma " + sigma + " with " + degreesOfFreedom + " degrees of freedom: expected a finite"
                + " sigma from 0 with at least 1 degree of freedom");
      }
    }

    /** Variances weighed by their degrees of freedom. */
    PooledSigma pooledWith(PooledSigma other) {
      int sum = degreesOfFreedom + other.degreesOfFreedom;
      double squares = sigma * sigma * degreesOfFreedom + other.sigma * other.sigma * other.degreesOfFreedom;
      return new PooledSigma(Math.sqrt(squares / sum), sum);
    }
  }

  public AthleteHistory {
    sigmas = Map.copyOf(sigmas);
    combined = Map.copyOf(combined);
  }

  /** Of single metrics only. */
  public AthleteHistory(Map<Metric, PooledSigma> sigmas) {
    this(sigmas, Map.of());
  }

  public Optional<PooledSigma> sigma(Metric metric) {
    return Optional.ofNullable(sigmas.get(metric));
  }

  public Optional<PooledSigma> sigma(Combination combination) {
    return Optional.ofNullable(combined.get(combination));
  }

  /** Of each metric what this knows with that many degrees of freedom or more, else what a wider one knows. */
  AthleteHistory orIfNot(int degreesOfFreedom, AthleteHistory wider) {
    Map<Metric, PooledSigma> single = new EnumMap<>(Metric.class);
    single.putAll(wider.sigmas);
    sigmas.forEach((metric, sigma) -> putIf(single, metric, sigma, degreesOfFreedom));
    Map<Combination, PooledSigma> together = new EnumMap<>(Combination.class);
    together.putAll(wider.combined);
    combined.forEach((combination, sigma) -> putIf(together, combination, sigma, degreesOfFreedom));
    return new AthleteHistory(single, together);
  }

  private static <K> void putIf(Map<K, PooledSigma> known, K key, PooledSigma sigma, int degreesOfFreedom) {
    if (sigma.degreesOfFreedom() >= degreesOfFreedom) {
      known.put(key, sigma);
    }
  }

  /** Both taken together, as if they had been one history. */
  public AthleteHistory pooledWith(AthleteHistory other) {
    Map<Metric, PooledSigma> pooled = new EnumMap<>(Metric.class);
    pooled.putAll(sigmas);
    other.sigmas.forEach((metric, sigma) -> pooled.merge(metric, sigma, PooledSigma::pooledWith));
    Map<Combination, PooledSigma> together = new EnumMap<>(Combination.class);
    together.putAll(combined);
    other.combined.forEach((combination, sigma) -> together.merge(combination, sigma, PooledSigma::pooledWith));
    return new AthleteHistory(pooled, together);
  }
}
