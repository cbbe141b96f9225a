package io.flatback.lift;

import java.util.Set;

/**
 * One counted repetition: a completed ascent. Times are on the recording's time line and follow each other.
 *
 * @param index from 1 within its set
 * @param startNanos leaves the standing band, or where the record or set begins within it
 * @param bottomNanos lowest point of the sensor
 * @param ascentOnsetNanos begins to rise for good
 * @param uprightNanos comes back into the standing band
 * @param lockoutNanos inside the band and slow, at the beginning of the hold that decides it
 * @param endNanos leaves lockout, or a second after it
 */
public record Rep(
    int index,
    long startNanos,
    long bottomNanos,
    long ascentOnsetNanos,
    long uprightNanos,
    long lockoutNanos,
    long endNanos,
    Set<RepQuality> quality,
    RepMetrics metrics) {

  public Rep {
    quality = Set.copyOf(quality);
    if (index < 1
        || startNanos > bottomNanos
        || bottomNanos > ascentOnsetNanos
        || ascentOnsetNanos > uprightNanos
        || uprightNanos > lockoutNanos
        || lockoutNanos > endNanos) {
      throw new IllegalArgumentException(
          "rep " + index + " out of order: start=" + startNanos + " bottom=" + bottomNanos + " onset="
              + ascentOnsetNanos
              + " upright=" + uprightNanos + " lockout=" + lockoutNanos + " end=" + endNanos);
    }
  }

  public boolean isClean() {
    return quality.isEmpty();
  }

  public Rep withIndex(int other) {
    return new Rep(
        other, startNanos, bottomNanos, ascentOnsetNanos, uprightNanos, lockoutNanos, endNanos, quality, metrics);
  }

  public Rep withEnd(long otherNanos) {
    return new Rep(
        index, startNanos, bottomNanos, ascentOnsetNanos, uprightNanos, lockoutNanos, otherNanos, quality, metrics);
  }

  /** The same, with how long the lifter stood since the rep before; where this one's start was not seen, without. */
  public Rep restedSince(Rep before) {
    boolean startSeen = metrics.get(Metric.TIME_UNDER_TENSION_S).isPresent();
    double seconds = (startNanos - before.lockoutNanos()) * 1e-9;
    return startSeen && seconds >= 0 ? withMetrics(metrics.with(Metric.REST_BEFORE_S, seconds)) : this;
  }

  public Rep withMetrics(RepMetrics other) {
    return new Rep(
        index, startNanos, bottomNanos, ascentOnsetNanos, uprightNanos, lockoutNanos, endNanos, quality, other);
  }
}
