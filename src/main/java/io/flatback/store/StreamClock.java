package io.flatback.store;

import io.flatback.signal.ArrivalEnvelope;
import io.flatback.signal.Gap;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import java.util.Arrays;

/** How far a stream's own time lies behind the host's clock, learnt once a minute; straight between. */
final class StreamClock {
  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final ArrivalEnvelope envelope = new ArrivalEnvelope();
  private long[] timesNanos = new long[16];
  private long[] offsetsNanos = new long[16];
  private int knots;
  private long firstNanos = Long.MIN_VALUE;
  private long nextNanos;
  private long leastNanos = Long.MAX_VALUE;
  private boolean steady = true;

  void add(SignalEvent event, long arrivalNanos) {
    switch (event) {
      case Sample sample -> add(sample.timeNanos(), arrivalNanos);
      case Gap gap -> {
        if (gap.reason() == Gap.Reason.RESET) {
          envelope.restart();
          nextNanos = gap.endNanos() + MINUTE_NANOS;
        }
      }
    }
  }

  private void add(long timeNanos, long arrivalNanos) {
    if (firstNanos == Long.MIN_VALUE) {
      firstNanos = timeNanos;
      nextNanos = timeNanos + MINUTE_NANOS + MINUTE_NANOS / 10;
    }
    if (timeNanos - firstNanos < MINUTE_NANOS) {
      leastNanos = Math.min(leastNanos, arrivalNanos - timeNanos);
    }
    envelope.add(timeNanos, arrivalNanos);
    if (timeNanos >= nextNanos) {
      nextNanos = timeNanos + MINUTE_NANOS;
      steady &= envelope.isSteady();
      if (knots == 0) {
        learn(firstNanos);
      }
      learn(timeNanos);
    }
  }

  private void learn(long timeNanos) {
    if (knots == timesNanos.length) {
      timesNanos = Arrays.copyOf(timesNanos, 2 * knots);
      offsetsNanos = Arrays.copyOf(offsetsNanos, 2 * knots);
    }
    timesNanos[knots] = timeNanos;
    offsetsNanos[knots++] = envelope.hostNanos(timeNanos) - timeNanos;
  }

  boolean isEmpty() {
    return leastNanos == Long.MAX_VALUE;
  }

  /**
   * Host's less own time at a moment of the stream. Of a stream of less than a minute, or one that is no clock, the
   * least delayed arrival of the first minute says it for good.
   */
  long offsetNanos(long timeNanos) {
    if (knots == 0 || !steady) {
      return leastNanos;
    }
    int found = Arrays.binarySearch(timesNanos, 0, knots, timeNanos);
    int after = found >= 0 ? found : -found - 1;
    if (after == 0 || after == knots) {
      return offsetsNanos[Math.min(after, knots - 1)];
    }
    double share = (double) (timeNanos - timesNanos[after - 1]) / (timesNanos[after] - timesNanos[after - 1]);
    return offsetsNanos[after - 1] + Math.round(share * (offsetsNanos[after] - offsetsNanos[after - 1]));
  }
}
