package io.flatback.web;

/**
 * Something was plugged in, or out.
 *
 * @param sensor its address, as {@code --sensor} takes it
 * @param description what the port calls itself
 */
public record PortChange(String sensor, String description, boolean pluggedIn) {}
