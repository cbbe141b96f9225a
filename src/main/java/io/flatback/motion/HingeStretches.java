package io.flatback.motion;

import java.util.Arrays;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * Which of the motion is hinging: the excursions from a neutral direction that lead furthest away, all of them
 * to one side. Side bends and turns lead less far or elsewhere, and are left out, so that they do not turn the
 * axis.
 */
final class HingeStretches {
  /** own: of the furthest tilt; what reaches further belongs to the largest movements. */
  private static final double FAR_SHARE = 0.7;

  /** own: of the furthest tilt; an excursion begins and ends here. */
  private static final double NEAR_SHARE = 0.15;

  /** own: side bends of seated people lead 40° aside from their forward bends, and no less. */
  private static final double SAME_WAY_COSINE = Math.cos(Math.toRadians(35.0));

  private static final double LEAST_ASIDE = 1e-9;

  private final boolean[] hinging;
  private final double furthestRad;

  HingeStretches(MotionWindow window, Vector3D neutral) {
    int n = window.size();
    this.hinging = window.room.hinging;
    double[] cosine = window.room.tiltCosine;
    for (int i = 0; i < n; i++) {
      double lengthSquared = 0.0;
      for (int c = 0; c < 3; c++) {
        lengthSquared += window.upComponent(c, i) * window.upComponent(c, i);
      }
      cosine[i] = window.upAlong(i, neutral) / Math.sqrt(lengthSquared);
    }
    this.furthestRad = Math.acos(Math.max(-1.0, Math.min(1.0, window.room.ranked(cosine, n, n / 100))));
    double near = Math.cos(NEAR_SHARE * furthestRad);
    double far = Math.cos(FAR_SHARE * furthestRad);
    Vector3D way = farMean(window, neutral, far).normalize();
    Arrays.fill(hinging, 0, n, false);
    int from = 0;
    boolean reached = false;
    for (int i = 0; i <= n; i++) {
      if (i == n || cosine[i] > near) {
        Arrays.fill(hinging, from, i, reached);
        from = i + 1;
        reached = false;
      } else if (cosine[i] < far) {
        reached |= isSameWay(window, i, neutral, way);
      }
    }
  }

  /** Where the furthest lead to, aside from neutral. */
  private static Vector3D farMean(MotionWindow window, Vector3D neutral, double farCosine) {
    double x = 0.0;
    double y = 0.0;
    double z = 0.0;
    for (int i = 0; i < window.size(); i++) {
      if (window.room.tiltCosine[i] <= farCosine) {
        double along = window.upAlong(i, neutral);
        double ax = window.upComponent(0, i) - along * neutral.getX();
        double ay = window.upComponent(1, i) - along * neutral.getY();
        double az = window.upComponent(2, i) - along * neutral.getZ();
        double scale = 1.0 / Math.max(LEAST_ASIDE, Math.sqrt(ax * ax + ay * ay + az * az));
        x += scale * ax;
        y += scale * ay;
        z += scale * az;
      }
    }
    Vector3D sum = new Vector3D(x, y, z);
    return sum.getNorm() > 0.0 ? sum : neutral.orthogonal();
  }

  /** @param way unit length, at right angles to neutral */
  private static boolean isSameWay(MotionWindow window, int i, Vector3D neutral, Vector3D way) {
    double along = window.upAlong(i, neutral);
    double ax = window.upComponent(0, i) - along * neutral.getX();
    double ay = window.upComponent(1, i) - along * neutral.getY();
    double az = window.upComponent(2, i) - along * neutral.getZ();
    return window.upAlong(i, way) > SAME_WAY_COSINE * Math.sqrt(ax * ax + ay * ay + az * az);
  }

  boolean isHinging(int i) {
    return hinging[i];
  }

  double furthestRad() {
    return furthestRad;
  }
}
