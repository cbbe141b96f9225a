package io.flatback.session.compare;

import io.flatback.session.SessionResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record whose sets are to be compared.
 *
 * @param name for people
 * @param startedAt null when it does not say
 */
public record ComparedRecord(String name, @Nullable Instant startedAt, SessionResult result) {

  /** Those that have a rep. */
  public List<ComparedSet> sets() {
    return result.sets().stream()
        .filter(set -> !set.reps().isEmpty())
        .map(set -> new ComparedSet(name, startedAt, result, set))
        .toList();
  }
}
