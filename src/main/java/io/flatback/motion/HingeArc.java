package io.flatback.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  private final MotionWindow window;
  private final double[] angleRad;
  private final double[] asideRad;
  private final double middleAsideRad;
  private final double lowRad;
  private final double highRad;

  HingeArc(MotionWindow window, Vector3D axis) {
    int n = window.size();
    this.window = window;
    Vector3D mean = meanUp(window);
    Vector3D first = mean.subtract(mean.dotProduct(axis), axis);
    Vector3D e1 = first.getNorm() > 1e-6 ? first.normalize() : axis.orthogonal();
    Vector3D e2 = Vector3D.crossProduct(axis, e1);
    this.angleRad = new double[n];
    this.asideRad = new double[n];
    for (int i = 0; i < n; i++) {
      angleRad[i] = Math.atan2(window.up(i).dotProduct(e2), window.up(i).dotProduct(e1));
      asideRad[i] = Math.asin(Math.max(-1.0, Math.min(1.0, window.up(i).dotProduct(axis))));
    }
    double[] sorted = sorted(asideRad);
    this.middleAsideRad = 0.5 * (sorted[n / 2] + sorted[(n - 1) / 2]);
    sorted = sorted(angleRad);
    this.lowRad = sorted[n / 200];
    this.highRad = sorted[n - 1 - n / 200];
  }

  double rangeRad() {
    return highRad - lowRad;
  }

  double angleRad(int i) {
    return angleRad[i];
  }

  int size() {
    return angleRad.length;
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
    List<Integer> half = positionsInHalf(low);
    if (half.isEmpty()) {
      return window.up(0).normalize();
    }
    List<Integer> quiet = quietOf(half);
    half = quiet.isEmpty() ? half : quiet;
    double dwellRad = dwellRad(half);
    List<Vector3D> there = new ArrayList<>();
    for (int i : half) {
      if (Math.abs(angleRad[i] - dwellRad) < SWAY_RAD) {
        there.add(window.up(i));
      }
    }
    return Directions.mean(there);
  }

  /** Slow ones; all where none is slow. */
  private List<Integer> positionsInHalf(boolean low) {
    List<Integer> all = new ArrayList<>();
    List<Integer> slow = new ArrayList<>();
    for (int i = 0; i < angleRad.length; i++) {
      if (isInHalf(i, low) && Math.abs(asideRad[i] - middleAsideRad) < ASIDE_RAD) {
        all.add(i);
        if (isSlow(i)) {
          slow.add(i);
        }
      }
    }
    return slow.isEmpty() ? all : slow;
  }

  /** Those in which the wearer stands quietly; none where that does not last. */
  private List<Integer> quietOf(List<Integer> positions) {
    List<Integer> quiet = new ArrayList<>();
    List<Integer> run = new ArrayList<>();
    for (int i : positions) {
      boolean goesOn = run.isEmpty() || i == run.getLast() + 1;
      if (!goesOn || !isQuiet(i)) {
        keepIfLong(run, quiet);
        run.clear();
      }
      if (isQuiet(i)) {
        run.add(i);
      }
    }
    keepIfLong(run, quiet);
    return quiet;
  }

  private void keepIfLong(List<Integer> run, List<Integer> quiet) {
    if (run.size() * window.stepSeconds >= QUIET_SECONDS) {
      quiet.addAll(run);
    }
  }

  private boolean isQuiet(int i) {
    return window.rate(i).getNorm() < QUIET_RAD_PER_SEC;
  }

  /** The angle with the most others near it; of several the one nearest the middle, whichever way the arc runs. */
  private double dwellRad(List<Integer> positions) {
    double[] sorted = positions.stream().mapToDouble(i -> angleRad[i]).sorted().toArray();
    int from = 0;
    int to = 0;
    int most = 0;
    double middle = 0.5 * (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]);
    double best = sorted[0];
    for (double centre : sorted) {
      while (sorted[from] < centre - SWAY_RAD) {
        from++;
      }
      while (to < sorted.length && sorted[to] <= centre + SWAY_RAD) {
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

  private boolean isSlow(int i) {
    return window.rate(i).getNorm() < SLOW_RAD_PER_SEC;
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static Vector3D meanUp(MotionWindow window) {
    Vector3D sum = Vector3D.ZERO;
    for (int i = 0; i < window.size(); i++) {
      sum = sum.add(window.up(i));
    }
    return sum;
  }
}
