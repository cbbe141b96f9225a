package io.flatback.form.compare;

import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.List;
import java.util.Optional;

/** By how much a metric differs between two sets, over their clean reps. */
public record MetricShift(Metric metric, Shift shift) {

  /** Empty where one of the sets has too few clean reps with this metric. */
  public static Optional<MetricShift> between(Metric metric, List<Rep> from, List<Rep> to) {
    return Shift.between(sample(metric, from), sample(metric, to), 0.0).map(shift -> new MetricShift(metric, shift));
  }

  private static RepSample sample(Metric metric, List<Rep> reps) {
    return RepSample.of(
        reps.stream().filter(Rep::isClean).flatMapToDouble(rep -> rep.metrics().get(metric).stream()));
  }
}
