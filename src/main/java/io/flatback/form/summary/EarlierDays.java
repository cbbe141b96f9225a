package io.flatback.form.summary;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Sets of the wearer's sessions before this one.
 *
 * @param sessions newest first, the sets of each in order; their stretch is {@link #ANOTHER_DAY}
 */
public record EarlierDays(List<List<SetFacts>> sessions) {
  public static final EarlierDays NONE = new EarlierDays(List.of());

  /** Never that of a set of today: between days the sensor sat otherwise. */
  public static final int ANOTHER_DAY = -1;

  public EarlierDays {
    sessions = sessions.stream().map(List::copyOf).toList();
  }

  /** The same set last time: of the same exercise and load, both named, in the newest session that has one. */
  Optional<SetFacts> lastTime(SetFacts now) {
    return sessions.stream()
        .flatMap(
            session ->
                session.stream()
                    .filter(now::isAlike)
                    .min(Comparator.comparingInt(set -> Math.abs(set.index() - now.index())))
                    .stream())
        .findFirst();
  }
}
