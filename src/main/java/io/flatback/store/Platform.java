package io.flatback.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place to lift at, with its sensors.
 *
 * @param athleteId who lifts there now; null for nobody
 */
public record Platform(
    String id, String name, Instant createdAt, @Nullable String athleteId, List<String> sensorIds) {
  public Platform {
    sensorIds = List.copyOf(sensorIds);
  }
}
