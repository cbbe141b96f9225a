package io.flatback.lift;

/**
 * What the accelerometer shows as upward acceleration of who stays where he is: its scale and offset. Since a
 * lifter's velocity stays small, the mean over a long time is nothing else.
 */
final class AccelOffset {
  /** own: a lifter's velocity, up to 0.8 m/s, makes less than 0.1 m/s² of the mean after as long. */
  private static final double MEMORY_SECONDS = 30.0;
  /** own: so long no error is known of; a first rep at once must not be taken for one. */
  private static final double PRIOR_SECONDS = 2.0;

  private double sumMps;
  private double seconds;
  private long lastNanos = Long.MIN_VALUE;

  /** A hole adds nothing. */
  void update(LiftFrame frame, boolean afterHole) {
    if (lastNanos != Long.MIN_VALUE && !afterHole) {
      double step = (frame.timeNanos - lastNanos) * 1e-9;
      double kept = Math.max(0.0, 1.0 - step / MEMORY_SECONDS);
      sumMps = kept * sumMps + frame.verticalAccelMps2 * step;
      seconds = kept * seconds + step;
    }
    lastNanos = frame.timeNanos;
  }

  double mps2() {
    return sumMps / (seconds + PRIOR_SECONDS);
  }
}
