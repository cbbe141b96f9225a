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
  private static final double SAME_WAY_RAD = Math.toRadians(35.0);

  private final boolean[] hinging;
  private final double furthestRad;

  HingeStretches(MotionWindow window, Vector3D neutral) {
    int n = window.size();
    this.hinging = new boolean[n];
    double[] tiltRad = new double[n];
    for (int i = 0; i < n; i++) {
      tiltRad[i] = Vector3D.angle(window.up(i), neutral);
    }
    double[] sorted = tiltRad.clone();
    Arrays.sort(sorted);
    this.furthestRad = sorted[n - 1 - n / 100];
    Vector3D way = farMean(window, neutral, tiltRad);
    int from = 0;
    boolean reached = false;
    for (int i = 0; i <= n; i++) {
      if (i == n || tiltRad[i] < NEAR_SHARE * furthestRad) {
        Arrays.fill(hinging, from, i, reached);
        from = i + 1;
        reached = false;
      } else if (tiltRad[i] > FAR_SHARE * furthestRad) {
        reached |= Vector3D.angle(aside(window.up(i), neutral), way) < SAME_WAY_RAD;
      }
    }
  }

  private Vector3D farMean(MotionWindow window, Vector3D neutral, double[] tiltRad) {
    Vector3D sum = Vector3D.ZERO;
    for (int i = 0; i < tiltRad.length; i++) {
      if (tiltRad[i] >= FAR_SHARE * furthestRad) {
        sum = sum.add(aside(window.up(i), neutral));
      }
    }
    return sum.getNorm() > 0.0 ? sum : neutral.orthogonal();
  }

  private static Vector3D aside(Vector3D up, Vector3D neutral) {
    Vector3D aside = up.subtract(up.dotProduct(neutral), neutral);
    return aside.getNorm() > 1e-9 ? aside.normalize() : neutral.orthogonal();
  }

  boolean isHinging(int i) {
    return hinging[i];
  }

  double furthestRad() {
    return furthestRad;
  }
}
