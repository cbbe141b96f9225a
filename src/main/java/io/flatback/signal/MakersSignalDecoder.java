package io.flatback.signal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the decoders of other makers' devices share: frames go in until their clock gives an event. One thread. */
abstract class MakersSignalDecoder implements SignalDecoder {
  private final Placement placement;
  private @Nullable SignalEvent event;
  private long samples;

  MakersSignalDecoder(Placement placement) {
    this.placement = placement;
  }

  /** Takes in the next frame; false when all bytes offered so far are used up. */
  abstract boolean acceptNext();

  /** The clock's next event; null when there is none yet. */
  abstract @Nullable SignalEvent poll();

  @Override
  public final boolean next() {
    event = poll();
    while (event == null && acceptNext()) {
      event = poll();
    }
    samples += event instanceof Sample ? 1 : 0;
    return event != null;
  }

  @Override
  public final Placement placement() {
    return placement;
  }

  @Override
  public final SignalEvent event() {
    return Objects.requireNonNull(event, "no current event: next() has not said true");
  }

  /** Passed on so far. */
  final long samples() {
    return samples;
  }
}
