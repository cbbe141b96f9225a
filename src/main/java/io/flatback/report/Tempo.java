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

  static boolean isJudged(WorkSet set) {
    return DepartureFinder.band(set, Metric.VELOCITY_LOSS_BY_DURATION_RATIO).isPresent()
        || DepartureFinder.band(set, Metric.CONCENTRIC_DURATION_S).isPresent();
  }

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
   * The band of velocity loss as a band of durations, for drawing behind them: its centre is the fastest
   * early rep, not a mean.
   */
  static Optional<NoiseBand> durationBand(WorkSet set) {
    Optional<NoiseBand> loss = DepartureFinder.band(set, Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
    OptionalDouble fastest = fastestEarlySeconds(set);
    if (loss.isEmpty() || fastest.isEmpty()) {
      return Optional.empty();
    }
    NoiseBand band = loss.get();
    double seconds = fastest.getAsDouble();
    return Optional.of(
        new NoiseBand(
            Metric.CONCENTRIC_DURATION_S, seconds, seconds / (1 - band.low()), seconds / (1 - band.high()),
            band.sigma() * seconds, band.degreesOfFreedom()));
  }

  private static OptionalDouble fastestEarlySeconds(WorkSet set) {
    return set.reps().stream()
        .map(Rep::metrics)
        .filter(m -> m.get(Metric.VELOCITY_LOSS_BY_DURATION_RATIO).isPresent())
        .filter(m -> m.get(Metric.CONCENTRIC_DURATION_S).isPresent())
        .mapToDouble(
            m ->
                m.get(Metric.CONCENTRIC_DURATION_S).getAsDouble()
                    * (1 - m.get(Metric.VELOCITY_LOSS_BY_DURATION_RATIO).getAsDouble()))
        .findFirst();
  }

  static String percent(double ratio) {
    return Figures.fixed(ratio * 100, 0) + " %";
  }

  static String percentPlusMinus(double ratio) {
    return "\u00b1 " + Figures.fixed(Math.max(1, Math.ceil(ratio * 100 - 1e-9)), 0) + " %";
  }
}
