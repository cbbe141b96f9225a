package io.flatback.lift;

/** The largest and least of a rep, from leaving standing to lockout. What may have been in a hole is NaN. */
final class RepExtremes {
  /** own: leaning back comes with the lockout, not with the way there or with standing long after it. */
  private static final long BEFORE_LOCKOUT_NANOS = 250_000_000L;

  private static final long AFTER_LOCKOUT_NANOS = 500_000_000L;

  private final LiftFrames frames;
  private final RepRows rows;
  private final long from;
  private final long lockout;

  RepExtremes(RepRows rows, long from, long lockout) {
    this.frames = rows.frames();
    this.rows = rows;
    this.from = from;
    this.lockout = lockout;
  }

  /** Known while the extremes of the whole rep are. */
  boolean isWhole() {
    return rows.isSeen(from, lockout);
  }

  double peakFlexionDeg() {
    double peak = Double.NaN;
    for (long i = from; i <= lockout; i++) {
      double value = frames.flexionDeg(i);
      peak = Double.isNaN(peak) || value > peak ? value : peak;
    }
    return peak;
  }

  /** The largest change from the first row, signed, right positive. */
  double lateralTiltChangeDeg() {
    double largest = 0.0;
    for (long i = from; i <= lockout; i++) {
      double change = frames.lateralDeg(i) - frames.lateralDeg(from);
      largest = Math.abs(change) > Math.abs(largest) ? change : largest;
    }
    return largest;
  }

  /** The largest turn since the first row, signed, left positive; NaN without a gyroscope. */
  double axialRotationDeg() {
    double turnedDeg = 0.0;
    double largest = 0.0;
    for (long i = from + 1; i <= lockout; i++) {
      double seconds = (frames.timeNanos(i) - frames.timeNanos(i - 1)) * 1e-9;
      turnedDeg += frames.axialRateDps(i) * seconds;
      if (Double.isNaN(turnedDeg)) {
        return Double.NaN;
      }
      largest = Math.abs(turnedDeg) > Math.abs(largest) ? turnedDeg : largest;
    }
    return largest;
  }

  /**
   * How far behind the wearer's own standing it came around lockout; negative where it stayed in front.
   *
   * @param seenTo the last row that still stands
   */
  double leanBackDeg(long seenTo) {
    long lockoutNanos = frames.timeNanos(lockout);
    long first = lockout;
    while (first > from && lockoutNanos - frames.timeNanos(first - 1) <= BEFORE_LOCKOUT_NANOS) {
      first--;
    }
    long last = lockout;
    while (last < seenTo && frames.timeNanos(last + 1) - lockoutNanos <= AFTER_LOCKOUT_NANOS) {
      last++;
    }
    double least = Double.POSITIVE_INFINITY;
    for (long i = first; i <= last; i++) {
      least = Math.min(least, frames.inclinationDeg(i));
    }
    return rows.isSeen(first, last) ? -least : Double.NaN;
  }
}
