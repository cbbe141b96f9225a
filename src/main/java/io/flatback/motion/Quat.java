package io.flatback.motion;

/** A rotation as a unit quaternion, overwritten rather than allocated. */
final class Quat {
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

  /** The shortest way that brings a direction onto the y axis; about x where it points away from it. */
  Quat setTipping(double fromX, double fromY, double fromZ) {
    double opposite = 1.0 + fromY;
    return opposite < 1e-9 ? set(0, 1, 0, 0) : set(opposite, -fromZ, 0.0, fromX);
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

  Quat set(Quat o) {
    return set(o.w, o.x, o.y, o.z);
  }

  /** The part of this turn that is about the y axis. */
  double aboutYRad() {
    double half = Math.atan2(y, w);
    return 2.0 * (half > Math.PI / 2 ? half - Math.PI : half < -Math.PI / 2 ? half + Math.PI : half);
  }
}
