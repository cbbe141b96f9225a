package io.flatback.motion.guided;

import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * The gyroscope summed up from the first reading of a span on: nothing but rotation, so that errors of the
 * accelerometer can be told from it. Holds the present orientation, from the sensor's frame now to its
 * frame at the start.
 */
final class Strapdown {
  private final Take take;
  private final Vector3D bias;
  private final Vector3D offset;
  private final Vector3D accelScale;
  private final Vector3D axis;
  private final double gyroScale;
  private double w = 1.0;
  private double x;
  private double y;
  private double z;

  /**
   * What a gyroscope and an accelerometer do wrong.
   *
   * @param accelScale by how much each of its axes is to be stretched, the offset taken out
   * @param axis the scale error is that of the rate about it
   */
  record Errors(
      Vector3D gyroBiasRadPerSec, Vector3D accelOffsetMps2, Vector3D accelScale, double gyroScale, Vector3D axis) {}

  Strapdown(Take take, Errors errors) {
    this.take = take;
    this.bias = errors.gyroBiasRadPerSec();
    this.offset = errors.accelOffsetMps2();
    this.accelScale = errors.accelScale();
    this.axis = errors.axis();
    this.gyroScale = errors.gyroScale();
  }

  /** Turns by what reading i says of the time since the one before. */
  void turn(int i) {
    double seconds = (take.timeNanos(i) - take.timeNanos(i - 1)) * 1e-9;
    double wx = take.gyroRadPerSec(i, 0) - bias.getX();
    double wy = take.gyroRadPerSec(i, 1) - bias.getY();
    double wz = take.gyroRadPerSec(i, 2) - bias.getZ();
    double more = gyroScale * (wx * axis.getX() + wy * axis.getY() + wz * axis.getZ());
    wx = (wx + more * axis.getX()) * seconds;
    wy = (wy + more * axis.getY()) * seconds;
    wz = (wz + more * axis.getZ()) * seconds;
    double angle = Math.sqrt(wx * wx + wy * wy + wz * wz);
    double c = Math.cos(angle / 2.0);
    double s = angle < 1e-12 ? 0.5 : Math.sin(angle / 2.0) / angle;
    turnBy(c, wx * s, wy * s, wz * s);
  }

  private void turnBy(double c, double dx, double dy, double dz) {
    double nw = w * c - x * dx - y * dy - z * dz;
    double nx = w * dx + x * c + y * dz - z * dy;
    double ny = w * dy - x * dz + y * c + z * dx;
    double nz = w * dz + x * dy - y * dx + z * c;
    double scale = 1.0 / Math.sqrt(nw * nw + nx * nx + ny * ny + nz * nz);
    w = nw * scale;
    x = nx * scale;
    y = ny * scale;
    z = nz * scale;
  }

  /** What reading i feels, put right, in the frame at the start; added to {@code sum}. */
  void addForce(int i, double seconds, double[] sum) {
    double fx = (1.0 + accelScale.getX()) * (take.accelMps2(i, 0) - offset.getX()) * seconds;
    double fy = (1.0 + accelScale.getY()) * (take.accelMps2(i, 1) - offset.getY()) * seconds;
    double fz = (1.0 + accelScale.getZ()) * (take.accelMps2(i, 2) - offset.getZ()) * seconds;
    sum[0] += (1 - 2 * (y * y + z * z)) * fx + 2 * (x * y - w * z) * fy + 2 * (x * z + w * y) * fz;
    sum[1] += 2 * (x * y + w * z) * fx + (1 - 2 * (x * x + z * z)) * fy + 2 * (y * z - w * x) * fz;
    sum[2] += 2 * (x * z - w * y) * fx + 2 * (y * z + w * x) * fy + (1 - 2 * (x * x + y * y)) * fz;
  }

  /** A direction of the frame at the start, seen from the sensor now. */
  void toSensor(double[] fixed, double[] out) {
    double a = fixed[0];
    double b = fixed[1];
    double c = fixed[2];
    out[0] = (1 - 2 * (y * y + z * z)) * a + 2 * (x * y + w * z) * b + 2 * (x * z - w * y) * c;
    out[1] = 2 * (x * y - w * z) * a + (1 - 2 * (x * x + z * z)) * b + 2 * (y * z + w * x) * c;
    out[2] = 2 * (x * z + w * y) * a + 2 * (y * z - w * x) * b + (1 - 2 * (x * x + y * y)) * c;
  }

  /** Up in the sensor's frame at every reading of {@code [from, end)}, three numbers each. */
  static double[] ups(Take take, Errors errors, int from, Vector3D upAtFrom) {
    double[] fixed = upAtFrom.toArray();
    double[] ups = new double[3 * take.size()];
    double[] now = new double[3];
    Strapdown strapdown = new Strapdown(take, errors);
    for (int i = from; i < take.size(); i++) {
      if (i > from) {
        strapdown.turn(i);
      }
      strapdown.toSensor(fixed, now);
      System.arraycopy(now, 0, ups, 3 * i, 3);
    }
    return ups;
  }
}
