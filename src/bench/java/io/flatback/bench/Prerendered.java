package io.flatback.bench;

import io.flatback.signal.Placement;
import io.flatback.signal.SignalCursor;
import io.flatback.signal.SignalEvent;
import io.flatback.sim.SimulatedReader;
import io.flatback.sim.SimulatedRecording;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A simulated lifter whose readings were worked out before: only what the service does for them takes time later. */
final class Prerendered implements SignalCursor, Closeable {
  private final List<SignalEvent> events = new ArrayList<>();
  private int next = -1;

  Prerendered(SimulatedRecording recording) throws IOException {
    try (SimulatedReader reader = recording.open()) {
      while (reader.next()) {
        events.add(reader.event());
      }
    }
  }

  @Override
  public boolean next() {
    return ++next < events.size();
  }

  @Override
  public Placement placement() {
    return Placement.LUMBAR;
  }

  @Override
  public SignalEvent event() {
    return events.get(next);
  }

  @Override
  public void close() {}
}
