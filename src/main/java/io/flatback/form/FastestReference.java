package io.flatback.form;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import io.flatback.lift.Rep;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Concentric durations against the fastest of the first three clean reps, told as velocity loss: 1 − T_ref /
 * T_i. The chart beside it runs on the logarithm of the duration, whose mean is taken of the first reps.
 */
final class FastestReference implements Reference {
  private static final int CANDIDATES = Evidence.CATALOGUE.count(ThresholdKey.VELOCITY_REFERENCE_REPS);

  private final int size;
  private final List<Integer> reps = new ArrayList<>();
  private double sumOfLogs;
  private int candidates;
  private double fastestSeconds = Double.POSITIVE_INFINITY;

  /** @param size of the chart's mean, at most three */
  FastestReference(int size) {
    this.size = size;
  }

  @Override
  public OptionalDouble measured(Rep rep) {
    return VelocityLoss.concentricSeconds(rep);
  }

  @Override
  public void learn(int rep, double seconds) {
    if (candidates < CANDIDATES) {
      candidates++;
      fastestSeconds = Math.min(fastestSeconds, seconds);
    }
    if (!isComplete()) {
      reps.add(rep);
      sumOfLogs += Math.log(seconds);
    }
  }

  @Override
  public boolean isComplete() {
    return reps.size() == size;
  }

  @Override
  public List<Integer> reps() {
    return List.copyOf(reps);
  }

  @Override
  public double baseline() {
    return 0;
  }

  @Override
  public double change(double seconds) {
    return 1 - fastestSeconds / seconds;
  }

  @Override
  public double changeAtDistance(double distance) {
    return change(meanSeconds() * Math.exp(distance));
  }

  /** The fastest early rep is a single one too. */
  @Override
  public double detectableChange(Noise noise) {
    return change(fastestSeconds * Math.exp(noise.detectableChange(1)));
  }

  /** Geometric mean of the first reps. */
  double meanSeconds() {
    return Math.exp(sumOfLogs / reps.size());
  }
}
