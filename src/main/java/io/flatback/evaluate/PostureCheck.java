package io.flatback.evaluate;

import io.flatback.session.SeriesRow;
import io.flatback.session.SeriesSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One angle of the series against the true one. Both are taken against their own standing: their mean over the
 * samples at which the body stood.
 */
final class PostureCheck implements SeriesSink {
  private static final double STANDING_SECONDS = 2.0;
  private static final double STANDING_DEG = 2.0;
  private static final double SAME_NANOS = 1_000;

  private final double[] timesSeconds;
  private final double[] trueDeg;
  private final double[] foundDeg;
  private final IntPredicate standing;
  private final ToDoubleFunction<SeriesRow> angleDeg;
  private int next;

  private PostureCheck(
      double[] timesSeconds, double[] trueDeg, IntPredicate standing, ToDoubleFunction<SeriesRow> angleDeg) {
    this.timesSeconds = timesSeconds;
    this.trueDeg = trueDeg;
    this.foundDeg = new double[timesSeconds.length];
    Arrays.fill(foundDeg, Double.NaN);
    this.standing = standing;
    this.angleDeg = angleDeg;
  }

  /** Stood in the first two seconds, as long as the truth has hardly moved yet. */
  static PostureCheck measured(double[] timesSeconds, double[] trueDeg, ToDoubleFunction<SeriesRow> angleDeg) {
    double[] times = timesSeconds.clone();
    double[] truth = trueDeg.clone();
    return new PostureCheck(
        times, truth, i -> times[i] - times[0] < STANDING_SECONDS && isNear(truth[i], truth[0]), angleDeg);
  }

  /** Stood whenever the truth is near 0, which is this lifter's standing. */
  static PostureCheck simulated(double[] timesSeconds, double[] trueDeg, ToDoubleFunction<SeriesRow> angleDeg) {
    double[] truth = trueDeg.clone();
    return new PostureCheck(timesSeconds.clone(), truth, i -> isNear(truth[i], 0), angleDeg);
  }

  private static boolean isNear(double degrees, double other) {
    return Math.abs(degrees - other) < STANDING_DEG;
  }

  @Override
  public void row(SeriesRow row) {
    double now = row.timeNanos() * 1e-9;
    while (next < timesSeconds.length && timesSeconds[next] < now - SAME_NANOS * 1e-9) {
      next++;
    }
    if (next < timesSeconds.length && Math.abs(timesSeconds[next] - now) < SAME_NANOS * 1e-9) {
      foundDeg[next] = angleDeg.applyAsDouble(row);
    }
  }

  /** @param reps whose peaks are compared, each within its stretch */
  AngleScore score(List<Span> reps) {
    double trueStanding = standing(trueDeg);
    double foundStanding = standing(foundDeg);
    AngleScore.Sum sum = new AngleScore.Sum();
    for (int i = 0; i < trueDeg.length; i++) {
      sum.add(foundDeg[i] - foundStanding - (trueDeg[i] - trueStanding));
    }
    List<Double> peaks = new ArrayList<>();
    for (Span rep : reps) {
      double error = peak(foundDeg, rep) - foundStanding - (peak(trueDeg, rep) - trueStanding);
      if (Double.isFinite(error)) {
        peaks.add(Math.abs(error));
      }
    }
    return sum.score(new Errors(peaks));
  }

  /** The truth against its own standing. */
  double[] trueLeanDeg() {
    double offset = mean(trueDeg, standing);
    return Arrays.stream(trueDeg).map(deg -> deg - offset).toArray();
  }

  private double peak(double[] values, Span rep) {
    double peak = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      if (rep.holds(timesSeconds[i]) && !Double.isNaN(foundDeg[i]) && values[i] > peak) {
        peak = values[i];
      }
    }
    return peak;
  }

  /** Only where there is something to compare. */
  private double standing(double[] values) {
    return mean(values, i -> standing.test(i) && !Double.isNaN(foundDeg[i]));
  }

  private static double mean(double[] values, IntPredicate which) {
    return IntStream.range(0, values.length).filter(which).mapToDouble(i -> values[i]).average().orElse(0);
  }
}
