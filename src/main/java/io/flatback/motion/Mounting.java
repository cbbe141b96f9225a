package io.flatback.motion;

import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * How a sensor sits on the body: the body's axes (ISB) in the sensor frame, at the wearer's own standing
 * posture.
 *
 * @param anterior body x, forward
 * @param superior body y; earth's up while standing
 * @param right body z, the axis of a hinge
 * @param confidence 0 to 1 that these are right
 * @param coupling the wearer's own side tilt while hinging, to be subtracted; known from a guided calibration
 */
public record Mounting(
    Vector3D anterior, Vector3D superior, Vector3D right, double confidence, SideCoupling coupling) {

  public Mounting(Vector3D anterior, Vector3D superior, Vector3D right, double confidence) {
    this(anterior, superior, right, confidence, SideCoupling.NONE);
  }

  /**
   * From what is known with most and with least certainty: up in standing, and the hinge.
   *
   * @param hinge about the direction of the body's right; made perpendicular to {@code superior}
   */
  public static Mounting of(Vector3D superior, Vector3D hinge, double confidence) {
    Vector3D y = superior.normalize();
    Vector3D z = hinge.subtract(hinge.dotProduct(y), y).normalize();
    return new Mounting(Vector3D.crossProduct(y, z), y, z, confidence);
  }

  public Mounting withCoupling(SideCoupling learnt) {
    return new Mounting(anterior, superior, right, confidence, learnt);
  }

  /** The largest angle between two axes of the two. */
  public double angleToRad(Mounting other) {
    double trace =
        anterior.dotProduct(other.anterior) + superior.dotProduct(other.superior) + right.dotProduct(other.right);
    return Math.acos(Math.max(-1.0, Math.min(1.0, (trace - 1.0) / 2.0)));
  }
}
