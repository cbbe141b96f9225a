package io.flatback.session;

import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import java.util.List;

/** The main path: from a reading to what it means. Live, replay and analysis run this same class. */
public final class Pipeline {
  public Pipeline(SessionSettings settings) {}

  /** @return the events this reading gave rise to; valid until the next call */
  public List<SessionEvent> update(Placement placement, SignalEvent event) {
    return List.of();
  }

  /** No more readings will come: whatever is open is closed. */
  public List<SessionEvent> finish() {
    return List.of();
  }
}
