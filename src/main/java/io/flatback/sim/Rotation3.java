package io.flatback.sim;

/** A rotation as three columns: the images of the axes it turns. */
record Rotation3(Vector3 first, Vector3 second, Vector3 third) {
  static final Rotation3 IDENTITY =
      new Rotation3(Axis.ANTERIOR.unit(), Axis.SUPERIOR.unit(), Axis.RIGHT.unit());

  /** Right-handed turn about one of the axes. */
  static Rotation3 about(Axis axis, double angleRad) {
    double c = Turns.cos(angleRad / (2 * StrictMath.PI));
    double s = Turns.sin(angleRad / (2 * StrictMath.PI));
    return switch (axis) {
      case ANTERIOR -> new Rotation3(axis.unit(), new Vector3(0, c, s), new Vector3(0, -s, c));
      case SUPERIOR -> new Rotation3(new Vector3(c, 0, -s), axis.unit(), new Vector3(s, 0, c));
      case RIGHT -> new Rotation3(new Vector3(c, s, 0), new Vector3(-s, c, 0), axis.unit());
    };
  }

  /** First a turn about one of the own axes, then this; the same as {@code times(about(axis, …))}. */
  Rotation3 afterTurn(Axis axis, double cos, double sin) {
    return switch (axis) {
      case ANTERIOR -> new Rotation3(first, mix(second, cos, third, sin), mix(second, -sin, third, cos));
      case SUPERIOR -> new Rotation3(mix(first, cos, third, -sin), second, mix(first, sin, third, cos));
      case RIGHT -> new Rotation3(mix(first, cos, second, sin), mix(first, -sin, second, cos), third);
    };
  }

  /** A vector as it is seen from axes that were turned about one of them. */
  static Vector3 seenAfterTurn(Axis axis, double cos, double sin, Vector3 v) {
    return switch (axis) {
      case ANTERIOR -> new Vector3(v.x(), cos * v.y() + sin * v.z(), -sin * v.y() + cos * v.z());
      case SUPERIOR -> new Vector3(cos * v.x() - sin * v.z(), v.y(), sin * v.x() + cos * v.z());
      case RIGHT -> new Vector3(cos * v.x() + sin * v.y(), -sin * v.x() + cos * v.y(), v.z());
    };
  }

  private static Vector3 mix(Vector3 a, double k, Vector3 b, double m) {
    return new Vector3(k * a.x() + m * b.x(), k * a.y() + m * b.y(), k * a.z() + m * b.z());
  }

  /** The rotation of a quaternion that need not have unit length. */
  static Rotation3 ofQuaternion(double w, double x, double y, double z) {
    double k = 2 / (w * w + x * x + y * y + z * z);
    return new Rotation3(
        new Vector3(1 - k * (y * y + z * z), k * (x * y + w * z), k * (x * z - w * y)),
        new Vector3(k * (x * y - w * z), 1 - k * (x * x + z * z), k * (y * z + w * x)),
        new Vector3(k * (x * z + w * y), k * (y * z - w * x), 1 - k * (x * x + y * y)));
  }

  Vector3 apply(Vector3 v) {
    return first.times(v.x()).plus(second.times(v.y())).plus(third.times(v.z()));
  }

  Vector3 applyInverse(Vector3 v) {
    return new Vector3(first.dot(v), second.dot(v), third.dot(v));
  }

  /** First {@code other}, then this. */
  Rotation3 times(Rotation3 other) {
    return new Rotation3(apply(other.first), apply(other.second), apply(other.third));
  }

  Rotation3 inverse() {
    return new Rotation3(
        new Vector3(first.x(), second.x(), third.x()),
        new Vector3(first.y(), second.y(), third.y()),
        new Vector3(first.z(), second.z(), third.z()));
  }
}
