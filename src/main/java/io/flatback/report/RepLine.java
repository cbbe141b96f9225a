package io.flatback.report;

import io.flatback.lift.Rep;

/** One rep and what is said of it. */
public record RepLine(Rep rep, RepState state) {}
