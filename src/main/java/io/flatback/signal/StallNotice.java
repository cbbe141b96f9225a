package io.flatback.signal;

import java.util.Locale;

/** Remembers the latest stall of a sensor's arrivals for a while, in words for people. One thread. */
final class StallNotice {
  /** As long as the state of a sensor is judged over. */
  static final long REMEMBERED_NANOS = 5_000_000_000L;

  /** A radio that always sends in bunches does not stall between them. */
  private static final double UNUSUAL = 4.0;

  private static final double LATEST_WEIGHT = 1.0 / 32;
  private static final String REMEDY = ": bring the sensor closer";

  private double usualNanos = Double.NaN;
  private long saidNanos;
  private String text = "";

  void interval(long nanos) {
    usualNanos = Double.isNaN(usualNanos) ? nanos : usualNanos + LATEST_WEIGHT * (nanos - usualNanos);
  }

  void caughtUp(long stallNanos, long nowNanos) {
    if (stallNanos > UNUSUAL * usualNanos) {
      say(String.format(Locale.ROOT, "readings stalled for %.0f ms, then all came", stallNanos * 1e-6), nowNanos);
    }
  }

  void suspected(long stallNanos, int missing, long nowNanos) {
    say(
        String.format(
            Locale.ROOT,
            "readings stalled for %.0f ms; about %d may be lost: suspected from arrival times, this sensor can't"
                + " prove it",
            stallNanos * 1e-6,
            missing),
        nowNanos);
  }

  private void say(String what, long nowNanos) {
    text = what + REMEDY;
    saidNanos = nowNanos;
  }

  void now(long nowNanos) {
    if (nowNanos - saidNanos > REMEMBERED_NANOS) {
      text = "";
    }
  }

  String text() {
    return text;
  }
}
