package io.flatback.motion;

/**
 * An angle about the vertical, summed from turns. Without a magnetometer it is known for a short while only: it
 * is taken to be 0 in the long run, and soon where the back has stood upright and still.
 */
final class ShortTermAngle {
  /** own: long beside a turn that is held for two seconds, short beside a gyroscope's drift of .5 °/s. */
  private static final double FORGET_SECONDS = 20.0;

  private static final double FORGET_AT_REST_SECONDS = 1.0;
  private static final double REST_SECONDS = 2.0;
  private static final double UPRIGHT_RAD = Math.toRadians(20.0);
  private static final double STILL_RAD_PER_SEC = Math.toRadians(4.0);

  private double angleRad;
  private double restSeconds;

  /** @param turnedRad since the sample before */
  void update(double turnedRad, double stepSeconds) {
    forget(turnedRad, FORGET_SECONDS, stepSeconds);
  }

  /** @param segment may rest in standing */
  void update(double turnedRad, BackPosture segment, double rateRadPerSec, double stepSeconds) {
    boolean rests = rateRadPerSec < STILL_RAD_PER_SEC && segment.inclinationRad() < UPRIGHT_RAD;
    restSeconds = rests ? restSeconds + stepSeconds : 0.0;
    forget(turnedRad, restSeconds > REST_SECONDS ? FORGET_AT_REST_SECONDS : FORGET_SECONDS, stepSeconds);
  }

  private void forget(double turnedRad, double seconds, double stepSeconds) {
    angleRad = (angleRad + turnedRad) * Math.max(0.0, 1.0 - stepSeconds / seconds);
  }

  /** Time was missed: nobody knows how far it turned. */
  void reset() {
    angleRad = 0.0;
    restSeconds = 0.0;
  }

  double angleRad() {
    return angleRad;
  }
}
