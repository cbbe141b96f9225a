package io.flatback.signal;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a sensor's readings are put right by: a′ = A (a − o) and ω′ = G ω, in the sensor's own frame.
 *
 * <p>Immutable; may be shared. The raw record stays as it came: this is applied on the way to the motion.
 */
public final class Calibration {
  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};
  public static final Calibration NONE = new Calibration(new double[3], IDENTITY, IDENTITY);

  private final double[] accelOffsetMps2;
  private final double[] accelMatrix;
  private final double[] gyroMatrix;

  /**
   * @param accelOffsetMps2 x y z
   * @param accelMatrix 3 × 3, row by row
   * @param gyroMatrix 3 × 3, row by row
   */
  public Calibration(double[] accelOffsetMps2, double[] accelMatrix, double[] gyroMatrix) {
    this.accelOffsetMps2 = checked(accelOffsetMps2, 3);
    this.accelMatrix = checked(accelMatrix, 9);
    this.gyroMatrix = checked(gyroMatrix, 9);
  }

  private static double[] checked(double[] values, int length) {
    if (values.length != length || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "calibration " + Arrays.toString(values) + ", expected " + length + " finite numbers");
    }
    return values.clone();
  }

  /** Of an accelerometer alone. */
  public static Calibration ofAccelerometer(double[] offsetMps2, double[] matrix) {
    return new Calibration(offsetMps2, matrix, IDENTITY);
  }

  /** A corrected acceleration into {@code out}, m/s². */
  public void accel(double x, double y, double z, double[] out) {
    multiply(accelMatrix, x - accelOffsetMps2[0], y - accelOffsetMps2[1], z - accelOffsetMps2[2], out);
  }

  /** A corrected angular rate into {@code out}, rad/s. */
  public void gyro(double x, double y, double z, double[] out) {
    multiply(gyroMatrix, x, y, z, out);
  }

  /** This one, and on what it gives, the other: A₂ (A₁ (a − o₁) − o₂) = A₂ A₁ (a − o₁ − A₁⁻¹ o₂). */
  public Calibration then(Calibration next) {
    double[] shift = new double[3];
    double[] inverse = inverse(accelMatrix);
    multiply(inverse, next.accelOffsetMps2[0], next.accelOffsetMps2[1], next.accelOffsetMps2[2], shift);
    double[] offset = accelOffsetMps2.clone();
    for (int i = 0; i < 3; i++) {
      offset[i] += shift[i];
    }
    return new Calibration(offset, product(next.accelMatrix, accelMatrix), product(next.gyroMatrix, gyroMatrix));
  }

  public double[] accelOffsetMps2() {
    return accelOffsetMps2.clone();
  }

  public double[] accelMatrix() {
    return accelMatrix.clone();
  }

  public double[] gyroMatrix() {
    return gyroMatrix.clone();
  }

  private static void multiply(double[] m, double x, double y, double z, double[] out) {
    out[0] = m[0] * x + m[1] * y + m[2] * z;
    out[1] = m[3] * x + m[4] * y + m[5] * z;
    out[2] = m[6] * x + m[7] * y + m[8] * z;
  }

  private static double[] product(double[] a, double[] b) {
    double[] out = new double[9];
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        out[3 * r + c] = a[3 * r] * b[c] + a[3 * r + 1] * b[3 + c] + a[3 * r + 2] * b[6 + c];
      }
    }
    return out;
  }

  /** By cofactors; a correction is close to the identity. */
  private static double[] inverse(double[] m) {
    double c0 = m[4] * m[8] - m[5] * m[7];
    double c1 = m[5] * m[6] - m[3] * m[8];
    double c2 = m[3] * m[7] - m[4] * m[6];
    double scale = 1.0 / (m[0] * c0 + m[1] * c1 + m[2] * c2);
    double[] out = {
      c0, m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      c1, m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      c2, m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
    };
    for (int i = 0; i < 9; i++) {
      out[i] *= scale;
    }
    return out;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Calibration c
        && Arrays.equals(accelOffsetMps2, c.accelOffsetMps2)
        && Arrays.equals(accelMatrix, c.accelMatrix)
        && Arrays.equals(gyroMatrix, c.gyroMatrix);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        Arrays.hashCode(accelOffsetMps2), Arrays.hashCode(accelMatrix), Arrays.hashCode(gyroMatrix));
  }
}
