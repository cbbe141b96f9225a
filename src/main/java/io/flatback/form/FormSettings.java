package io.flatback.form;

import static io.flatback.form.evidence.ThresholdKey.BASELINE_REPS;
import static io.flatback.form.evidence.ThresholdKey.BASELINE_REPS_OF_SHORT_SET;
import static io.flatback.form.evidence.ThresholdKey.SHORT_SET_REPS;

import io.flatback.form.evidence.Evidence;
import io.flatback.lift.Metric;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the alarm rule is told before a set begins.
 *
 * @param history of this wearer in this exercise, at comparable load
 * @param twoSensors whether the lower back is measured against the sacrum; else its inclination is a proxy
 * @param primary the one metric that may warn
 * @param expectedReps how many the set will have, or had; empty while nobody knows
 */
public record FormSettings(AthleteHistory history, boolean twoSensors, Metric primary, OptionalInt expectedReps) {
  private static final Set<Metric> WITH_ONE = Set.of(Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
  private static final Set<Metric> WITH_TWO =
      Set.of(Metric.LUMBAR_FLEXION_AT_ONSET_DEG, Metric.VELOCITY_LOSS_BY_DURATION_RATIO);

  public FormSettings {
    Set<Metric> able = twoSensors ? WITH_TWO : WITH_ONE;
    if (!able.contains(primary)) {
      throw new IllegalArgumentException(
          "primary metric " + primary.key() + " can't warn with " + (twoSensors ? "two sensors" : "one sensor")
              + ": choose one of " + able.stream().map(Metric::key).sorted().toList());
    }
    if (expectedReps.isPresent() && expectedReps.getAsInt() < 1) {
      throw new IllegalArgumentException("expected reps " + expectedReps.getAsInt() + ": a set has at least 1");
    }
  }

  /** The default primary metric: lumbar flexion with two sensors, velocity loss with one. */
  public static FormSettings of(AthleteHistory history, boolean twoSensors) {
    Metric primary = twoSensors ? Metric.LUMBAR_FLEXION_AT_ONSET_DEG : Metric.VELOCITY_LOSS_BY_DURATION_RATIO;
    return new FormSettings(history, twoSensors, primary, OptionalInt.empty());
  }

  public FormSettings withPrimary(Metric metric) {
    return new FormSettings(history, twoSensors, metric, expectedReps);
  }

  public FormSettings expecting(int reps) {
    return new FormSettings(history, twoSensors, primary, OptionalInt.of(reps));
  }

  /** How many first reps a chart's mean is taken of. */
  int baselineReps() {
    boolean isShort = expectedReps.isPresent() && expectedReps.getAsInt() <= Evidence.CATALOGUE.count(SHORT_SET_REPS);
    return Evidence.CATALOGUE.count(isShort ? BASELINE_REPS_OF_SHORT_SET : BASELINE_REPS);
  }
}
