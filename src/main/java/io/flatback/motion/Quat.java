package io.flatback.motion;

/** A rotation as a quaternion, overwritten rather than allocated. Of unit length but where said. */
final class Quat {
  /** Tangent of half a turn: below it the power series is exact to the last digit. */
  private static final double SMALL = 0.01;

  double w = 1.0;
  double x;
  double y;
  double z;

  Quat set(double newW, double newX, double newY, double newZ) {
    double norm = Math.sqrt(newW * newW + newX * newX + newY * newY + newZ * newZ);
    w = newW / norm;
    x = newX / norm;
    y = newY / norm;
    z = newZ / norm;
    return this;
  }

  /** The shortest way that brings a direction onto the y axis, about x from the far side. Not of unit length. */
  Quat setTipping(double fromX, double fromY, double fromZ) {
    double opposite = 1.0 + fromY;
    boolean away = opposite < 1e-9;
    w = away ? 0.0 : opposite;
    x = away ? 1.0 : -fromZ;
    y = 0.0;
    z = away ? 0.0 : fromX;
    return this;
  }

  /** This, after the other. */
  Quat after(Quat o) {
    return set(
        w * o.w - x * o.x - y * o.y - z * o.z,
        w * o.x + x * o.w + y * o.z - z * o.y,
        w * o.y - x * o.z + y * o.w + z * o.x,
        w * o.z + x * o.y - y * o.x + z * o.w);
  }

  Quat invert() {
    x = -x;
    y = -y;
    z = -z;
    return this;
  }

  void copy(Quat o) {
    w = o.w;
    x = o.x;
    y = o.y;
    z = o.z;
  }

  /**
   * The part about the y axis of: the inverse of {@code last}, then the small turn (1, hx, hy, hz), then this. Its
   * length does not matter.
   */
  double turnAboutYRad(double hx, double hy, double hz, Quat last) {
    double qw = w - x * hx - y * hy - z * hz;
    double qx = x + w * hx + y * hz - z * hy;
    double qy = y + w * hy - x * hz + z * hx;
    double qz = z + w * hz + x * hy - y * hx;
    return aboutYRad(
        qw * last.w + qx * last.x + qy * last.y + qz * last.z,
        qy * last.w - qw * last.y + qx * last.z - qz * last.x);
  }

  private static double aboutYRad(double w, double y) {
    double tangent = y / w;
    if (w > 0.0 && Math.abs(tangent) < SMALL) {
      double t = tangent * tangent;
      return 2.0 * tangent * (1.0 - t * (1.0 / 3.0 - t * (1.0 / 5.0 - t * (1.0 / 7.0))));
    }
    double half = Math.atan2(y, w);
    return 2.0 * (half > Math.PI / 2 ? half - Math.PI : half < -Math.PI / 2 ? half + Math.PI : half);
  }
}
