package io.flatback.motion;

/** The latest readings of an accelerometer, kept for as long as a filter of its direction lags behind. */
final class Delay {
  /** Half a second at 400 Hz. */
  private static final int CAPACITY = 200;

  private final long nanos;
  private final long[] timesNanos = new long[CAPACITY];
  private final double[][] accelMps2 = new double[CAPACITY][3];
  private final boolean[] clipped = new boolean[CAPACITY];
  private long written;
  private long read;

  Delay(double seconds) {
    this.nanos = (long) (seconds * 1e9);
  }

  void reset() {
    read = written;
  }

  /** Later ones must have later times. */
  void put(long timeNanos, double[] accel, boolean isClipped) {
    int slot = slot(written++);
    timesNanos[slot] = timeNanos;
    System.arraycopy(accel, 0, accelMps2[slot], 0, accel.length);
    clipped[slot] = isClipped;
    read = Math.max(read, written - CAPACITY);
  }

  /** Goes on to the newest reading that is old enough. @return false where there is none since the last call */
  boolean next() {
    long dueNanos = timesNanos[slot(written - 1)] - nanos;
    long before = read;
    while (read < written && timesNanos[slot(read)] <= dueNanos) {
      read++;
    }
    return read > before;
  }

  long timeNanos() {
    return timesNanos[slot(read - 1)];
  }

  /** m/s², sensor frame. */
  double[] accelMps2() {
    return accelMps2[slot(read - 1)];
  }

  boolean isClipped() {
    return clipped[slot(read - 1)];
  }

  private static int slot(long position) {
    return (int) (position % CAPACITY);
  }
}
