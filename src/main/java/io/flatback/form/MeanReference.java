package io.flatback.form;

import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The mean of the first clean reps, for angles and the like. */
final class MeanReference implements Reference {
  private final Metric metric;
  private final int size;
  private final List<Integer> reps = new ArrayList<>();
  private double sum;

  MeanReference(Metric metric, int size) {
    this.metric = metric;
    this.size = size;
  }

  @Override
  public OptionalDouble measured(Rep rep) {
    return rep.isClean() ? rep.metrics().get(metric) : OptionalDouble.empty();
  }

  @Override
  public void learn(int rep, double measured) {
    if (!isComplete()) {
      reps.add(rep);
      sum += measured;
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
    return sum / reps.size();
  }

  @Override
  public double change(double measured) {
    return measured - baseline();
  }

  @Override
  public double changeAtDistance(double distance) {
    return distance;
  }

  @Override
  public double detectableChange(Noise noise) {
    return noise.detectableChange(size);
  }
}
