package io.flatback.lift;

/**
 * Where the lifter's present standing lies, as a threshold for counting only: it follows slowly, so that a
 * posture that drifts or a belt that slips does not stop the counting. Reported angles never move with it.
 */
final class StandingLevel {
  private static final double SLOW_DPS = 10.0;
  private static final double FOLLOW_SECONDS = 4.0;
  private static final double SETTLE_SHARE = 0.3;
  private static final double REACH_DEG = 15.0;

  private double deg;
  private long lastNanos;

  double deg() {
    return deg;
  }

  /** While standing. */
  void update(LiftFrame frame, double relativeDeg) {
    double seconds = Math.min(0.1, (frame.timeNanos - lastNanos) * 1e-9);
    lastNanos = frame.timeNanos;
    if (Math.abs(frame.sagittalRateDps) < SLOW_DPS && relativeDeg < REACH_DEG) {
      deg += relativeDeg * Math.min(1.0, seconds / FOLLOW_SECONDS);
    }
  }

  /** The sensor has slipped. */
  void moveTo(double standingDeg) {
    deg = standingDeg;
  }

  /** At the top of a rep. */
  void settle(double topDeg) {
    double off = topDeg - deg;
    deg += SETTLE_SHARE * Math.max(-REACH_DEG, Math.min(REACH_DEG, off));
  }
}
