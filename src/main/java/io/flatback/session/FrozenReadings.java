package io.flatback.session;

import io.flatback.signal.Sample;
import org.jspecify.annotations.Nullable;

/** Notices a chip that has stopped while its device goes on to send: a live one is never without noise. One thread. */
final class FrozenReadings {
  /** own: a chip whose steps are as coarse as its noise may say the same for a second. */
  static final long PATIENCE_NANOS = 5_000_000_000L;

  private @Nullable Sample last;
  private long sinceNanos;

  void heard(Sample sample) {
    if (last == null || !isSame(last, sample)) {
      sinceNanos = sample.timeNanos();
    }
    last = sample;
  }

  private static boolean isSame(Sample one, Sample other) {
    return one.accXMps2() == other.accXMps2()
        && one.accYMps2() == other.accYMps2()
        && one.accZMps2() == other.accZMps2()
        && one.gyroXRadPerSec() == other.gyroXRadPerSec()
        && one.gyroYRadPerSec() == other.gyroYRadPerSec()
        && one.gyroZRadPerSec() == other.gyroZRadPerSec();
  }

  /** Every reading of the last seconds was the same. */
  boolean areFrozen() {
    return last != null && last.timeNanos() - sinceNanos >= PATIENCE_NANOS;
  }
}
