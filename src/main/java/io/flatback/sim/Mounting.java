package io.flatback.sim;

/**
 * How a sensor is turned on the back. Flat and straight means x to the right, y up, z out of the back.
 */
public sealed interface Mounting {
  Mounting STRAIGHT = new Turned(0, 0, 0, 0);

  /** As people put it on: tilted with the curve of the back, a few degrees off on every axis. */
  Mounting USUAL = new Turned(0, 0, 8, 3);

  Mounting UPSIDE_DOWN = new Turned(180, 0, 8, 3);

  /**
   * Turned by known angles about body axes, in this order, and a little more by chance.
   *
   * @param aboutAnteriorDeg 180 is upside-down
   * @param spreadDeg standard deviation of a further tilt about each axis, drawn by the seed
   */
  record Turned(double aboutAnteriorDeg, double aboutSuperiorDeg, double aboutRightDeg, double spreadDeg)
      implements Mounting {}

  /** Any orientation at all, drawn evenly by the seed. */
  record Anyhow() implements Mounting {}

  /** From sensor axes to body axes. */
  private static Rotation3 straight() {
    return new Rotation3(new Vector3(0, 0, 1), new Vector3(0, 1, 0), new Vector3(-1, 0, 0));
  }

  /** From sensor axes to the axes of the segment that carries it. */
  static Rotation3 draw(Mounting mounting, Noise noise) {
    return switch (mounting) {
      case Turned t -> turned(t, noise.gaussianVector(t.spreadDeg()));
      case Anyhow a -> Rotation3.ofQuaternion(noise.gaussian(), noise.gaussian(), noise.gaussian(), noise.gaussian());
    };
  }

  private static Rotation3 turned(Turned t, Vector3 byChanceDeg) {
    return Rotation3.about(Axis.ANTERIOR, StrictMath.toRadians(t.aboutAnteriorDeg + byChanceDeg.x()))
        .times(Rotation3.about(Axis.SUPERIOR, StrictMath.toRadians(t.aboutSuperiorDeg + byChanceDeg.y())))
        .times(Rotation3.about(Axis.RIGHT, StrictMath.toRadians(t.aboutRightDeg + byChanceDeg.z())))
        .times(straight());
  }
}
