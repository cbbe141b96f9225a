package io.flatback.session;

import java.util.Arrays;

/** Angles over time, thinned evenly for drawing. NaN where nothing was seen or nothing can be said. */
public final class AngleTrace {
  public static final AngleTrace EMPTY = new AngleTrace(new long[0], new float[0], new float[0]);

  private final long[] timeNanos;
  private final float[] inclinationDeg;
  private final float[] lumbarFlexionDeg;

  public AngleTrace(long[] timeNanos, float[] inclinationDeg, float[] lumbarFlexionDeg) {
    if (timeNanos.length != inclinationDeg.length || timeNanos.length != lumbarFlexionDeg.length) {
      throw new IllegalArgumentException("times and angles must be equally many");
    }
    this.timeNanos = timeNanos.clone();
    this.inclinationDeg = inclinationDeg.clone();
    this.lumbarFlexionDeg = lumbarFlexionDeg.clone();
  }

  public int size() {
    return timeNanos.length;
  }

  public long timeNanos(int i) {
    return timeNanos[i];
  }

  /** Signed sagittal inclination, forward positive, of the lumbar sensor or of the only one. */
  public float inclinationDeg(int i) {
    return inclinationDeg[i];
  }

  /** NaN throughout with one sensor. */
  public float lumbarFlexionDeg(int i) {
    return lumbarFlexionDeg[i];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AngleTrace trace
        && Arrays.equals(timeNanos, trace.timeNanos)
        && Arrays.equals(inclinationDeg, trace.inclinationDeg)
        && Arrays.equals(lumbarFlexionDeg, trace.lumbarFlexionDeg);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(timeNanos);
  }
}
