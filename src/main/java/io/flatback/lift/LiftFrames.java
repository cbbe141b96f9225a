package io.flatback.lift;

/**
 * The latest stretch of the back's motion, one row per sample, for looking back at a rep once it is over.
 * Holds at most {@value #CAPACITY} rows (82 s at 100 Hz): when full, the older half is dropped.
 */
final class LiftFrames {
  static final int CAPACITY = 8192;

  private final long[] timeNanos = new long[CAPACITY];
  private final double[] inclinationDeg = new double[CAPACITY];
  private final double[] lateralDeg = new double[CAPACITY];
  private final double[] rateDps = new double[CAPACITY];
  private final double[] axialRateDps = new double[CAPACITY];
  private final double[] verticalAccelMps2 = new double[CAPACITY];
  private final double[] flexionDeg = new double[CAPACITY];
  /** Position of row 0 counted from the first row ever. */
  private long base;

  private int size;

  void add(LiftFrame frame) {
    if (size == CAPACITY) {
      dropOlderHalf();
    }
    timeNanos[size] = frame.timeNanos;
    inclinationDeg[size] = frame.inclinationDeg;
    lateralDeg[size] = frame.lateralDeg;
    rateDps[size] = frame.sagittalRateDps;
    axialRateDps[size] = frame.axialRateDps;
    verticalAccelMps2[size] = frame.verticalAccelMps2;
    flexionDeg[size] = frame.lumbarFlexionDeg;
    size++;
  }

  private void dropOlderHalf() {
    int half = CAPACITY / 2;
    for (double[] column :
        new double[][] {inclinationDeg, lateralDeg, rateDps, axialRateDps, verticalAccelMps2, flexionDeg}) {
      System.arraycopy(column, half, column, 0, half);
    }
    System.arraycopy(timeNanos, half, timeNanos, 0, half);
    size = half;
    base += half;
  }

  /** Count of rows ever added; the position of the newest is one less. */
  long end() {
    return base + size;
  }

  /** Position of the oldest row that is still held. */
  long begin() {
    return base;
  }

  long timeNanos(long position) {
    return timeNanos[(int) (position - base)];
  }

  double inclinationDeg(long position) {
    return inclinationDeg[(int) (position - base)];
  }

  double lateralDeg(long position) {
    return lateralDeg[(int) (position - base)];
  }

  double rateDps(long position) {
    return rateDps[(int) (position - base)];
  }

  double axialRateDps(long position) {
    return axialRateDps[(int) (position - base)];
  }

  double verticalAccelMps2(long position) {
    return verticalAccelMps2[(int) (position - base)];
  }

  double flexionDeg(long position) {
    return flexionDeg[(int) (position - base)];
  }

  /** The newest row that is not after {@code atNanos}; the oldest one held where all are. */
  long positionAt(long atNanos) {
    long position = end() - 1;
    while (position > base && timeNanos(position) > atNanos) {
      position--;
    }
    return position;
  }

  /** When the inclination crossed {@code deg} between a row and the next, straight between them. */
  long crossingNanos(long before, double deg) {
    long first = Math.max(before, base);
    if (first + 1 >= end()) {
      return timeNanos(first);
    }
    double a = inclinationDeg(first) - deg;
    double b = inclinationDeg(first + 1) - deg;
    double share = a == b || a * b > 0 ? 0.0 : a / (a - b);
    return timeNanos(first) + (long) (share * (timeNanos(first + 1) - timeNanos(first)));
  }

  /** Mean vertical acceleration over the rows from {@code fromNanos} to {@code toNanos}, both included. */
  double meanVerticalAccelMps2(long fromNanos, long toNanos) {
    double sum = 0.0;
    int count = 0;
    for (int i = size - 1; i >= 0 && timeNanos[i] >= fromNanos; i--) {
      if (timeNanos[i] <= toNanos) {
        sum += verticalAccelMps2[i];
        count++;
      }
    }
    return count == 0 ? 0.0 : sum / count;
  }
}
