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
    for (int i = 0; i < pair.first.size(); i++) {
      if (!pair.hasPartner(i) || !hinging.test(i)) {
        continue;
      }
      Vector3D a = levelled(pair.first, i, first.superior());
      Vector3D b = levelled(pair.second, pair.partner(i), superior);
      double ax = a.dotProduct(first.right());
      double ay = a.dotProduct(first.anterior());
      double bx = b.dotProduct(e1);
      double by = b.dotProduct(e2);
      real += bx * ax + by * ay;
      imaginary += by * ax - bx * ay;
      firstSquares += ax * ax + ay * ay;
      secondSquares += bx * bx + by * by;
      pathRad += b.getNorm() * pair.first.stepSeconds;
    }
    double length = Math.hypot(real, imaginary);
    if (length == 0.0) {
      return new SharedForward(superior, e1, 0.0, 0.0);
    }
    Vector3D right = new Vector3D(real / length, e1, imaginary / length, e2);
    return new SharedForward(superior, right, length / Math.sqrt(firstSquares * secondSquares), pathRad);
  }

  private static Vector3D superior(PairedWindow pair, Mounting first) {
    Vector3D sum = Vector3D.ZERO;
    int count = 0;
    for (int i = 0; i < pair.first.size(); i++) {
      boolean standing = pair.first.up(i).dotProduct(first.superior()) > STANDING_COSINE;
      if (standing && pair.hasPartner(i) && pair.first.rate(i).getNorm() < SLOW_RAD_PER_SEC) {
        sum = sum.add(pair.second.up(pair.partner(i)));
        count++;
      }
    }
    return count < LEAST_POSITIONS ? pair.second.up(0).normalize() : sum.normalize();
  }

  /** The tipping rate as it would be with the sensor tipped back to standing the shortest way. */
  private static Vector3D levelled(MotionWindow window, int i, Vector3D superior) {
    Vector3D up = window.up(i);
    Vector3D tipping = window.tipping(i);
    Vector3D axis = Vector3D.crossProduct(up, superior);
    double cosine = up.dotProduct(superior);
    if (cosine < -0.99) {
      return tipping;
    }
    double along = axis.dotProduct(tipping) / (1.0 + cosine);
    return new Vector3D(cosine, tipping, 1.0, Vector3D.crossProduct(axis, tipping), along, axis);
  }
}
