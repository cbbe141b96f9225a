package io.flatback.store;

import java.time.Instant;

/** @param settingsJson a JSON object that the store keeps and does not read */
public record Athlete(String id, String name, Instant createdAt, String settingsJson) {}
