package io.flatback.store;

import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalCursor;
import io.flatback.signal.SignalEvent;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The streams of one sensor, one after the other on the session's time line, a gap between each two. */
final class SensorChain implements SignalCursor {
  private final Iterator<Link> links;
  private @Nullable StreamCursor cursor;
  private LongUnaryOperator shiftNanos = timeNanos -> 0;
  private long laterNanos;
  /** The first event of a stream waits while the gap before it is given out. */
  private boolean waiting;
  private boolean begun;
  private long lastNanos;
  private @Nullable SignalEvent event;

  /** @param shiftNanos from the stream's own time line to the session's, at a time of the stream's */
  record Link(StreamSource source, LongUnaryOperator shiftNanos) {}

  SensorChain(List<Link> links) {
    this.links = links.iterator();
  }

  @Override
  public boolean next() throws IOException {
    if (waiting) {
      waiting = false;
      return take(current());
    }
    if (cursor != null && cursor.next()) {
      return take(cursor);
    }
    return nextStream();
  }

  private boolean nextStream() throws IOException {
    while (links.hasNext()) {
      Link link = links.next();
      cursor = link.source().open();
      if (cursor.next()) {
        return begin(cursor, link.shiftNanos());
      }
    }
    return false;
  }

  private boolean begin(StreamCursor next, LongUnaryOperator wantedShiftNanos) {
    shiftNanos = wantedShiftNanos;
    laterNanos = 0;
    if (!begun) {
      begun = true;
      return take(next);
    }
    // Clocks may disagree by a little, and a file may be played faster than life: time never goes back.
    long timeNanos = next.event().timeNanos();
    laterNanos = Math.max(0, lastNanos + 1 - timeNanos - shiftNanos.applyAsLong(timeNanos));
    long firstNanos = timeNanos + shiftNanos.applyAsLong(timeNanos) + laterNanos;
    event = new Gap(lastNanos, firstNanos, Gap.Reason.LINK_DOWN, 0);
    lastNanos = firstNanos;
    waiting = true;
    return true;
  }

  private boolean take(StreamCursor from) {
    SignalEvent own = from.event();
    SignalEvent shifted = shifted(own, shiftNanos.applyAsLong(own.timeNanos()) + laterNanos);
    event = shifted;
    lastNanos = Math.max(lastNanos, endNanos(shifted));
    return true;
  }

  private static long endNanos(SignalEvent event) {
    return switch (event) {
      case Sample sample -> sample.timeNanos();
      case Gap gap -> gap.endNanos();
    };
  }

  private static SignalEvent shifted(SignalEvent event, long byNanos) {
    if (byNanos == 0) {
      return event;
    }
    return switch (event) {
      case Sample s ->
          new Sample(
              s.timeNanos() + byNanos,
              s.accXMps2(),
              s.accYMps2(),
              s.accZMps2(),
              s.gyroXRadPerSec(),
              s.gyroYRadPerSec(),
              s.gyroZRadPerSec(),
              s.clipped());
      case Gap g -> new Gap(g.timeNanos() + byNanos, g.endNanos() + byNanos, g.reason(), g.missingSamples());
    };
  }

  private StreamCursor current() {
    return Objects.requireNonNull(cursor, "no stream yet");
  }

  @Override
  public Placement placement() {
    return current().placement();
  }

  @Override
  public SignalEvent event() {
    return Objects.requireNonNull(event, "no current event: next() has not said true");
  }
}
