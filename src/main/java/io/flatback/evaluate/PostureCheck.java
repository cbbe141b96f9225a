package io.flatback.evaluate;

import io.flatback.session.SeriesRow;
import io.flatback.session.SeriesSink;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * One angle of the series against the true one. Both are taken against their own standing: their mean over
 * those samples of the first two seconds at which the truth has hardly moved yet.
 */
final class PostureCheck implements SeriesSink {
  private static final double STANDING_SECONDS = 2.0;
  private static final double STANDING_DEG = 2.0;

  private final double[] timesSeconds;
  private final double[] trueDeg;
  private final double[] foundDeg;
  private final ToDoubleFunction<SeriesRow> angleDeg;
  private int next;

  PostureCheck(double[] timesSeconds, double[] trueDeg, ToDoubleFunction<SeriesRow> angleDeg) {
    this.timesSeconds = timesSeconds.clone();
    this.trueDeg = trueDeg.clone();
    this.foundDeg = new double[timesSeconds.length];
    Arrays.fill(foundDeg, Double.NaN);
    this.angleDeg = angleDeg;
  }

  @Override
  public void row(SeriesRow row) {
    double now = row.timeNanos() * 1e-9;
    while (next < timesSeconds.length && timesSeconds[next] < now - 1e-6) {
      next++;
    }
    if (next < timesSeconds.length && Math.abs(timesSeconds[next] - now) < 1e-6) {
      foundDeg[next] = angleDeg.applyAsDouble(row);
    }
  }

  Optional<AngleScore> score() {
    double trueStanding = standing(trueDeg);
    double foundStanding = standing(foundDeg);
    AngleScore.Sum sum = new AngleScore.Sum();
    for (int i = 0; i < trueDeg.length; i++) {
      sum.add(foundDeg[i] - foundStanding - (trueDeg[i] - trueStanding));
    }
    AngleScore score = sum.score();
    return score.samples() == 0 ? Optional.empty() : Optional.of(score);
  }

  private double standing(double[] values) {
    double sum = 0.0;
    int count = 0;
    for (int i = 0; i < values.length && timesSeconds[i] - timesSeconds[0] < STANDING_SECONDS; i++) {
      if (Math.abs(trueDeg[i] - trueDeg[0]) < STANDING_DEG && !Double.isNaN(values[i])) {
        sum += values[i];
        count++;
      }
    }
    return count == 0 ? 0.0 : sum / count;
  }
}
