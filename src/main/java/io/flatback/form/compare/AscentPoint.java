package io.flatback.form.compare;

/**
 * Where in the ascent two reps are compared: the share of the time from ascent onset to lockout. So a slow rep is
 * held against a quick one at the same part of its movement. The descent is left out: it is no part of what is
 * counted, the first rep from the floor has none, and a bar that is dropped has no lowering to compare.
 */
public enum AscentPoint {
  ONSET("onset", 0.0),
  AT_20("ascent_20", 0.2),
  AT_40("ascent_40", 0.4),
  AT_60("ascent_60", 0.6),
  AT_80("ascent_80", 0.8),
  LOCKOUT("lockout", 1.0);

  private final String key;
  private final double phase;

  AscentPoint(String key, double phase) {
    this.key = key;
    this.phase = phase;
  }

  public String key() {
    return key;
  }

  /** 0 at the ascent onset, 1 at lockout. */
  public double phase() {
    return phase;
  }
}
