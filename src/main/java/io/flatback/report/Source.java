package io.flatback.report;

import org.jspecify.annotations.Nullable;

/**
 * What a number rests on.
 *
 * @param citation in a line; empty where only the key is known
 * @param link for people to follow; null where there is none
 */
public record Source(String key, String title, String citation, @Nullable String link) {}
