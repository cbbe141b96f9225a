package io.flatback.web;

import java.time.Instant;
import java.util.List;

/** All that a page needs to show the present at once. */
record SnapshotJson(Instant at, List<LivePlatform.Shown> platforms) {}
