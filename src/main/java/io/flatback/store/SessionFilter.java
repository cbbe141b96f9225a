package io.flatback.store;

import org.jspecify.annotations.Nullable;

/** Which sessions are wanted; null means all. */
public record SessionFilter(@Nullable String athleteId, TrainingSession.@Nullable State state) {
  public static final SessionFilter ALL = new SessionFilter(null, null);

  public static SessionFilter ofAthlete(String athleteId) {
    return new SessionFilter(athleteId, null);
  }
}
