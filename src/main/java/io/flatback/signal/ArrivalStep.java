package io.flatback.signal;

/**
 * Keeps a counted time line in step with arrivals: how late a reading is against the earliest ones, and by how
 * much the count must go slower or faster so that the earliest stay where they were. A reading may arrive late
 * and never early. One thread.
 */
final class ArrivalStep {
  private static final long BUCKET_NANOS = 2_000_000_000L;
  /** In which a difference is made up for. own: slow against jitter, quick against drift. */
  private static final double MAKE_UP_NANOS = 4e9;
  /** A rate that was measured over half a second is right to a few percent. */
  private static final double MOST_PACE = 0.03;

  private long anchorNanos;
  private boolean anchored;
  private long bucketStartNanos;
  private long earliestNanos;
  private double pace;

  void restart() {
    anchored = false;
    pace = 0;
  }

  /** While the anchor is sought: the earliest arrival against the time line. */
  void anchor(long timeNanos, long arrivalNanos) {
    long offsetNanos = arrivalNanos - timeNanos;
    anchorNanos = anchored ? Math.min(anchorNanos, offsetNanos) : offsetNanos;
    anchored = true;
    bucketStartNanos = arrivalNanos;
    earliestNanos = Long.MAX_VALUE;
  }

  void follow(long timeNanos, long arrivalNanos) {
    earliestNanos = Math.min(earliestNanos, arrivalNanos - timeNanos);
    if (arrivalNanos - bucketStartNanos >= BUCKET_NANOS) {
      pace = Math.clamp((earliestNanos - anchorNanos) / MAKE_UP_NANOS, -MOST_PACE, MOST_PACE);
      bucketStartNanos = arrivalNanos;
      earliestNanos = Long.MAX_VALUE;
    }
  }

  double lateNanos(double timeNanos, long arrivalNanos) {
    return arrivalNanos - anchorNanos - timeNanos;
  }

  double paced(double periodNanos) {
    return periodNanos * (1 + pace);
  }
}
