package io.flatback.session;

import io.flatback.signal.MissingReadings;
import io.flatback.signal.MissingReadings.Stretch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides when to ask a device for readings that were lost: one stretch at a time, again when nothing of it
 * comes, and no more when that does not help. Sensor's thread only.
 */
final class BackfillTalk {
  /** Late frames come between live ones, so within a tenth of a second. own: ten times that. */
  private static final long PATIENCE_NANOS = 1_000_000_000L;

  private static final int MOST_ASKS = 3;
  private static final int MOST_AT_ONCE = 0xFFFF;
  private static final long U32 = 0xFFFF_FFFFL;

  private @Nullable Stretch asked;
  private long receivedBefore;
  private long sinceNanos;
  private int asks;

  void connected() {
    asked = null;
  }

  /** @return what to ask for now */
  Optional<Stretch> due(long nowNanos, MissingReadings missing) {
    Stretch first = missing.first().orElse(null);
    if (first == null) {
      asked = null;
      return Optional.empty();
    }
    if (asked == null || !sameEnd(asked, first)) {
      return ask(first, nowNanos, missing, 1);
    }
    if (missing.receivedReadings() != receivedBefore) {
      receivedBefore = missing.receivedReadings();
      sinceNanos = nowNanos;
      asks = 1;
      return Optional.empty();
    }
    return nowNanos - sinceNanos < PATIENCE_NANOS ? Optional.empty() : askAgain(first, nowNanos, missing);
  }

  /** Readings come from the beginning on: what is left has the end of what was asked for. */
  private static boolean sameEnd(Stretch one, Stretch other) {
    return ((one.fromIndex() + one.count()) & U32) == ((other.fromIndex() + other.count()) & U32);
  }

  private Optional<Stretch> askAgain(Stretch first, long nowNanos, MissingReadings missing) {
    if (asks < MOST_ASKS) {
      return ask(first, nowNanos, missing, asks + 1);
    }
    missing.giveUp(first);
    asked = null;
    return Optional.empty();
  }

  private Optional<Stretch> ask(Stretch stretch, long nowNanos, MissingReadings missing, int time) {
    asked = stretch;
    receivedBefore = missing.receivedReadings();
    sinceNanos = nowNanos;
    asks = time;
    return Optional.of(new Stretch(stretch.fromIndex(), Math.min(stretch.count(), MOST_AT_ONCE)));
  }
}
