package io.flatback.sim;

/**
 * Angles of the body's segments in degrees, 0 in the lifter's own standing posture.
 *
 * @param shankDeg forward lean of the shank
 * @param thighDeg backward lean of the thigh
 * @param pelvisDeg forward tilt of the pelvis
 * @param lumbarFlexionDeg thorax against pelvis, rounding positive
 * @param lateralDeg lean of the trunk to the right against the pelvis
 * @param axialDeg turn of the trunk to the left against the pelvis
 */
public record Pose(
    double shankDeg,
    double thighDeg,
    double pelvisDeg,
    double lumbarFlexionDeg,
    double lateralDeg,
    double axialDeg) {
  public static final Pose STANDING = new Pose(0, 0, 0, 0, 0, 0);

  /** A pose without lean or turn to a side. */
  public static Pose sagittal(double shankDeg, double thighDeg, double pelvisDeg, double lumbarFlexionDeg) {
    return new Pose(shankDeg, thighDeg, pelvisDeg, lumbarFlexionDeg, 0, 0);
  }

  public Pose plus(Pose o) {
    return new Pose(
        shankDeg + o.shankDeg,
        thighDeg + o.thighDeg,
        pelvisDeg + o.pelvisDeg,
        lumbarFlexionDeg + o.lumbarFlexionDeg,
        lateralDeg + o.lateralDeg,
        axialDeg + o.axialDeg);
  }

  public Pose times(double k) {
    return new Pose(k * shankDeg, k * thighDeg, k * pelvisDeg, k * lumbarFlexionDeg, k * lateralDeg, k * axialDeg);
  }
}
