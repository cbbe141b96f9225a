package io.flatback.form.summary;

import io.flatback.form.NoiseBand;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The posture of one set's clean reps, in standard deviations from rep to rep.
 *
 * @param shareOfSet of each value, 0 at the first rep of the set and 1 at its last
 * @param loadShare 0 for the lightest set, 1 for the heaviest; 0 where loads are not known
 * @param sessionShare 0 for the first set, 1 for the last
 */
record SetSeries(double[] values, double[] shareOfSet, double loadShare, double sessionShare) {

  static SetSeries of(SetFacts set, Metric metric, NoiseBand band, double loadShare, double sessionShare) {
    List<Rep> measured = set.clean().stream().filter(r -> r.metrics().get(metric).isPresent()).toList();
    double steps = Math.max(1, set.reps().getLast().index() - 1);
    return new SetSeries(
        measured.stream().map(r -> r.metrics().get(metric)).mapToDouble(OptionalDouble::orElseThrow)
            .map(value -> value / band.sigma()).toArray(),
        measured.stream().mapToDouble(rep -> (rep.index() - 1) / steps).toArray(),
        loadShare,
        sessionShare);
  }

  int size() {
    return values.length;
  }
}
