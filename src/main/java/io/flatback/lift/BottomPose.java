package io.flatback.lift;

/**
 * How a movement stayed down.
 *
 * @param seconds for how long
 * @param lateralDeg how far it leant to the right on the average
 * @param axialDeg how far it was turned to the left; NaN without a gyroscope
 * @param handling how much less likely a rep it became by staying down for long and aside, in log odds
 */
record BottomPose(double seconds, double lateralDeg, double axialDeg, double handling) {
  static final BottomPose UNKNOWN = new BottomPose(0.0, 0.0, 0.0, 0.0);

  /** own: who pauses a lift does so evenly; things done with the hands take now longer and now less. */
  private static final double ALIKE_RATIO = 1.3;
  /** own: a lifter's own way of shifting aside, rep by rep; replaced by many lifters' pauses. */
  private static final double ALIKE_DEG = 3.0;

  /** own: who turns aside further than by so much, in log odds, does something there, however often. */
  private static final double MOST_EXCUSED = 1.5;

  double asideDeg() {
    return Double.isNaN(axialDeg) ? Math.abs(lateralDeg) : Math.hypot(lateralDeg, axialDeg);
  }

  /** How much of {@link #handling} is taken back where the next one is alike. */
  double excused() {
    return Math.min(handling, MOST_EXCUSED);
  }

  boolean isAlike(BottomPose other) {
    double turnDeg = axialDeg - other.axialDeg;
    double apartDeg = Math.hypot(lateralDeg - other.lateralDeg, Double.isNaN(turnDeg) ? 0.0 : turnDeg);
    boolean asLong = seconds < ALIKE_RATIO * other.seconds && other.seconds < ALIKE_RATIO * seconds;
    return asLong && apartDeg < ALIKE_DEG;
  }
}
