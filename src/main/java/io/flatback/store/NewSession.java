package io.flatback.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a session when it starts.
 *
 * @param platformId null when it belongs to none
 * @param exercise name of a profile; null: to be guessed
 * @param loadKg null when nobody said
 * @param startedAt null: now; given for a recording that is imported
 */
public record NewSession(
    String athleteId,
    @Nullable String platformId,
    List<String> sensorIds,
    @Nullable String exercise,
    @Nullable Double loadKg,
    @Nullable Instant startedAt) {
  public NewSession {
    sensorIds = List.copyOf(sensorIds);
    if (sensorIds.isEmpty()) {
      throw new IllegalArgumentException("a session needs a sensor, found none");
    }
  }

  public static NewSession now(String athleteId, List<String> sensorIds) {
    return new NewSession(athleteId, null, sensorIds, null, null, null);
  }
}
