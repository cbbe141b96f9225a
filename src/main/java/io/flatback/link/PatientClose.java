package io.flatback.link;

import java.time.Duration;

/**
 * Closes something once whoever uses it lets go, and waits for that a while at most: a native read that never comes
 * back must not keep the caller for ever. Closing then goes on behind him. Any thread.
 */
public final class PatientClose {
  /** own: five times as long as a read waits. */
  public static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Thread closing;
  private boolean started;

  /** @param close may wait for as long as it takes */
  public PatientClose(String what, Runnable close) {
    this.closing = Thread.ofPlatform().daemon().name("closing " + what).unstarted(close);
  }

  public void close() {
    start();
    long untilNanos = System.nanoTime() + PATIENCE.toNanos();
    boolean interrupted = false;
    while (closing.isAlive() && System.nanoTime() < untilNanos) {
      try {
        closing.join(Math.max(1, (untilNanos - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException stopped) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void start() {
    if (!started) {
      started = true;
      closing.start();
    }
  }
}
