package io.flatback.cli.live;

import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.Rep;
import io.flatback.session.WorkSet;
import java.util.List;

/** What was counted in a set and what was not: all that an edit can change by itself. */
record SetCounts(int set, List<Long> lockoutNanos, List<RejectedCandidate> rejected) {
  static SetCounts of(WorkSet set) {
    return new SetCounts(set.index(), set.reps().stream().map(Rep::lockoutNanos).toList(), set.rejected());
  }
}
