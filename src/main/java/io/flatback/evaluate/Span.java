package io.flatback.evaluate;

/** A stretch of time, both ends in it; a moment is a stretch without length. */
record Span(double fromSeconds, double toSeconds) {
  static Span at(double seconds) {
    return new Span(seconds, seconds);
  }

  static Span around(double seconds, double toleranceSeconds) {
    return new Span(seconds - toleranceSeconds, seconds + toleranceSeconds);
  }

  boolean holds(double seconds) {
    return seconds >= fromSeconds && seconds <= toSeconds;
  }

  double seconds() {
    return toSeconds - fromSeconds;
  }

  /** 0 inside. */
  double distanceSeconds(double seconds) {
    return Math.max(0, Math.max(fromSeconds - seconds, seconds - toSeconds));
  }
}
