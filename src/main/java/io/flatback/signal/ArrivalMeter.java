package io.flatback.signal;

/**
 * How arrivals on the host lie against the stream's own time: their spread, and the earliest, which is the
 * one least delayed. In: nanoseconds. Deterministic, no clock of its own.
 */
final class ArrivalMeter {
  /** Weight of the latest arrival once there are enough: a memory of about 128 frames. */
  private static final double LATEST_WEIGHT = 1.0 / 128;

  private static final int FEWEST_ARRIVALS = 8;
  private static final long ENVELOPE_WINDOW_NANOS = 30_000_000_000L;

  private long arrivals;
  private long firstOffsetNanos;
  private double meanMs;
  private double varianceMs2;

  private long windowStartNanos;
  private long earliestNanos = Long.MAX_VALUE;
  private long earliestBeforeNanos = Long.MAX_VALUE;

  void add(long streamNanos, long arrivalNanos) {
    long offsetNanos = arrivalNanos - streamNanos;
    if (arrivals++ == 0) {
      firstOffsetNanos = offsetNanos;
      windowStartNanos = streamNanos;
    }
    spread((offsetNanos - firstOffsetNanos) * 1e-6);
    if (streamNanos - windowStartNanos >= ENVELOPE_WINDOW_NANOS) {
      windowStartNanos = streamNanos;
      earliestBeforeNanos = earliestNanos;
      earliestNanos = Long.MAX_VALUE;
    }
    earliestNanos = Math.min(earliestNanos, offsetNanos);
  }

  private void spread(double offsetMs) {
    double weight = Math.max(1.0 / arrivals, LATEST_WEIGHT);
    double deviation = offsetMs - meanMs;
    meanMs += weight * deviation;
    varianceMs2 = (1 - weight) * (varianceMs2 + weight * deviation * deviation);
  }

  /** Standard deviation over about the last 128 frames; NaN before the eighth. */
  double jitterMs() {
    return arrivals < FEWEST_ARRIVALS ? Double.NaN : Math.sqrt(varianceMs2);
  }

  /** When stream time 0 was on the host's clock, by the least delayed arrival of the last half minute or so. */
  long originNanos() {
    return Math.min(earliestNanos, earliestBeforeNanos);
  }
}
