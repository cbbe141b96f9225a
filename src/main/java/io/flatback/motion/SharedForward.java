package io.flatback.motion;

import java.util.function.IntPredicate;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * Where the body's right lies in a second sensor of the same back, from the first: over the hinges both tip
 * over the same way, so the tipping of the one, turned by one angle about the vertical, is like the other's.
 *
 * @param superior earth's up in the second's frame, at the times at which the first stands
 * @param right in the second's frame
 * @param coherence 0 to 1: how far the two go the same way
 * @param pathRad how far the second tipped in all
 */
record SharedForward(Vector3D superior, Vector3D right, double coherence, double pathRad) {
  private static final double STANDING_COSINE = Math.cos(Math.toRadians(8.0));
  private static final double SLOW_RAD_PER_SEC = Math.toRadians(20.0);
  private static final int LEAST_POSITIONS = 5;

  /** @param hinging positions of the first at which it hinges */
  static SharedForward of(PairedWindow pair, Mounting first, IntPredicate hinging) {
    Vector3D superior = superior(pair, first);
    Vector3D e1 = superior.orthogonal();
    Vector3D e2 = Vector3D.crossProduct(superior, e1);
    double real = 0.0;
    double imaginary = 0.0;
    double firstSquares = 0.0;
    double secondSquares = 0.0;
    double pathRad = 0.0;
    double[] a = new double[3];
    double[] b = new double[3];
    for (int i = 0; i < pair.first.size(); i++) {
      if (!pair.hasPartner(i) || !hinging.test(i)) {
        continue;
      }
      level(pair.first, i, first.superior(), a);
      level(pair.second, pair.partner(i), superior, b);
      double ax = along(a, first.right());
      double ay = along(a, first.anterior());
      double bx = along(b, e1);
      double by = along(b, e2);
      real += bx * ax + by * ay;
      imaginary += by * ax - bx * ay;
      firstSquares += ax * ax + ay * ay;
      secondSquares += bx * bx + by * by;
      pathRad += Math.sqrt(b[0] * b[0] + b[1] * b[1] + b[2] * b[2]) * pair.first.stepSeconds;
    }
    double length = Math.hypot(real, imaginary);
    if (length == 0.0) {
      return new SharedForward(superior, e1, 0.0, 0.0);
    }
    Vector3D right = new Vector3D(real / length, e1, imaginary / length, e2);
    return new SharedForward(superior, right, length / Math.sqrt(firstSquares * secondSquares), pathRad);
  }

  private static Vector3D superior(PairedWindow pair, Mounting first) {
    double x = 0.0;
    double y = 0.0;
    double z = 0.0;
    int count = 0;
    for (int i = 0; i < pair.first.size(); i++) {
      boolean standing = pair.first.upAlong(i, first.superior()) > STANDING_COSINE;
      if (standing && pair.hasPartner(i) && pair.first.rateRadPerSec(i) < SLOW_RAD_PER_SEC) {
        x += pair.second.upComponent(0, pair.partner(i));
        y += pair.second.upComponent(1, pair.partner(i));
        z += pair.second.upComponent(2, pair.partner(i));
        count++;
      }
    }
    return count < LEAST_POSITIONS ? pair.second.up(0).normalize() : new Vector3D(x, y, z).normalize();
  }

  /** The tipping rate as it would be with the sensor tipped back to standing the shortest way. */
  private static void level(MotionWindow window, int i, Vector3D superior, double[] out) {
    window.tipping(i, out);
    double cosine = window.upAlong(i, superior);
    if (cosine < -0.99) {
      return;
    }
    double ux = window.upComponent(0, i);
    double uy = window.upComponent(1, i);
    double uz = window.upComponent(2, i);
    double x = uy * superior.getZ() - uz * superior.getY();
    double y = uz * superior.getX() - ux * superior.getZ();
    double z = ux * superior.getY() - uy * superior.getX();
    double along = (x * out[0] + y * out[1] + z * out[2]) / (1.0 + cosine);
    double tx = out[0];
    double ty = out[1];
    double tz = out[2];
    out[0] = cosine * tx + (y * tz - z * ty) + along * x;
    out[1] = cosine * ty + (z * tx - x * tz) + along * y;
    out[2] = cosine * tz + (x * ty - y * tx) + along * z;
  }

  private static double along(double[] vector, Vector3D direction) {
    return vector[0] * direction.getX() + vector[1] * direction.getY() + vector[2] * direction.getZ();
  }
}
