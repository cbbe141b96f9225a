package io.flatback.sim;

import com.google.errorprone.annotations.Immutable;

/** Three components in a frame that the owner names. */
@Immutable
record Vector3(double x, double y, double z) {
  static final Vector3 ZERO = new Vector3(0, 0, 0);

  Vector3 plus(Vector3 o) {
    return new Vector3(x + o.x, y + o.y, z + o.z);
  }

  Vector3 times(double k) {
    return new Vector3(k * x, k * y, k * z);
  }

  Vector3 cross(Vector3 o) {
    return new Vector3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
  }

  double dot(Vector3 o) {
    return x * o.x + y * o.y + z * o.z;
  }

  double norm() {
    return StrictMath.sqrt(dot(this));
  }
}
