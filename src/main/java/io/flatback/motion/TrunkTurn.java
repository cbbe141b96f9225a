package io.flatback.motion;

/**
 * How far the trunk has turned about the vertical of late, from one sensor; positive to the left. NaN without a
 * gyroscope. Known for a short while only: {@link ShortTermAngle}. One instance per back.
 */
public final class TrunkTurn {
  private static final double LONGEST_STEP_SECONDS = 0.25;

  private final Turning turning = new Turning();
  private final ShortTermAngle turned = new ShortTermAngle();
  private long lastNanos = Long.MIN_VALUE;
  private boolean gyro;

  public void update(MotionRow row, BackPosture posture) {
    double stepSeconds = lastNanos == Long.MIN_VALUE ? 0.0 : (row.timeNanos - lastNanos) * 1e-9;
    lastNanos = row.timeNanos;
    gyro = row.gyro;
    if (stepSeconds > LONGEST_STEP_SECONDS) {
      turned.reset();
      stepSeconds = 0.0;
    }
    turned.update(posture.turn(turning, stepSeconds), stepSeconds);
  }

  public double angleRad() {
    return gyro ? turned.angleRad() : Double.NaN;
  }
}
