package io.flatback.session.compare;

import io.flatback.form.summary.EarlierDays;
import io.flatback.form.summary.SetFacts;
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

  /** For comparison with sets of a later day; none where the sensor did not follow the back. */
  public List<SetFacts> facts() {
    return result.mounting().followsBack()
        ? sets().stream().map(one -> one.set().facts(EarlierDays.ANOTHER_DAY)).toList()
        : List.of();
  }

  /** Those that have a rep. */
  public List<ComparedSet> sets() {
    return result.sets().stream()
        .filter(set -> !set.reps().isEmpty())
        .map(set -> new ComparedSet(name, startedAt, result, set))
        .toList();
  }
}
