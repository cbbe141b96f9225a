package io.flatback.store;

import io.flatback.recording.RecordingReader;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sensors of a session in order of time; of two at the same time the first. */
final class SessionReader implements RecordingReader {
  private final List<SensorChain> chains;
  private @Nullable SensorChain current;

  SessionReader(List<SensorChain> chains) throws IOException {
    this.chains = new ArrayList<>();
    for (SensorChain chain : chains) {
      if (chain.next()) {
        this.chains.add(chain);
      }
    }
  }

  @Override
  public boolean next() throws IOException {
    if (current != null && !current.next()) {
      chains.remove(current);
    }
    current = earliest();
    return current != null;
  }

  private @Nullable SensorChain earliest() {
    SensorChain earliest = null;
    for (SensorChain chain : chains) {
      if (earliest == null || chain.event().timeNanos() < earliest.event().timeNanos()) {
        earliest = chain;
      }
    }
    return earliest;
  }

  @Override
  public Placement placement() {
    return now().placement();
  }

  @Override
  public SignalEvent event() {
    return now().event();
  }

  private SensorChain now() {
    if (current == null) {
      throw new IllegalStateException("no current event: next() has not said true");
    }
    return current;
  }

  /** Nothing is held between two reads. */
  @Override
  public void close() {}
}
