package io.flatback.form;

import io.flatback.lift.Rep;
import java.util.List;

/**
 * What one finished set was found to say.
 *
 * @param reps as given, with the velocity loss of each filled in
 * @param warnings every one that was raised, in order
 * @param bands one for each metric whose noise is known and whose first reps were clean
 * @param noise this set's own rep-to-rep noise, from clean reps before any alarm; {@link
 *     AthleteHistory#pooledWith} makes it part of what is known of the wearer
 */
public record SetFindings(
    List<Rep> reps, List<Warning> warnings, List<Drift> drift, List<NoiseBand> bands, AthleteHistory noise) {

  public SetFindings {
    reps = List.copyOf(reps);
    warnings = List.copyOf(warnings);
    drift = List.copyOf(drift);
    bands = List.copyOf(bands);
  }
}
