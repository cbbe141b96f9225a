package io.flatback.report;

import io.flatback.form.NoiseBand;
import io.flatback.lift.Metric;

/**
 * Half-widths of 95 % intervals.
 *
 * <p>A change is the mean of {@code m} reps minus a reference of {@code k} reps, and each rep scatters
 * with the band's σ, so the half-width is 1.96·σ·√(1/m + 1/k). It covers the scatter from rep to rep, not
 * an error that all reps of a set share. Reps that led to a warning were picked for being far off, so their
 * mean is a little too large.
 *
 * <p>k is read back from the band, whose half-width is that of one rep. For velocity loss it is one, because
 * its reference is the single fastest early rep, and σ is that of the logarithm of the duration.
 */
final class Uncertainty {
  /** Reps of a reference where the band does not tell. */
  static final int USUAL_REFERENCE_REPS = 3;

  private static final int MOST_REFERENCE_REPS = 10;
  private static final double NORMAL_QUANTILE_975 = 1.96;

  private Uncertainty() {}

  static double ofChange(NoiseBand band, int reps) {
    int reference = band.metric() == Metric.VELOCITY_LOSS_BY_DURATION_RATIO ? 1 : referenceReps(band);
    return ofDifference(band, reps, reference);
  }

  /** Between the means of two groups of reps. */
  static double ofDifference(NoiseBand band, int reps, int otherReps) {
    return NORMAL_QUANTILE_975 * band.sigma() * Math.sqrt(1.0 / reps + 1.0 / otherReps);
  }

  /** How many reps the band's centre is the mean of. */
  static int referenceReps(NoiseBand band) {
    double halfWidth =
        band.metric() == Metric.VELOCITY_LOSS_BY_DURATION_RATIO
            ? Math.log((1 - band.low()) / (1 - band.high())) / 2
            : (band.high() - band.low()) / 2;
    double share = Math.pow(halfWidth / (NORMAL_QUANTILE_975 * band.sigma()), 2) - 1;
    long reps = Math.round(1 / share);
    return reps >= 1 && reps <= MOST_REFERENCE_REPS ? (int) reps : USUAL_REFERENCE_REPS;
  }
}
