package io.flatback.store;

import java.time.Instant;

/**
 * Who lifts.
 *
 * @param settingsJson a JSON object that the store keeps and does not read
 * @param vibration a warning is to be felt: the motor of the sensor runs
 */
public record Athlete(String id, String name, Instant createdAt, String settingsJson, boolean vibration) {}
