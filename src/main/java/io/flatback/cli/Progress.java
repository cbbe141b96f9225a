package io.flatback.cli;

import io.flatback.link.HostClock;

/**
 * What a command that takes its time is doing: nothing in the first second; then a line that is drawn over
 * where somebody watches, and a plain line every ten seconds where nobody does.
 */
public final class Progress implements AutoCloseable {
  private static final long QUIET_NANOS = 1_000_000_000L;
  private static final long REDRAW_NANOS = 200_000_000L;
  private static final long PLAIN_NANOS = 10_000_000_000L;
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final Terminal terminal;
  private final HostClock clock;
  private long nextNanos;
  private boolean drawn;

  public Progress(Terminal terminal, HostClock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.nextNanos = clock.nanoTime() + QUIET_NANOS;
  }

  /** A line that costs nothing unless it is shown. */
  public interface Line {
    String text();
  }

  public void show(Line line) {
    long nowNanos = clock.nanoTime();
    if (nowNanos - nextNanos < 0) {
      return;
    }
    nextNanos = nowNanos + (terminal.interactive() ? REDRAW_NANOS : PLAIN_NANOS);
    if (terminal.interactive()) {
      terminal.err().print(ERASE_LINE + line.text());
      terminal.err().flush();
      drawn = true;
    } else {
      terminal.err().println(line.text());
    }
  }

  @Override
  public void close() {
    clear();
  }

  /** Takes the drawn line away, so that something else can be said. */
  public void clear() {
    if (drawn) {
      terminal.err().print(ERASE_LINE);
      terminal.err().flush();
      drawn = false;
    }
  }
}
