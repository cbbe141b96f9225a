package io.flatback.lift;

/**
 * One way out of standing and, perhaps, back: what the rep finder remembers while it lasts. Angles are
 * relative to the present level of standing.
 */
final class Excursion {
  /** Position of its first row, and the time at which it left the standing band. */
  long from;

  long startNanos;
  /** False where the record, or what was seen after a gap, begins within it. */
  boolean beganStanding;

  double peakDeg;
  long peakNanos;
  boolean shown;
  boolean provisional;
  boolean clipped;
  boolean untrusted;
  long gapNanos;
  /** The lowest the lifter has come up to since the peak, and where. */
  double topDeg = Double.POSITIVE_INFINITY;

  long topPosition;
  /** When the inclination came back inside the standing band; −1 while it has not. */
  long bandEntryNanos = -1;

  /** Since when it is slow and near standing; −1 while it is not. */
  long slowSinceNanos = -1;

  Excursion(long from, long startNanos, boolean beganStanding) {
    this.from = from;
    this.startNanos = startNanos;
    this.beganStanding = beganStanding;
  }

  /** Bent again: what was found on the last way up no longer counts. */
  void forgetTop() {
    topDeg = Double.POSITIVE_INFINITY;
    bandEntryNanos = -1;
    slowSinceNanos = -1;
  }
}
