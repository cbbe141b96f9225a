package io.flatback.store;

import io.flatback.form.AthleteHistory.PooledSigma;
import java.util.Arrays;
import java.util.Optional;

/** Pools the variance of values about their own set's mean: √(Σ squares / Σ (n − 1)). */
final class WithinSetSpread {
  private double squares;
  private int degreesOfFreedom;

  void addSet(double[] values) {
    if (values.length < 2) {
      return;
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    degreesOfFreedom += values.length - 1;
  }

  /** Empty before a set with two values. */
  Optional<PooledSigma> pooled() {
    return degreesOfFreedom == 0
        ? Optional.empty()
        : Optional.of(new PooledSigma(Math.sqrt(squares / degreesOfFreedom), degreesOfFreedom));
  }
}
