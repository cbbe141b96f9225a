package io.flatback.session;

import java.util.random.RandomGenerator;

/**
 * How long to wait before a link is tried again: longer each time, with chance in it so that many do not
 * try in step, and never so long that a device which is back would wait two seconds.
 */
final class Backoff {
  private static final long FIRST_NANOS = 100_000_000L;
  private static final long LONGEST_NANOS = 800_000_000L;
  private static final double CHANCE = 0.2;

  private final RandomGenerator random;
  private long nextNanos = FIRST_NANOS;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** The link was of use: the next trouble is a new one. */
  void reset() {
    nextNanos = FIRST_NANOS;
  }

  long nextNanos() {
    long nanos = Math.round(nextNanos * (1 + CHANCE * (2 * random.nextDouble() - 1)));
    nextNanos = Math.min(2 * nextNanos, LONGEST_NANOS);
    return nanos;
  }
}
