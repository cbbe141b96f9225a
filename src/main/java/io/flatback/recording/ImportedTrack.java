package io.flatback.recording;

import java.util.Arrays;

/**
 * One maker's export as it stands in its file: rising times, and at each one a rate, an acceleration, or both. Grows
 * as it is read; an hour at 100 Hz takes 20 MB.
 */
final class ImportedTrack {
  /** What a row holds: acceleration in g, rate in °/s, or acceleration and then rate. */
  enum Quantity {
    ACCELERATION(3),
    RATE(3),
    BOTH(6);

    final int width;

    Quantity(int width) {
      this.width = width;
    }
  }

  private static final int FIRST_ROWS = 1024;

  private final Quantity quantity;
  private long[] timesNanos = new long[FIRST_ROWS];
  private double[] values;
  private int rows;
  private int leftOut;

  ImportedTrack(Quantity quantity) {
    this.quantity = quantity;
    this.values = new double[FIRST_ROWS * quantity.width];
  }

  /** Adds a row; one whose time does not rise is left out and counted. */
  void add(long timeNanos, double[] row) {
    if (rows > 0 && timeNanos <= timesNanos[rows - 1]) {
      leftOut++;
      return;
    }
    if (rows == timesNanos.length) {
      timesNanos = Arrays.copyOf(timesNanos, 2 * rows);
      values = Arrays.copyOf(values, 2 * values.length);
    }
    timesNanos[rows] = timeNanos;
    System.arraycopy(row, 0, values, rows * quantity.width, quantity.width);
    rows++;
  }

  Quantity quantity() {
    return quantity;
  }

  int rows() {
    return rows;
  }

  /** Rows at a time that was there already, or that went back. */
  int leftOut() {
    return leftOut;
  }

  long timeNanos(int row) {
    return timesNanos[row];
  }

  double value(int row, int column) {
    return values[row * quantity.width + column];
  }

  /** The median of what lies between rows; 0 with fewer than two. */
  long periodNanos() {
    long[] intervals = new long[Math.max(0, rows - 1)];
    for (int i = 0; i < intervals.length; i++) {
      intervals[i] = timesNanos[i + 1] - timesNanos[i];
    }
    Arrays.sort(intervals);
    return intervals.length == 0 ? 0 : intervals[intervals.length / 2];
  }

  /** The last row at or before a time; −1 where there is none. */
  int rowBefore(long timeNanos) {
    int at = Arrays.binarySearch(timesNanos, 0, rows, timeNanos);
    return at >= 0 ? at : -at - 2;
  }
}
