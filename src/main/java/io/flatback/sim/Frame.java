package io.flatback.sim;

/**
 * A rigid segment at one moment: where its origin is, how it is turned, and how both change. Built from the
 * ground up, joint by joint. Earth axes: forward, up, right.
 *
 * @param positionM of the origin, earth axes
 * @param accelerationMps2 of the origin, earth axes, without gravity
 * @param rotation from the segment's axes to the earth's
 * @param rateRadPerSec angular rate, segment axes
 * @param angularAccelerationRadPerSec2 segment axes
 */
record Frame(
    Vector3 positionM,
    Vector3 accelerationMps2,
    Rotation3 rotation,
    Vector3 rateRadPerSec,
    Vector3 angularAccelerationRadPerSec2) {

  static final Frame GROUND =
      new Frame(Vector3.ZERO, Vector3.ZERO, Rotation3.IDENTITY, Vector3.ZERO, Vector3.ZERO);

  /** The segment behind a joint that is turned by {@code angle} (rad) about this segment's axis. */
  Frame turn(Axis axis, Jet angle) {
    double turns = angle.value() / (2 * StrictMath.PI);
    double cos = Turns.cos(turns);
    double sin = Turns.sin(turns);
    Vector3 carried = Rotation3.seenAfterTurn(axis, cos, sin, rateRadPerSec);
    Vector3 own = axis.unit().times(angle.rate());
    Vector3 angular =
        Rotation3.seenAfterTurn(axis, cos, sin, angularAccelerationRadPerSec2)
            .plus(carried.cross(own))
            .plus(axis.unit().times(angle.acceleration()));
    return new Frame(
        positionM, accelerationMps2, rotation.afterTurn(axis, cos, sin), carried.plus(own), angular);
  }

  /** Moves the origin to a point fixed in this segment. */
  Frame shift(Vector3 offsetM) {
    Vector3 centripetal = rateRadPerSec.cross(rateRadPerSec.cross(offsetM));
    Vector3 acceleration = angularAccelerationRadPerSec2.cross(offsetM).plus(centripetal);
    return new Frame(
        positionM.plus(rotation.apply(offsetM)),
        accelerationMps2.plus(rotation.apply(acceleration)),
        rotation,
        rateRadPerSec,
        angularAccelerationRadPerSec2);
  }

  /** Moves the whole frame up by a changing height in metres. */
  Frame lift(Jet heightM) {
    return new Frame(
        positionM.plus(Axis.SUPERIOR.unit().times(heightM.value())),
        accelerationMps2.plus(Axis.SUPERIOR.unit().times(heightM.acceleration())),
        rotation,
        rateRadPerSec,
        angularAccelerationRadPerSec2);
  }

  /** The earth's up-direction in this segment's axes. */
  Vector3 up() {
    return rotation.applyInverse(Axis.SUPERIOR.unit());
  }

  /** Signed forward lean in degrees; 0 upright, good beyond 90°. */
  double sagittalDeg() {
    Vector3 up = up();
    return StrictMath.toDegrees(StrictMath.atan2(-up.x(), up.y()));
  }

  /** Lean to the right in degrees. */
  double lateralDeg() {
    return StrictMath.toDegrees(StrictMath.asin(Math.max(-1, Math.min(1, -up().z()))));
  }
}
