package io.flatback.signal;

import java.util.Arrays;

/** The median of the last intervals between rows: a hole or a stutter does not move it. */
public final class SamplePeriod {
  private static final int WINDOW = 31;

  private final long[] recentNanos = new long[WINDOW];
  private final long[] sortedNanos = new long[WINDOW];
  private int count;
  private int oldest;

  public void add(long intervalNanos) {
    if (count == WINDOW) {
      remove(recentNanos[oldest]);
    }
    recentNanos[oldest] = intervalNanos;
    oldest = (oldest + 1) % WINDOW;
    int at = Arrays.binarySearch(sortedNanos, 0, count, intervalNanos);
    int place = at < 0 ? -at - 1 : at;
    System.arraycopy(sortedNanos, place, sortedNanos, place + 1, count - place);
    sortedNanos[place] = intervalNanos;
    count++;
  }

  private void remove(long intervalNanos) {
    int at = Arrays.binarySearch(sortedNanos, 0, count, intervalNanos);
    System.arraycopy(sortedNanos, at + 1, sortedNanos, at, count - at - 1);
    count--;
  }

  /** The lower median; 0 while there is no interval. */
  public long nanos() {
    return count == 0 ? 0 : sortedNanos[(count - 1) / 2];
  }
}
