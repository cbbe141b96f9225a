package io.flatback.motion;

/**
 * Orientation of a sensor from acceleration and angular rate: VQF, six axes.
 *
 * <p>In: m/s² and rad/s in the sensor frame, at any steady rate. Out: earth's up-direction in the sensor
 * frame, the gyroscope's bias, and whether the sensor is at rest. Heading is free and drifts.
 *
 * <p>Strapdown integration gives an almost-inertial frame in which acceleration is low-passed: there the
 * swings of a movement cancel and gravity stays. What is left of a tilt is taken out by a correction
 * between that frame and the earth, and the corrections in turn tell the bias.
 *
 * <p>Source: Laidig and Seel 2023 [laidig-2023]. Deviations: each step is integrated over the time that
 * truly passed, and across a gap nothing is: the inclination starts anew, the bias is kept.
 *
 * <p>The published reference, kept to be measured against: the product goes by {@link InclinationFilter}. Only
 * tests and the benchmark use it.
 *
 * <p>One instance per sensor, one thread; nothing is allocated per sample.
 */
public final class Vqf {
  private final VqfParams params;
  private final RestDetector restDetector;
  private final GyroBias bias;
  private final LowPass accelInertial;
  private final LowPass rotation;
  private final LowPass rotatedBias;

  /** Sensor to inertial frame. */
  private double gw = 1.0;

  private double gx;
  private double gy;
  private double gz;
  /** Inertial frame to earth. */
  private double aw = 1.0;

  private double ax;
  private double ay;
  private double az;

  private final double[] gyro = new double[3];
  private final double[] accel = new double[3];
  private final double[] inertial = new double[3];
  private final double[] matrix = new double[9];
  private final double[] smoothMatrix = new double[9];
  private final double[] biasRotated = new double[2];
  private double samplePeriodSeconds;
  private double correctionX;
  private double correctionY;
  private boolean resting;

  public Vqf(VqfParams params) {
    this.params = params;
    this.restDetector = new RestDetector(params.rest(), params.biasClipRadPerSec());
    this.bias = new GyroBias(params);
    this.accelInertial = new LowPass(3, params.accelTimeConstantSeconds());
    this.rotation = new LowPass(9, params.accelTimeConstantSeconds());
    this.rotatedBias = new LowPass(2, params.accelTimeConstantSeconds());
    setSamplePeriodSeconds(0.01);
  }

  /** The nominal time between samples, from which the filters are computed; may be learnt on the way. */
  public void setSamplePeriodSeconds(double periodSeconds) {
    if (!(periodSeconds > 0.0)) {
      throw new IllegalArgumentException("sample period " + periodSeconds + " s, expected more than 0");
    }
    samplePeriodSeconds = periodSeconds;
    restDetector.setSamplePeriodSeconds(periodSeconds);
    bias.setSamplePeriodSeconds(periodSeconds);
    accelInertial.setSamplePeriodSeconds(periodSeconds);
    rotation.setSamplePeriodSeconds(periodSeconds);
    rotatedBias.setSamplePeriodSeconds(periodSeconds);
  }

  /** Nothing was seen for a while: the inclination is found anew, the bias becomes less sure. */
  public void skip(double seconds) {
    restDetector.reset();
    accelInertial.reset();
    rotation.reset();
    rotatedBias.reset();
    bias.elapse(seconds);
    resting = false;
  }

  /**
   * One reading.
   *
   * @param stepSeconds time since the reading before; 0 for the first one after the start or a gap
   */
  public void update(
      double accXMps2,
      double accYMps2,
      double accZMps2,
      double gyroXRadPerSec,
      double gyroYRadPerSec,
      double gyroZRadPerSec,
      double stepSeconds) {
    accel[0] = accXMps2;
    accel[1] = accYMps2;
    accel[2] = accZMps2;
    gyro[0] = gyroXRadPerSec;
    gyro[1] = gyroYRadPerSec;
    gyro[2] = gyroZRadPerSec;
    boolean directed = accel[0] != 0.0 || accel[1] != 0.0 || accel[2] != 0.0;
    resting = directed && restDetector.update(gyro, accel, stepSeconds);
    predict(stepSeconds);
    boolean corrected = directed && correctInclination();
    refreshMatrix();
    if (corrected) {
      updateBias();
    }
  }

  private void predict(double stepSeconds) {
    double x = (gyro[0] - bias.get(0)) * stepSeconds;
    double y = (gyro[1] - bias.get(1)) * stepSeconds;
    double z = (gyro[2] - bias.get(2)) * stepSeconds;
    double angle = Math.sqrt(x * x + y * y + z * z);
    if (angle < 1e-12) {
      return;
    }
    double c = Math.cos(angle / 2.0);
    double s = Math.sin(angle / 2.0) / angle;
    x *= s;
    y *= s;
    z *= s;
    double w = gw * c - gx * x - gy * y - gz * z;
    double nx = gw * x + gx * c + gy * z - gz * y;
    double ny = gw * y - gx * z + gy * c + gz * x;
    double nz = gw * z + gx * y - gy * x + gz * c;
    double scale = 1.0 / Math.sqrt(w * w + nx * nx + ny * ny + nz * nz);
    gw = w * scale;
    gx = nx * scale;
    gy = ny * scale;
    gz = nz * scale;
  }

