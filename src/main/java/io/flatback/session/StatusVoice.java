package io.flatback.session;

import io.flatback.link.HostClock;
import io.flatback.session.SessionEvent.SensorStatus;
import io.flatback.session.SessionEvent.SensorStatus.State;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalDecoder;
import io.flatback.signal.StreamFacts;
import org.jspecify.annotations.Nullable;

/** Tells a sensor's listener its state: a new one at once, what else is new about it once a second. */
final class StatusVoice {
  private static final long EVERY_NANOS = 1_000_000_000L;

  private final String sensor;
  private final Placement placement;
  private final SignalDecoder decoder;
  private final SensorListener listener;
  private final LinkMeter meter;
  private final HostClock clock;
  private @Nullable SensorStatus said;
  private long saidNanos;

  StatusVoice(
      String sensor,
      Placement placement,
      SignalDecoder decoder,
      SensorListener listener,
      LinkMeter meter,
      HostClock clock) {
    this.sensor = sensor;
    this.placement = placement;
    this.decoder = decoder;
    this.listener = listener;
    this.meter = meter;
    this.clock = clock;
  }

  /** What the link itself measures; asked on the sensor's thread. */
  interface LinkMeter {
    LinkFigures figures(StreamFacts facts);
  }

  void say(State state, String reason) {
    long nowNanos = clock.nanoTime();
    SensorStatus before = said;
    boolean newState = before == null || before.state() != state;
    boolean newReason = before == null || !before.reason().equals(reason);
    boolean alive = state == State.STREAMING || state == State.DEGRADED;
    if (newState || ((newReason || alive) && nowNanos - saidNanos >= EVERY_NANOS)) {
      StreamFacts facts = decoder.facts();
      SensorStatus status = new SensorStatus(
          sensor,
          placement,
          state,
          reason,
          facts.device(),
          meter.figures(facts));
      said = status;
      saidNanos = nowNanos;
      listener.status(status);
    }
  }
}
