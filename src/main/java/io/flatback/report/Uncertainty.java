package io.flatback.report;

import io.flatback.form.NoiseBand;
import io.flatback.lift.Metric;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Half-widths of 95 % intervals.
 *
 * <p>A change is the mean of {@code m} reps minus a reference of {@code k} reps, and each rep scatters
 * with the band's σ, so the half-width is q·σ·√(1/m + 1/k). q is 1.96 where σ is the population's, and
 * Student's quantile where it was learnt from the wearer with few degrees of freedom. It covers the
 * scatter from rep to rep, not an error that all reps of a set share.
 *
 * <p>k is three reps, but one for velocity loss, whose reference is the single fastest early rep.
 */
final class Uncertainty {
  static final int REFERENCE_REPS = 3;
  private static final double NORMAL_QUANTILE_975 = 1.959964;

  private Uncertainty() {}

  static double ofChange(NoiseBand band, int reps) {
    int reference = band.metric() == Metric.VELOCITY_LOSS_BY_DURATION_RATIO ? 1 : REFERENCE_REPS;
    return ofDifference(band, reps, reference);
  }

  /** Between the means of two groups of reps. */
  static double ofDifference(NoiseBand band, int reps, int otherReps) {
    return quantile(band.degreesOfFreedom()) * band.sigma() * Math.sqrt(1.0 / reps + 1.0 / otherReps);
  }

  private static double quantile(int degreesOfFreedom) {
    return degreesOfFreedom <= 0
        ? NORMAL_QUANTILE_975
        : new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(0.975);
  }
}
