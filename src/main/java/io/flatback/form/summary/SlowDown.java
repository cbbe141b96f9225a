package io.flatback.form.summary;

import io.flatback.form.NoiseBand;
import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Velocity loss by duration of the last clean reps of a set against the fastest of its first three.
 *
 * @param lossRatio 1 − T_ref / T, where T is the geometric mean of the last reps
 * @param longerRatio the same as the longer duration: T / T_ref − 1
 * @param plusMinus half-width of the 95 % interval of {@code longerRatio} from the scatter of single reps; empty
 *     where that is not known
 */
public record SlowDown(double lossRatio, double longerRatio, OptionalDouble plusMinus, int firstRep, int lastRep) {
  static final int LAST_REPS = Evidence.CATALOGUE.count(ThresholdKey.SUMMARY_LAST_REPS);
  private static final int REFERENCE_REPS = Evidence.CATALOGUE.count(ThresholdKey.VELOCITY_REFERENCE_REPS);
  private static final double SIGMAS = Evidence.CATALOGUE.value(ThresholdKey.DETECTABLE_CHANGE_SIGMAS);

  /** Empty where no rep comes after those that are the reference. */
  static Optional<SlowDown> of(SetFacts set) {
    List<Rep> told =
        set.clean().stream().filter(r -> r.metrics().get(Metric.VELOCITY_LOSS_BY_DURATION_RATIO).isPresent()).toList();
    int later = Math.min(LAST_REPS, told.size() - REFERENCE_REPS);
    if (later < 1) {
      return Optional.empty();
    }
    List<Rep> last = told.subList(told.size() - later, told.size());
    double longer = Math.expm1(last.stream().mapToDouble(SlowDown::logLonger).average().orElseThrow());
    return Optional.of(
        new SlowDown(
            1 - 1 / (1 + longer), longer, plusMinus(set, longer, later), last.getFirst().index(),
            last.getLast().index()));
  }

  private static OptionalDouble plusMinus(SetFacts set, double longer, int later) {
    Optional<NoiseBand> band = set.band(Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
    return band.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((1 + longer) * SIGMAS * band.get().sigma() * Math.sqrt(1.0 / later + 1));
  }

  private static double logLonger(Rep rep) {
    return -Math.log1p(-rep.metrics().get(Metric.VELOCITY_LOSS_BY_DURATION_RATIO).orElseThrow());
  }

  /** As much as may be watched. */
  public boolean isLarge() {
    return lossRatio >= Evidence.CATALOGUE.value(ThresholdKey.VELOCITY_LOSS_WATCH_RATIO);
  }
}
