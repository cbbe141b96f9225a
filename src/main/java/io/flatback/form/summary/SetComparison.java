package io.flatback.form.summary;

import io.flatback.form.NoiseBand;
import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A set against another of the same exercise at the same load. All but the posture is free of how the sensor sat.
 *
 * @param set index of the other
 * @param reps how many the other had
 * @param slowDown of the other; empty where it has none
 * @param startLonger by how much the first clean reps' ascents lasted longer than the other's, as a ratio
 * @param postureShiftDeg of the first clean reps against the other's; empty where the sensor sat otherwise
 */
public record SetComparison(
    int set,
    int reps,
    Optional<SlowDown> slowDown,
    Optional<Estimate> startLonger,
    Optional<Estimate> postureShiftDeg) {
  private static final int FIRST_REPS = Evidence.CATALOGUE.count(ThresholdKey.VELOCITY_REFERENCE_REPS);
  private static final double SIGMAS = Evidence.CATALOGUE.value(ThresholdKey.DETECTABLE_CHANGE_SIGMAS);

  /** @param plusMinus half-width of the 95 % interval from the scatter of single reps */
  public record Estimate(double value, double plusMinus) {
    public boolean isBeyondNoise() {
      return Math.abs(value) > plusMinus;
    }
  }

  public static SetComparison of(SetFacts now, SetFacts other) {
    return new SetComparison(
        other.index(), other.reps().size(), SlowDown.of(other), startLonger(now, other),
        now.stretch() == other.stretch() ? postureShift(now, other) : Optional.empty());
  }

  private static Optional<Estimate> startLonger(SetFacts now, SetFacts other) {
    OptionalDouble after = firstMean(now, Metric.CONCENTRIC_DURATION_S, Math::log);
    OptionalDouble before = firstMean(other, Metric.CONCENTRIC_DURATION_S, Math::log);
    Optional<NoiseBand> band = now.band(Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
    if (after.isEmpty() || before.isEmpty() || band.isEmpty()) {
      return Optional.empty();
    }
    double ratio = Math.exp(after.getAsDouble() - before.getAsDouble());
    return Optional.of(new Estimate(ratio - 1, ratio * plusMinus(band.get())));
  }

  private static Optional<Estimate> postureShift(SetFacts now, SetFacts other) {
    Metric metric = now.posture();
    OptionalDouble after = firstMean(now, metric, value -> value);
    OptionalDouble before = firstMean(other, metric, value -> value);
    Optional<NoiseBand> band = now.band(metric);
    return after.isPresent() && before.isPresent() && band.isPresent()
        ? Optional.of(new Estimate(after.getAsDouble() - before.getAsDouble(), plusMinus(band.get())))
        : Optional.empty();
  }

  /** Of two means of as many reps. */
  private static double plusMinus(NoiseBand band) {
    return SIGMAS * band.sigma() * Math.sqrt(2.0 / FIRST_REPS);
  }

  private static OptionalDouble firstMean(
      SetFacts set, Metric metric, DoubleUnaryOperator scale) {
    List<Rep> first =
        set.clean().stream().filter(rep -> rep.metrics().get(metric).isPresent()).limit(FIRST_REPS).toList();
    return first.size() < FIRST_REPS
        ? OptionalDouble.empty()
        : first.stream().mapToDouble(r -> scale.applyAsDouble(r.metrics().get(metric).orElseThrow())).average();
  }
}
