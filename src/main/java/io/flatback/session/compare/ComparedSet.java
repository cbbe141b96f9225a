package io.flatback.session.compare;

import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A set and the record that it stands in.
 *
 * @param record what the record is called, for people; the same for the sets of one record
 * @param startedAt of the record; null when it does not say
 */
public record ComparedSet(String record, @Nullable Instant startedAt, SessionResult result, WorkSet set) {

  boolean isOfTheRecordOf(ComparedSet other) {
    return record.equals(other.record) && Objects.equals(startedAt, other.startedAt) && result.equals(other.result);
  }

  boolean hasPlacementsOf(ComparedSet other) {
    return result.mounting().sensors().keySet().equals(other.result.mounting().sensors().keySet());
  }
}
