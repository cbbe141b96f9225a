package io.flatback.session;

import io.flatback.motion.SensorMotion;
import io.flatback.session.CalibrationProgress.Step;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * Leads the wearer through a calibration: which step it is, from the motion of one sensor. It judges nothing;
 * who moves too early merely stands for longer.
 */
final class CalibrationGuide {
  private static final int HINGES = 3;
  private static final double STAND_SECONDS = 3.2;
  private static final double STAND_AGAIN_SECONDS = 1.3;
  /** own: who stands sways by less, before the gyroscope's bias is known too. */
  private static final double STILL_RAD_PER_SEC = Math.toRadians(6.0);

  private static final double LEFT_RAD = Math.toRadians(15.0);
  private static final double BACK_RAD = Math.toRadians(8.0);
  /** own: four times what it takes. */
  private static final double LONGEST_SECONDS = 80.0;

  private final long startNanos;
  private long stillSinceNanos;
  private Step step = Step.STAND_STILL;
  private Vector3D standing = Vector3D.PLUS_J;
  private boolean away;
  private int hinge = 1;
  private boolean over;

  CalibrationGuide(long startNanos) {
    this.startNanos = startNanos;
    this.stillSinceNanos = startNanos;
  }

  void update(SensorMotion motion) {
    long now = motion.timeNanos();
    Vector3D up = new Vector3D(motion.upX(), motion.upY(), motion.upZ());
    double rate = new Vector3D(motion.rateX(), motion.rateY(), motion.rateZ()).getNorm();
    stillSinceNanos = rate < STILL_RAD_PER_SEC ? stillSinceNanos : now;
    double stillSeconds = (now - stillSinceNanos) * 1e-9;
    if (step == Step.STAND_STILL && stillSeconds >= STAND_SECONDS) {
      standing = up;
      step = Step.HINGE;
    } else if (step == Step.HINGE) {
      hinge(Vector3D.angle(up, standing));
    } else if (step == Step.STAND_AGAIN && stillSeconds >= STAND_AGAIN_SECONDS) {
      over = true;
    }
    over |= (now - startNanos) * 1e-9 > LONGEST_SECONDS;
  }

  private void hinge(double leanRad) {
    if (!away && leanRad > LEFT_RAD) {
      away = true;
    } else if (away && leanRad < BACK_RAD) {
      away = false;
      hinge++;
      step = hinge > HINGES ? Step.STAND_AGAIN : Step.HINGE;
    }
  }

  CalibrationProgress progress(long nowNanos) {
    double stillSeconds = (nowNanos - stillSinceNanos) * 1e-9;
    return switch (step) {
      case STAND_STILL ->
          new CalibrationProgress(step, (int) Math.ceil(Math.max(0.0, STAND_SECONDS - stillSeconds) - 0.2), 0, null);
      case HINGE -> new CalibrationProgress(step, 0, hinge, null);
      default -> new CalibrationProgress(step, 0, 0, null);
    };
  }

  /** Done, or given up. */
  boolean isOver() {
    return over;
  }
}
