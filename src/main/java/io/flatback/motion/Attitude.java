package io.flatback.motion;

/**
 * Rotation from the sensor to an earth frame whose z is up and whose heading is free: a unit quaternion and
 * its matrix. One instance, one thread; nothing is allocated.
 */
final class Attitude {
  /** Half an angle of 0.1 rad, squared: below it the power series are exact to the last digit. */
  private static final double SMALL_SQUARED = 0.0025;

  private double w = 1.0;
  private double x;
  private double y;
  private double z;
  /** Row-major; its last row is earth's up in the sensor frame. */
  private final double[] matrix = new double[9];

  Attitude() {
    refresh();
  }

  /** Turns by a rotation vector in the sensor frame, rad. */
  void turn(double vx, double vy, double vz) {
    double squared = 0.25 * (vx * vx + vy * vy + vz * vz);
    double s;
    double c;
    if (squared < SMALL_SQUARED) {
      s = 0.5 * (1.0 - squared / 6.0 * (1.0 - squared / 20.0 * (1.0 - squared / 42.0)));
      c = 1.0 - squared / 2.0 * (1.0 - squared / 12.0 * (1.0 - squared / 30.0 * (1.0 - squared / 56.0)));
    } else {
      double half = Math.sqrt(squared);
      s = 0.5 * Math.sin(half) / half;
      c = Math.cos(half);
    }
    double qx = vx * s;
    double qy = vy * s;
    double qz = vz * s;
    set(
        w * c - x * qx - y * qy - z * qz,
        w * qx + x * c + y * qz - z * qy,
        w * qy - x * qz + y * c + z * qx,
        w * qz + x * qy - y * qx + z * c);
  }

  /** Turns about the earth's horizontal axes, rad, small. */
  void tilt(double aboutX, double aboutY) {
    double qx = 0.5 * aboutX;
    double qy = 0.5 * aboutY;
    turnEarth(1.0, qx, qy);
  }

  /** The shortest turn of the earth frame that brings this direction of it straight up. */
  void raise(double ex, double ey, double ez) {
    double norm = Math.sqrt(ex * ex + ey * ey + ez * ez);
    if (norm == 0.0) {
      return;
    }
    double qw = Math.sqrt(Math.max(0.0, (ez / norm + 1.0) / 2.0));
    if (qw > 1e-6) {
      turnEarth(qw, 0.5 * ey / norm / qw, -0.5 * ex / norm / qw);
    } else {
      turnEarth(0.0, 1.0, 0.0);
    }
  }

  private void turnEarth(double qw, double qx, double qy) {
    set(qw * w - qx * x - qy * y, qw * x + qx * w + qy * z, qw * y - qx * z + qy * w, qw * z + qx * y - qy * x);
  }

  private void set(double newW, double newX, double newY, double newZ) {
    double scale = 1.0 / Math.sqrt(newW * newW + newX * newX + newY * newY + newZ * newZ);
    w = newW * scale;
    x = newX * scale;
    y = newY * scale;
    z = newZ * scale;
    refresh();
  }

  private void refresh() {
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

  /** Row-major, 0 to 8; from the sensor to the earth. */
  double matrix(int i) {
    return matrix[i];
  }

  /** One coordinate in the earth frame of a vector given in the sensor's. */
  double toEarth(int axis, double vx, double vy, double vz) {
    return matrix[3 * axis] * vx + matrix[3 * axis + 1] * vy + matrix[3 * axis + 2] * vz;
  }
}
