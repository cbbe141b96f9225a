package io.flatback.signal;

import java.io.IOException;

/**
 * Walks over the signal events of one or two sensors in order of time. No event is built before it is
 * asked for, and only the current one is held.
 */
public interface SignalCursor {
  /**
   * Moves on to the next event.
   *
   * @return false when there is none: for a file its end, for a live decoder all that was offered so far
   */
  boolean next() throws IOException;

  /** Which sensor the current event belongs to. */
  Placement placement();

  /** The current event. */
  SignalEvent event();
}
