package io.flatback.report;

import org.jspecify.annotations.Nullable;

/**
 * One of the three numbers of the first screen.
 *
 * @param value with its unit; null where it can't be had, and then {@code note} says why
 * @param plusMinus null where it is exact or not known
 */
public record KeyNumber(String label, @Nullable String value, @Nullable String plusMinus, String note) {}
