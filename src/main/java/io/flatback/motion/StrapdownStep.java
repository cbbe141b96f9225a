package io.flatback.motion;

import java.util.Arrays;

/**
 * One step of strapdown integration: a reading that can be true, turned with the attitude; the specific force in
 * the earth frame as the sensor lay within the step; and how the gyroscope's bias has turned the tilt since it
 * was last asked.
 */
final class StrapdownStep {
  /** own: a reading beyond 100 g is no acceleration. */
  private static final double LARGEST_MPS2 = 1000.0;
  /** own: no chip turns faster than 11,000 °/s. */
  private static final double FASTEST_RAD_PER_SEC = 200.0;
  /** A step this much longer than usual has lost samples in it: its rate lies between its ends. */
  private static final double LONG_STEP = 1.5;

  private final InclinationParams params;
  private final Attitude attitude;
  private final double[] accel = new double[3];
  private final double[] gyro = new double[3];
  private final double[] lastGyro = new double[3];
  private final double[] force = new double[3];
  private final double[] turnOfTilt = new double[6];
  private boolean hasLastGyro;

  StrapdownStep(InclinationParams params, Attitude attitude) {
    this.params = params;
    this.attitude = attitude;
  }

  void takeAccel(double xMps2, double yMps2, double zMps2) {
    accel[0] = xMps2;
    accel[1] = yMps2;
    accel[2] = zMps2;
  }

  /** @return false for a rate that can't be: a turn that nobody saw */
  boolean takeGyro(double xRadPerSec, double yRadPerSec, double zRadPerSec) {
    double squared = xRadPerSec * xRadPerSec + yRadPerSec * yRadPerSec + zRadPerSec * zRadPerSec;
    boolean possible = squared < FASTEST_RAD_PER_SEC * FASTEST_RAD_PER_SEC;
    gyro[0] = possible ? xRadPerSec : 0.0;
    gyro[1] = possible ? yRadPerSec : 0.0;
    gyro[2] = possible ? zRadPerSec : 0.0;
    hasLastGyro &= possible;
    return possible;
  }

  /** Nothing was seen for a while: the rate before says nothing of the next step. */
  void skip() {
    hasLastGyro = false;
  }

  boolean isDirected() {
    double squared = accel[0] * accel[0] + accel[1] * accel[1] + accel[2] * accel[2];
    return squared > 0.0 && squared < LARGEST_MPS2 * LARGEST_MPS2;
  }

  void turn(double[] bias, double stepSeconds, double samplePeriodSeconds) {
    double before = params.accelBeforeShare();
    for (int axis = 0; axis < 3; axis++) {
      force[axis] = before * attitude.toEarth(axis, accel[0], accel[1], accel[2]);
    }
    double back = !hasLastGyro ? 0.0 : stepSeconds > LONG_STEP * samplePeriodSeconds ? 0.5 : 0.5 * params.instantShare();
    attitude.turn(
        (gyro[0] - back * (gyro[0] - lastGyro[0]) - bias[0]) * stepSeconds,
        (gyro[1] - back * (gyro[1] - lastGyro[1]) - bias[1]) * stepSeconds,
        (gyro[2] - back * (gyro[2] - lastGyro[2]) - bias[2]) * stepSeconds);
    System.arraycopy(gyro, 0, lastGyro, 0, 3);
    hasLastGyro = true;
    for (int i = 0; i < 3; i++) {
      force[i] += (1.0 - before) * attitude.toEarth(i, accel[0], accel[1], accel[2]);
      turnOfTilt[i] += attitude.matrix(3 + i) * stepSeconds;
      turnOfTilt[3 + i] -= attitude.matrix(i) * stepSeconds;
    }
  }

  double[] accel() {
    return accel;
  }

  double[] gyro() {
    return gyro;
  }

  /** Specific force along an axis of the earth, m/s². */
  double force(int axis) {
    return force[axis];
  }

  /** How the bias has turned the tilt since {@link #forgetTurnOfTilt}, 2 × 3, seconds. */
  double[] turnOfTilt() {
    return turnOfTilt;
  }

  void forgetTurnOfTilt() {
    Arrays.fill(turnOfTilt, 0.0);
  }

  double rateRadPerSec(double[] bias) {
    double x = gyro[0] - bias[0];
    double y = gyro[1] - bias[1];
    double z = gyro[2] - bias[2];
    return Math.sqrt(x * x + y * y + z * z);
  }
}
