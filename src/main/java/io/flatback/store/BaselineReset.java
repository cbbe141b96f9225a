package io.flatback.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment from which on an athlete's noise is learnt anew.
 *
 * @param exercise null: all
 * @param undoneAt null while it holds
 */
public record BaselineReset(
    String id, String athleteId, @Nullable String exercise, Instant madeAt, @Nullable Instant undoneAt) {}
