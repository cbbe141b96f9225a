package io.flatback.form.summary;

import io.flatback.form.Drift;
import io.flatback.form.NoiseBand;
import io.flatback.form.Warning;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepWords;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was measured and found in one set, which may still go on.
 *
 * @param index from 1 within the session
 * @param loadKg null when nobody said
 * @param stretch angles are compared between sets of the same stretch only: the sensor sat alike in them
 * @param drift at least that of the posture metric, where it is known
 */
public record SetFacts(
    int index,
    String exercise,
    boolean exerciseGuessed,
    @Nullable Double loadKg,
    int stretch,
    List<Rep> reps,
    List<Warning> warnings,
    List<Drift> drift,
    List<NoiseBand> bands) {

  public SetFacts {
    reps = List.copyOf(reps);
    warnings = List.copyOf(warnings);
    drift = List.copyOf(drift);
    bands = List.copyOf(bands);
  }

  /** The metric that posture is judged by: lumbar flexion where two sensors saw it. */
  public Metric posture() {
    return postureOf(reps);
  }

  public static Metric postureOf(List<Rep> reps) {
    boolean seenByTwo = reps.stream().anyMatch(r -> r.metrics().get(Metric.LUMBAR_FLEXION_AT_ONSET_DEG).isPresent());
    return seenByTwo ? Metric.LUMBAR_FLEXION_AT_ONSET_DEG : Metric.INCLINATION_AT_ONSET_DEG;
  }

  List<Rep> clean() {
    return reps.stream().filter(Rep::isClean).toList();
  }

  Optional<NoiseBand> band(Metric metric) {
    return bands.stream().filter(band -> band.metric() == metric).findFirst();
  }

  Optional<Drift> drift(Metric metric) {
    return drift.stream().filter(one -> one.metric() == metric).findFirst();
  }

  RepWords words() {
    return RepWords.of(exercise, exerciseGuessed);
  }

  /** Of the same exercise, which somebody named. */
  boolean isSameExercise(SetFacts other) {
    return exercise.equals(other.exercise) && !exerciseGuessed && !other.exerciseGuessed;
  }

  /** Of the same exercise at the same load, both known. */
  boolean isAlike(SetFacts other) {
    return isSameExercise(other) && loadKg != null && loadKg.equals(other.loadKg);
  }
}
