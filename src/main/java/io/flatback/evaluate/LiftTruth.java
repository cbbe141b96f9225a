package io.flatback.evaluate;

import java.util.List;
import java.util.Optional;

/**
 * All that is known of one wearer's recording.
 *
 * @param reps counts empty where the truth does not say
 * @param idle stretches in which nobody lifted
 * @param inclination waits for the angles of the first sensor's segment
 * @param flexion waits for lumbar flexion; empty with one sensor
 */
record LiftTruth(
    TrueReps reps, List<Span> idle, Optional<PostureCheck> inclination, Optional<PostureCheck> flexion) {
  LiftTruth {
    idle = List.copyOf(idle);
  }
}
