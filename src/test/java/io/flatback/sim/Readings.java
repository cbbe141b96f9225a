package io.flatback.sim;

import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalCursor;
import io.flatback.signal.SignalEvent;
import java.util.Iterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A cursor over events that a test makes up. */
public final class Readings implements SignalCursor {
  private final Iterator<? extends SignalEvent> events;
  private SignalEvent event = sample(0);

  public Readings(Stream<? extends SignalEvent> events) {
    this.events = events.iterator();
  }

  /** A hinge every two seconds, at an even rate. */
  public static Readings hinges(double rateHz, double seconds) {
    return new Readings(
        LongStream.range(0, Math.round(rateHz * seconds)).mapToObj(i -> sample(Math.round(i * 1e9 / rateHz))));
  }

  public static Sample sample(long nanos) {
    double lean = Math.sin(Math.PI * nanos * 1e-9);
    double g = Sample.STANDARD_GRAVITY_MPS2;
    return new Sample(nanos, g * Math.sin(lean), g * Math.cos(lean), 0.1, 0.02, -0.01, 3 * lean, false);
  }

  @Override
  public boolean next() {
    if (!events.hasNext()) {
      return false;
    }
    event = events.next();
    return true;
  }

  @Override
  public Placement placement() {
    return Placement.LUMBAR;
  }

  @Override
  public SignalEvent event() {
    return event;
  }
}
