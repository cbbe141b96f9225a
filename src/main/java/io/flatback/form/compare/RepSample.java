package io.flatback.form.compare;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * One quantity over the reps of a set.
 *
 * <p>Neighbouring reps are alike, so n of them tell less than n. With the correlation ρ of neighbours the mean of n
 * has the variance σ²F/n, F = 1 + 2Σ(1−k/n)ρᵏ, and the scatter about their own mean makes σ² too small by
 * (n−F)/(n−1). Both are made up for; the degrees of freedom are those of n/F reps.
 *
 * <p>Source: Bayley and Hammersley, J. R. Stat. Soc. Suppl. 8, 1946. Deviation: ρ is taken, not estimated, because a
 * dozen reps can't tell it.
 *
 * @param sigma between reps, as found
 */
public record RepSample(int reps, double mean, double sigma) {
  private static final double CORRELATION = Evidence.CATALOGUE.value(ThresholdKey.COMPARE_AUTOCORRELATION);

  /** What is no number is left out. */
  static RepSample of(DoubleStream values) {
    SummaryStatistics seen = new SummaryStatistics();
    values.filter(Double::isFinite).forEach(seen::addValue);
    return new RepSample(Math.toIntExact(seen.getN()), seen.getMean(), seen.getStandardDeviation());
  }

  double varianceOfMean() {
    double inflation = inflation();
    return sigma * sigma * (reps - 1) / (reps - inflation) * inflation / reps;
  }

  double degreesOfFreedom() {
    return reps / inflation() - 1;
  }

  private double inflation() {
    double sum = 0.0;
    for (int lag = 1; lag < reps; lag++) {
      sum += (1 - (double) lag / reps) * Math.pow(CORRELATION, lag);
    }
    return 1 + 2 * sum;
  }
}
