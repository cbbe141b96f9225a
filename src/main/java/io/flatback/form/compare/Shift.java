package io.flatback.form.compare;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * By how much a quantity differs between two sets.
 *
 * @param plusMinus half-width of a 95 % interval: Welch's, over reps that are not independent, and what both sets
 *     may have been off by as a whole
 */
public record Shift(RepSample from, RepSample to, double plusMinus) {
  /** Clean reps that each set needs. */
  public static final int FEWEST_REPS = Evidence.CATALOGUE.count(ThresholdKey.COMPARE_FEWEST_REPS);

  private static final double UPPER = 0.975;

  public double change() {
    return to.mean() - from.mean();
  }

  public boolean isBeyondNoise() {
    return Math.abs(change()) > plusMinus;
  }

  /**
   * Empty where one of the sets has too few reps.
   *
   * @param common half-width of what is not scatter from rep to rep; 0 for nothing
   */
  static Optional<Shift> between(RepSample from, RepSample to, double common) {
    if (Math.min(from.reps(), to.reps()) < FEWEST_REPS) {
      return Optional.empty();
    }
    return Optional.of(new Shift(from, to, Math.hypot(welch(from, to), common)));
  }

  private static double welch(RepSample from, RepSample to) {
    double one = from.varianceOfMean();
    double other = to.varianceOfMean();
    double both = one + other;
    if (both <= 0) {
      return 0.0;
    }
    double degrees =
        both * both / (one * one / from.degreesOfFreedom() + other * other / to.degreesOfFreedom());
    return new TDistribution(null, degrees).inverseCumulativeProbability(UPPER) * Math.sqrt(both);
  }
}
