package io.flatback.motion;

import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/** The middle of many directions. */
final class Directions {
  private static final int MOST_STEPS = 30;
  private static final double SETTLED = 1e-4;
  private static final double LEAST_DISTANCE = 1e-3;

  private Directions() {}

  /**
   * The direction with the least sum of distances to all: hardly moved by what lies far off, as long as that is
   * less than half of them. By Weiszfeld's iteration.
   *
   * @param directions unit length, at least one
   */
  static Vector3D median(List<Vector3D> directions) {
    Vector3D middle = mean(directions);
    double moved = 1.0;
    for (int step = 0; step < MOST_STEPS && moved > SETTLED; step++) {
      Vector3D next = weighed(directions, middle);
      moved = next.distance(middle);
      middle = next;
    }
    return middle;
  }

  /** Each by the inverse of its distance from the middle. */
  private static Vector3D weighed(List<Vector3D> directions, Vector3D middle) {
    double x = 0.0;
    double y = 0.0;
    double z = 0.0;
    for (int i = 0; i < directions.size(); i++) {
      Vector3D direction = directions.get(i);
      double weight = 1.0 / Math.max(LEAST_DISTANCE, middle.distance(direction));
      x += weight * direction.getX();
      y += weight * direction.getY();
      z += weight * direction.getZ();
    }
    return new Vector3D(x, y, z).normalize();
  }

  static Vector3D mean(List<Vector3D> directions) {
    double x = 0.0;
    double y = 0.0;
    double z = 0.0;
    for (Vector3D direction : directions) {
      x += direction.getX();
      y += direction.getY();
      z += direction.getZ();
    }
    Vector3D sum = new Vector3D(x, y, z);
    return sum.getNorm() > 1e-9 ? sum.normalize() : directions.getFirst();
  }
}
