package io.flatback.session;

import io.flatback.form.Drift;
import io.flatback.form.NoiseBand;
import io.flatback.form.Warning;
import io.flatback.form.summary.SetFacts;
import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.Rep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One set of repetitions with everything found in it.
 *
 * @param index from 1 within the session
 * @param exercise name of its profile
 * @param exerciseGuessed nobody said which exercise it was
 * @param loadKg null when nobody said
 * @param trace the angles of the set, thinned for drawing
 */
public record WorkSet(
    int index,
    String exercise,
    boolean exerciseGuessed,
    long startNanos,
    long endNanos,
    @Nullable Double loadKg,
    List<Rep> reps,
    List<RejectedCandidate> rejected,
    List<Warning> warnings,
    List<Drift> drift,
    List<NoiseBand> bands,
    AngleTrace trace) {

  public WorkSet {
    reps = List.copyOf(reps);
    rejected = List.copyOf(rejected);
    warnings = List.copyOf(warnings);
    drift = List.copyOf(drift);
    bands = List.copyOf(bands);
  }

  /** @param stretch in which the sensor sat alike */
  public SetFacts facts(int stretch) {
    return new SetFacts(index, exercise, exerciseGuessed, loadKg, stretch, reps, warnings, drift, bands);
  }
}
