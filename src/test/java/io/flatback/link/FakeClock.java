package io.flatback.link;

/** A clock on which hours pass as soon as somebody waits for them. */
public final class FakeClock implements HostClock {
  private static final long START_NANOS = 1_000_000_000_000L;

  private long nanos = START_NANOS;

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public synchronized void sleep(long sleptNanos) {
    nanos += Math.max(0, sleptNanos);
  }

  /** Since it was made. */
  public double seconds() {
    return (nanoTime() - START_NANOS) * 1e-9;
  }
}
