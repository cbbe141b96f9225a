package io.flatback.form;

import io.flatback.lift.Metric;
import java.util.Map;
import java.util.Optional;

/** What earlier sets taught about one wearer's rep-to-rep noise in one exercise. */
public record AthleteHistory(Map<Metric, PooledSigma> sigmas) {
  public static final AthleteHistory NONE = new AthleteHistory(Map.of());

  /** Standard deviation within sets, pooled over sets, with the degrees of freedom it rests on. */
  public record PooledSigma(double sigma, int degreesOfFreedom) {}

  public AthleteHistory {
    sigmas = Map.copyOf(sigmas);
  }

  public Optional<PooledSigma> sigma(Metric metric) {
    return Optional.ofNullable(sigmas.get(metric));
  }
}
