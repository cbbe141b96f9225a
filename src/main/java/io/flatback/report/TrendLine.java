package io.flatback.report;

import io.flatback.form.Drift;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.session.WorkSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A trend as a line to draw, only where it is beyond noise: Theil–Sen's slope through the median of what
 * is left when the slope is taken away. The trend of pull times is that of velocity loss, turned into
 * seconds; there the line bends a little.
 */
final class TrendLine {
  /** @param value in the metric's unit */
  record Point(int rep, double value) {}

  private TrendLine() {}

  static List<Point> of(Metric metric, SetReport set) {
    if (metric != Metric.CONCENTRIC_DURATION_S) {
      return straight(metric, set);
    }
    Optional<Double> fastest = Tempo.fastestEarlySeconds(set.set());
    return fastest.isEmpty()
        ? List.of()
        : straight(Metric.VELOCITY_LOSS_BY_DURATION_RATIO, set).stream()
            .map(point -> new Point(point.rep(), fastest.get() / (1 - point.value())))
            .toList();
  }

  static double perRep(List<Point> points) {
    Point first = points.getFirst();
    Point last = points.getLast();
    return (last.value() - first.value()) / (last.rep() - first.rep());
  }

  private static List<Point> straight(Metric metric, SetReport set) {
    Optional<Drift> drift = beyondNoise(metric, set.set());
    List<Rep> clean = set.cleanReps().stream().filter(rep -> rep.metrics().get(metric).isPresent()).toList();
    if (drift.isEmpty() || clean.size() < 2) {
      return List.of();
    }
    double slope = drift.get().slopePerRep();
    double intercept =
        median(clean.stream().mapToDouble(r -> r.metrics().get(metric).orElseThrow() - slope * r.index()).toArray());
    return clean.stream().map(rep -> new Point(rep.index(), intercept + slope * rep.index())).toList();
  }

  private static Optional<Drift> beyondNoise(Metric metric, WorkSet set) {
    return set.drift().stream().filter(drift -> drift.metric() == metric && drift.beyondNoise()).findFirst();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
