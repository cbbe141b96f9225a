package io.flatback.recording;

import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import org.jspecify.annotations.Nullable;

/** The few events that one row gives rise to. */
final class EventQueue {
  /** Two sensors, each with a gap and a sample. */
  private static final int CAPACITY = 4;

  private final Placement[] placements = new Placement[CAPACITY];
  private final @Nullable SignalEvent[] events = new SignalEvent[CAPACITY];
  private int count;
  private int taken;

  void add(Placement placement, SignalEvent event) {
    placements[count] = placement;
    events[count++] = event;
  }

  boolean hasSample() {
    return count > 0 && events[count - 1] instanceof Sample;
  }

  /** Moves to the next event. */
  boolean take() {
    if (taken == count) {
      taken = 0;
      count = 0;
      return false;
    }
    taken++;
    return true;
  }

  Placement placement() {
    return placements[taken - 1];
  }

  SignalEvent event() {
    SignalEvent event = taken == 0 ? null : events[taken - 1];
    if (event == null) {
      throw new IllegalStateException("no current event: call next() and see that it returns true");
    }
    return event;
  }
}
