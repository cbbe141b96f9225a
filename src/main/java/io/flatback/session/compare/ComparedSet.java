package io.flatback.session.compare;

import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set and the record that it stands in.
 *
 * @param record what the record is called, for people; the same for the sets of one record
 * @param startedAt of the record; null when it does not say
 */
public record ComparedSet(String record, @Nullable Instant startedAt, SessionResult result, WorkSet set) {

  boolean hasPlacementsOf(ComparedSet other) {
    return placements().equals(other.placements());
  }

  private List<Integer> placements() {
    return result.mounting().sensors().keySet().stream().map(Enum::ordinal).sorted().toList();
  }
}
