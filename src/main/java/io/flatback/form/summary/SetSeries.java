package io.flatback.form.summary;

import io.flatback.form.NoiseBand;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.List;

/** The posture of one set's clean reps, in standard deviations from rep to rep. */
final class SetSeries {
  private final double[] values;
  private final double[] sharesOfSet;
  private final double loadShare;
  private final double sessionShare;

  /**
   * @param loadShare 0 for the lightest set, 1 for the heaviest; 0 where loads are not known
   * @param sessionShare 0 for the first set, 1 for the last
   */
  SetSeries(SetFacts set, Metric metric, NoiseBand band, double loadShare, double sessionShare) {
    List<Rep> measured = set.clean().stream().filter(r -> r.metrics().get(metric).isPresent()).toList();
    double steps = Math.max(1, set.reps().getLast().index() - 1);
    this.values =
        measured.stream().mapToDouble(rep -> rep.metrics().get(metric).orElseThrow() / band.sigma()).toArray();
    this.sharesOfSet = measured.stream().mapToDouble(rep -> (rep.index() - 1) / steps).toArray();
    this.loadShare = loadShare;
    this.sessionShare = sessionShare;
  }

  int size() {
    return values.length;
  }

  double value(int rep) {
    return values[rep];
  }

  /** 0 at the first rep of the set and 1 at its last. */
  double shareOfSet(int rep) {
    return sharesOfSet[rep];
  }

  double loadShare() {
    return loadShare;
  }

  double sessionShare() {
    return sessionShare;
  }
}
