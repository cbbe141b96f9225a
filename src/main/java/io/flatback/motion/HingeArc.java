package io.flatback.motion;

import java.util.Arrays;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * The arc that earth's up draws in the sensor frame while the wearer hinges. Which end of it is standing is
 * not known here: {@link StandingEvidence} weighs that.
 */
final class HingeArc {
  /** Ends of the arc, as a share of its range. */
  private static final double END_SHARE = 0.20;
  /** Who bends backward too stands within this share of an end (own: 25° back and 45° forward). */
  private static final double HALF_SHARE = 0.42;

  /** own: wider than sway, narrower than the smallest hinge of a real set. */
  private static final double SWAY_RAD = Math.toRadians(5.0);
  /** own: who leans aside further is not standing. */
  private static final double ASIDE_RAD = Math.toRadians(8.0);

  private static final double SLOW_RAD_PER_SEC = Math.toRadians(20.0);

  /** own: who stands still to be measured sways less than this, and for longer than between two reps. */
  private static final double QUIET_RAD_PER_SEC = Math.toRadians(4.0);

  private static final double QUIET_SECONDS = 1.5;
  private static final double LEAST_SUM = 1e-9;

  private final MotionWindow window;
  private final int size;
  private final double[] angleRad;
  private final double[] asideSine;
  private final double leastAsideSine;
  private final double mostAsideSine;
  private final double lowRad;
  private final double highRad;

  HingeArc(MotionWindow window, Vector3D axis) {
    int n = window.size();
    this.window = window;
    Vector3D mean = meanUp(window);
    Vector3D first = mean.subtract(mean.dotProduct(axis), axis);
    Vector3D e1 = first.getNorm() > 1e-6 ? first.normalize() : axis.orthogonal();
    Vector3D e2 = Vector3D.crossProduct(axis, e1);
    this.size = n;
    this.angleRad = window.room.angleRad;
    this.asideSine = window.room.asideSine;
    for (int i = 0; i < n; i++) {
      angleRad[i] = ArcTangent.of(window.upAlong(i, e2), window.upAlong(i, e1));
      asideSine[i] = Math.max(-1.0, Math.min(1.0, window.upAlong(i, axis)));
    }
    HingeRoom room = window.room;
    double middleAsideRad =
        0.5 * (Math.asin(room.ranked(asideSine, n, n / 2)) + Math.asin(room.largestBelow(n / 2, (n - 1) / 2)));
    this.leastAsideSine = sine(middleAsideRad - ASIDE_RAD);
    this.mostAsideSine = sine(middleAsideRad + ASIDE_RAD);
    this.lowRad = room.ranked(angleRad, n, n / 200);
    this.highRad = room.rankedAbove(n / 200, n, n - 1 - n / 200);
  }

  /** Beyond what any angle reaches where the angle is beyond ±90°. */
  private static double sine(double rad) {
    return Math.abs(rad) < 0.5 * Math.PI ? Math.sin(rad) : 2.0 * Math.signum(rad);
  }

  double rangeRad() {
    return highRad - lowRad;
  }

  double angleRad(int i) {
    return angleRad[i];
  }

  int size() {
    return size;
  }

  /** Within a fifth of the range from that end. */
  boolean isAtEnd(int i, boolean low) {
    return fromEndRad(i, low) < END_SHARE * rangeRad();
  }

  /** On that side of the middle, with some distance from it. */
  boolean isInHalf(int i, boolean low) {
    return fromEndRad(i, low) < HALF_SHARE * rangeRad();
  }

  private double fromEndRad(int i, boolean low) {
    return low ? angleRad[i] - lowRad : highRad - angleRad[i];
  }

  /**
   * Where earth's up lies in standing, sensor frame, should standing be in that half: at the angle at which it
   * dwells there, not leaning aside.
   */
  Vector3D standingUp(boolean low) {
    int[] half = window.room.half;
    int count = findHalf(half, low);
    if (count == 0) {
      return window.up(0).normalize();
    }
    int quiet = findQuiet(half, count, window.room.quiet);
    return quiet > 0 ? dwellUp(window.room.quiet, quiet) : dwellUp(half, count);
  }

  private Vector3D dwellUp(int[] positions, int count) {
    double dwellRad = dwellRad(positions, count);
    double x = 0.0;
    double y = 0.0;
    double z = 0.0;
    for (int k = 0; k < count; k++) {
      if (Math.abs(angleRad[positions[k]] - dwellRad) < SWAY_RAD) {
        x += window.upComponent(0, positions[k]);
        y += window.upComponent(1, positions[k]);
        z += window.upComponent(2, positions[k]);
      }
    }
    Vector3D sum = new Vector3D(x, y, z);
    return sum.getNorm() > LEAST_SUM ? sum.normalize() : window.up(positions[0]).normalize();
  }

  /** Slow ones; all where none is slow. @return how many */
  private int findHalf(int[] positions, boolean low) {
    int slow = findHalf(positions, low, SLOW_RAD_PER_SEC);
    return slow > 0 ? slow : findHalf(positions, low, Double.POSITIVE_INFINITY);
  }

  private int findHalf(int[] positions, boolean low, double slowerThanRadPerSec) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (isInHalf(i, low)
          && asideSine[i] > leastAsideSine
          && asideSine[i] < mostAsideSine
          && window.rateRadPerSec(i) < slowerThanRadPerSec) {
        positions[count++] = i;
      }
    }
    return count;
  }

  /** Those in which the wearer stands quietly; none where that does not last. @return how many */
  private int findQuiet(int[] positions, int count, int[] quiet) {
    int kept = 0;
    int run = 0;
    for (int k = 0; k < count; k++) {
      boolean goesOn = run == 0 || positions[k] == quiet[kept + run - 1] + 1;
      if (!goesOn || !isQuiet(positions[k])) {
        kept += isLong(run) ? run : 0;
        run = 0;
      }
      if (isQuiet(positions[k])) {
        quiet[kept + run++] = positions[k];
      }
    }
    return kept + (isLong(run) ? run : 0);
  }

  private boolean isLong(int positions) {
    return positions * window.stepSeconds >= QUIET_SECONDS;
  }

  private boolean isQuiet(int i) {
    return window.rateRadPerSec(i) < QUIET_RAD_PER_SEC;
  }

  /** The angle with the most others near it; of several the one nearest the middle, whichever way the arc runs. */
  private double dwellRad(int[] positions, int count) {
    double[] sorted = window.room.sorted;
    for (int k = 0; k < count; k++) {
      sorted[k] = angleRad[positions[k]];
    }
    Arrays.sort(sorted, 0, count);
    int from = 0;
    int to = 0;
    int most = 0;
    double middle = 0.5 * (sorted[count / 2] + sorted[(count - 1) / 2]);
    double best = sorted[0];
    for (int k = 0; k < count; k++) {
      double centre = sorted[k];
      while (sorted[from] < centre - SWAY_RAD) {
        from++;
      }
      while (to < count && sorted[to] <= centre + SWAY_RAD) {
        to++;
      }
      boolean nearer = Math.abs(centre - middle) < Math.abs(best - middle);
      if (to - from > most || (to - from == most && nearer)) {
        most = to - from;
        best = centre;
      }
    }
    return best;
  }

  private static Vector3D meanUp(MotionWindow window) {
    double x = 0.0;
    double y = 0.0;
    double z = 0.0;
    for (int i = 0; i < window.size(); i++) {
      x += window.upComponent(0, i);
      y += window.upComponent(1, i);
      z += window.upComponent(2, i);
    }
    return new Vector3D(x, y, z);
  }
}
