package io.flatback.report;

import io.flatback.form.NoiseBand;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.session.WorkSet;
import java.util.Optional;
import java.util.OptionalDouble;

/** Velocity loss and how much longer a pull took are the same fact; people read the latter. */
final class Tempo {
  private Tempo() {}

  /** From 1 − T_ref/T to T/T_ref − 1. */
  static double longer(double velocityLossRatio) {
    return velocityLossRatio / (1 - velocityLossRatio);
  }

  /**
   * The half-width that belongs to {@link #longer}. The noise of velocity loss is that of the logarithm of
   * the duration, so it grows with the duration.
   */
  static double longerPlusMinus(double velocityLossRatio, double logPlusMinus) {
    return logPlusMinus / (1 - velocityLossRatio);
  }

  /**
   * The band of velocity loss as a band of durations, for drawing behind them: its centre is the mean
   * of the first reps.
   */
  static Optional<NoiseBand> durationBand(WorkSet set) {
    Optional<NoiseBand> loss = DepartureFinder.band(set, Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
    Optional<Double> fastest = fastestEarlySeconds(set);
    if (loss.isEmpty() || fastest.isEmpty()) {
      return Optional.empty();
    }
    NoiseBand band = loss.get();
    double seconds = fastest.get();
    return Optional.of(
        new NoiseBand(
            Metric.CONCENTRIC_DURATION_S, seconds / (1 - band.reference()), seconds / (1 - band.low()),
            seconds / (1 - band.high()), band.sigma() * seconds, band.degreesOfFreedom()));
  }

  static Optional<Double> fastestEarlySeconds(WorkSet set) {
    for (Rep rep : set.reps()) {
      OptionalDouble loss = rep.metrics().get(Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
      OptionalDouble seconds = rep.metrics().get(Metric.CONCENTRIC_DURATION_S);
      if (loss.isPresent() && seconds.isPresent()) {
        return Optional.of(seconds.getAsDouble() * (1 - loss.getAsDouble()));
      }
    }
    return Optional.empty();
  }

  static String percent(double ratio) {
    return Figures.fixed(ratio * 100, 0) + " %";
  }

  static String percentPlusMinus(double ratio) {
    return "\u00b1 " + Figures.fixed(Math.max(1, Math.ceil(ratio * 100 - 1e-9)), 0) + " %";
  }
}
