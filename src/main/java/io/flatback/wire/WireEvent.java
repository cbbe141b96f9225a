package io.flatback.wire;

/** What a stream of bytes is made of: messages, and what was not one. */
public sealed interface WireEvent permits WireMessage, WireFault {}
