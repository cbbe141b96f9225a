package io.flatback.session;

import io.flatback.motion.Mounting;
import io.flatback.signal.Placement;
import java.util.List;
import java.util.Map;

/**
 * How the sensors were worn, over the whole of a record: what a first look teaches the second.
 *
 * @param stretches in order of time; each holds until the next begins
 */
record MountingPlan(List<Stretch> stretches) {

  /** @param fromNanos the first stretch holds from the beginning whatever it says here */
  record Stretch(long fromNanos, Map<Placement, Mounting> mountings, boolean followsBack) {}

  MountingPlan {
    stretches = List.copyOf(stretches);
  }

  boolean isEmpty() {
    return stretches.isEmpty();
  }

  /** How many stretches have begun by then. */
  int stretch(long timeNanos) {
    return (int) stretches.stream().skip(1).filter(later -> later.fromNanos() <= timeNanos).count();
  }

  Stretch at(long timeNanos) {
    Stretch found = stretches.getFirst();
    for (Stretch stretch : stretches) {
      if (stretch.fromNanos() <= timeNanos) {
        found = stretch;
      }
    }
    return found;
  }
}