  /** @return false where the mean carries no direction */
  private boolean correctInclination() {
    toInertial();
    accelInertial.update(inertial);
    double x = accelInertial.output(0);
    double y = accelInertial.output(1);
    double z = accelInertial.output(2);
    double ex = (1 - 2 * (ay * ay + az * az)) * x + 2 * (ax * ay - aw * az) * y + 2 * (ax * az + aw * ay) * z;
    double ey = 2 * (ax * ay + aw * az) * x + (1 - 2 * (ax * ax + az * az)) * y + 2 * (ay * az - aw * ax) * z;
    double ez = 2 * (ax * az - aw * ay) * x + 2 * (ay * az + aw * ax) * y + (1 - 2 * (ax * ax + ay * ay)) * z;
    double norm = Math.sqrt(ex * ex + ey * ey + ez * ez);
    if (norm == 0.0) {
      return false;
    }
    correctionX = ex / norm;
    correctionY = ey / norm;
    rotateCorrection(correctionX, correctionY, ez / norm);
    return true;
  }

  /** inertial = q_g ⊗ acceleration. */
  private void toInertial() {
    double x = accel[0];
    double y = accel[1];
    double z = accel[2];
    inertial[0] =
        (1 - 2 * (gy * gy + gz * gz)) * x + 2 * (gx * gy - gw * gz) * y + 2 * (gx * gz + gw * gy) * z;
    inertial[1] =
        2 * (gx * gy + gw * gz) * x + (1 - 2 * (gx * gx + gz * gz)) * y + 2 * (gy * gz - gw * gx) * z;
    inertial[2] =
        2 * (gx * gz - gw * gy) * x + 2 * (gy * gz + gw * gx) * y + (1 - 2 * (gx * gx + gy * gy)) * z;
  }

  /** q_a ← q_c ⊗ q_a, where q_c turns e onto straight up. */
  private void rotateCorrection(double ex, double ey, double ez) {
    double cw = Math.sqrt(Math.max(0.0, (ez + 1.0) / 2.0));
    double cx;
    double cy;
    if (cw > 1e-6) {
      cx = 0.5 * ey / cw;
      cy = -0.5 * ex / cw;
    } else {
      cw = 0.0;
      cx = 1.0;
      cy = 0.0;
    }
    double w = cw * aw - cx * ax - cy * ay;
    double x = cw * ax + cx * aw + cy * az;
    double y = cw * ay - cx * az + cy * aw;
    double z = cw * az + cx * ay - cy * ax;
    double scale = 1.0 / Math.sqrt(w * w + x * x + y * y + z * z);
    aw = w * scale;
    ax = x * scale;
    ay = y * scale;
    az = z * scale;
  }

  /** matrix = R(q_a ⊗ q_g), row-major; its last row is earth's up in the sensor frame. */
  private void refreshMatrix() {
    double w = aw * gw - ax * gx - ay * gy - az * gz;
    double x = aw * gx + ax * gw + ay * gz - az * gy;
    double y = aw * gy - ax * gz + ay * gw + az * gx;
    double z = aw * gz + ax * gy - ay * gx + az * gw;
    matrix[0] = 1 - 2 * (y * y + z * z);
    matrix[1] = 2 * (x * y - w * z);
    matrix[2] = 2 * (x * z + w * y);
    matrix[3] = 2 * (x * y + w * z);
    matrix[4] = 1 - 2 * (x * x + z * z);
    matrix[5] = 2 * (y * z - w * x);
    matrix[6] = 2 * (x * z - w * y);
    matrix[7] = 2 * (y * z + w * x);
    matrix[8] = 1 - 2 * (x * x + y * y);
  }

  private void updateBias() {
    rotation.update(matrix);
    biasRotated[0] = matrix[0] * bias.get(0) + matrix[1] * bias.get(1) + matrix[2] * bias.get(2);
    biasRotated[1] = matrix[3] * bias.get(0) + matrix[4] * bias.get(1) + matrix[5] * bias.get(2);
    rotatedBias.update(biasRotated);
    if (resting) {
      bias.updateAtRest(
          restDetector.gyroLowPassRadPerSec(0) - bias.get(0),
          restDetector.gyroLowPassRadPerSec(1) - bias.get(1),
          restDetector.gyroLowPassRadPerSec(2) - bias.get(2));
      return;
    }
    for (int i = 0; i < 9; i++) {
      smoothMatrix[i] = rotation.output(i);
    }
    bias.updateInMotion(
        smoothMatrix,
        -correctionY / samplePeriodSeconds + rotatedBias.output(0) - smoothTimesBias(0),
        correctionX / samplePeriodSeconds + rotatedBias.output(1) - smoothTimesBias(3),
        -smoothTimesBias(6));
  }

  private double smoothTimesBias(int row) {
    return smoothMatrix[row] * bias.get(0) + smoothMatrix[row + 1] * bias.get(1) + smoothMatrix[row + 2] * bias.get(2);
  }

  /** Earth's up-direction in the sensor frame, unit length. */
  public double upX() {
    return matrix[6];
  }

  public double upY() {
    return matrix[7];
  }

  public double upZ() {
    return matrix[8];
  }

  public double biasRadPerSec(int axis) {
    return bias.get(axis);
  }

  public boolean isResting() {
    return resting;
  }

  /** The inclination still rests on a mean over less than the filter's time constant. */
  public boolean isSettling() {
    return accelInertial.isAveraging();
  }

  public VqfParams params() {
    return params;
  }
}
