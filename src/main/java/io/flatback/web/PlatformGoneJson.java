package io.flatback.web;

import java.time.Instant;

/** Data of the live event {@code platform_gone}. */
record PlatformGoneJson(String platform, Instant at) {}
