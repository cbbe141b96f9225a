package io.flatback.session;

import java.util.Arrays;

/**
 * Keeps the angles at ten a second for drawing. Holds {@value #CAPACITY} points: about seven minutes, and a
 * set that lasts longer is thinned rather than cut.
 */
final class TraceRecorder {
  private static final int CAPACITY = 4096;
  private static final long STEP_NANOS = 100_000_000L;

  private final long[] timeNanos = new long[CAPACITY];
  private final float[] inclinationDeg = new float[CAPACITY];
  private final float[] flexionDeg = new float[CAPACITY];
  private int size;
  private long nextNanos = Long.MIN_VALUE;
  private long stepNanos = STEP_NANOS;

  void add(long atNanos, double inclination, double flexion, boolean afterGap, boolean setIsOpen) {
    if (afterGap && size > 0) {
      append(timeNanos[size - 1] + 1, Float.NaN, Float.NaN, setIsOpen);
    }
    if (atNanos >= nextNanos) {
      append(atNanos, (float) inclination, (float) flexion, setIsOpen);
      nextNanos = atNanos + stepNanos;
    }
  }

  AngleTrace between(long fromNanos, long toNanos) {
    int from = 0;
    while (from < size && timeNanos[from] < fromNanos) {
      from++;
    }
    int to = from;
    while (to < size && timeNanos[to] <= toNanos) {
      to++;
    }
    return new AngleTrace(
        Arrays.copyOfRange(timeNanos, from, to),
        Arrays.copyOfRange(inclinationDeg, from, to),
        Arrays.copyOfRange(flexionDeg, from, to));
  }

  private void append(long atNanos, float inclination, float flexion, boolean setIsOpen) {
    if (size == CAPACITY && setIsOpen) {
      thin();
    } else if (size == CAPACITY) {
      forgetOlderHalf();
    }
    timeNanos[size] = atNanos;
    inclinationDeg[size] = inclination;
    flexionDeg[size] = flexion;
    size++;
  }

  private void thin() {
    for (int i = 0; i < CAPACITY / 2; i++) {
      timeNanos[i] = timeNanos[2 * i];
      inclinationDeg[i] = inclinationDeg[2 * i];
      flexionDeg[i] = flexionDeg[2 * i];
    }
    size = CAPACITY / 2;
    stepNanos *= 2;
  }

  private void forgetOlderHalf() {
    int half = CAPACITY / 2;
    System.arraycopy(timeNanos, half, timeNanos, 0, half);
    System.arraycopy(inclinationDeg, half, inclinationDeg, 0, half);
    System.arraycopy(flexionDeg, half, flexionDeg, 0, half);
    size = half;
    stepNanos = STEP_NANOS;
  }
}
