package io.flatback.motion.guided;

import io.flatback.motion.guided.Take.Span;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** The bends after standing still: each from the last moment of standing to the next. */
final class Hinges {
  /** own: sway and the drift of a bias learnt in 3 s stay below; a nod is seen and called too small. */
  private static final double LEAVES_RAD = Math.toRadians(12.0);

  private static final double RETURNS_RAD = Math.toRadians(9.0);
  private static final double SETTLES_SECONDS = 1.5;
  /** Of the evidence for alignment: slow hinges with |ω| above 20 °/s. */
  private static final double SLOWEST_RAD_PER_SEC = Math.toRadians(20.0);

  /**
   * One way down and up.
   *
   * @param peakRad furthest from standing
   * @param peakRateRadPerSec quickest, over an eighth of a second
   */
  record Hinge(Span span, double peakRad, double peakRateRadPerSec) {}

  /**
   * @param axis unit length, sensor frame, pointing as the body's right does
   * @param share λ1 / Σλ
   */
  record Axis(Vector3D axis, double share) {}

  private final Take take;
  private final Vector3D bias;
  private final double[] leanRad;
  private final List<Hinge> hinges = new ArrayList<>();

  /** @param ups up in the sensor's frame at every reading, by the gyroscope, from {@code standing} on */
  Hinges(Take take, Span standing, Vector3D bias, double[] ups) {
    this.take = take;
    this.bias = bias;
    this.leanRad = leans(ups, standing.to());
    find(standing.to());
  }

  private static double[] leans(double[] ups, int from) {
    Vector3D standing = up(ups, from);
    double[] leans = new double[ups.length / 3];
    for (int i = from; i < leans.length; i++) {
      leans[i] = Vector3D.angle(standing, up(ups, i));
    }
    return leans;
  }

  static Vector3D up(double[] ups, int i) {
    return new Vector3D(ups[3 * i], ups[3 * i + 1], ups[3 * i + 2]);
  }

  private void find(int standingTo) {
    int restedAt = standingTo;
    int leftAt = -1;
    for (int i = standingTo; i < take.size(); i++) {
      if (leftAt < 0 && leanRad[i] > LEAVES_RAD) {
        leftAt = i;
      } else if (leftAt >= 0 && leanRad[i] < RETURNS_RAD) {
        int restsAt = standsAgain(i);
        add(new Span(hinges.isEmpty() ? lastStanding(restedAt, leftAt) : restedAt, restsAt));
        restedAt = restsAt;
        leftAt = -1;
      }
    }
  }

  private void add(Span span) {
    double peak = 0.0;
    double rate = 0.0;
    int eighth = Math.max(1, take.indexAt(take.seconds(span.from()) + 0.125) - span.from());
    Vector3D sum = Vector3D.ZERO;
    for (int i = span.from(); i < span.to(); i++) {
      peak = Math.max(peak, leanRad[i]);
      sum = sum.add(take.gyro(i).subtract(bias));
      if (i - span.from() >= eighth) {
        sum = sum.subtract(take.gyro(i - eighth).subtract(bias));
        rate = Math.max(rate, sum.getNorm() / eighth);
      }
    }
    hinges.add(new Hinge(span, peak, rate));
  }

  /** The most upright moment soon after coming back, before leaving again. */
  private int standsAgain(int from) {
    int best = from;
    double until = take.seconds(from) + SETTLES_SECONDS;
    for (int i = from; i < take.size() && take.seconds(i) < until && leanRad[i] < LEAVES_RAD; i++) {
      best = leanRad[i] < leanRad[best] ? i : best;
    }
    return best;
  }

  private int lastStanding(int from, int leftAt) {
    int best = leftAt;
    for (int i = leftAt; i >= from; i--) {
      best = leanRad[i] < leanRad[best] ? i : best;
      if (leanRad[i] < Math.toRadians(1.0)) {
        return i;
      }
    }
    return best;
  }

  List<Hinge> list() {
    return hinges;
  }

  double leanRad(int i) {
    return leanRad[i];
  }

  /** The axis of all of them, or of one. */
  Axis axis(List<Hinge> of) {
    double[][] sum = new double[3][3];
    Vector3D down = Vector3D.ZERO;
    for (Hinge hinge : of) {
      for (int i = hinge.span().from(); i < hinge.span().to(); i++) {
        Vector3D rate = take.gyro(i).subtract(bias);
        if (rate.getNorm() > SLOWEST_RAD_PER_SEC) {
          addOuterProduct(sum, rate.toArray());
          down = leanRad[i] > leanRad[i - 1] ? down.add(rate) : down.subtract(rate);
        }
      }
    }
    double trace = sum[0][0] + sum[1][1] + sum[2][2];
    if (trace <= 0.0) {
      return new Axis(Vector3D.ZERO, 0.0);
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(sum, false));
    Vector3D axis = new Vector3D(eigen.getEigenvector(0).toArray());
    // Bending forward turns the body about −right.
    return new Axis(axis.dotProduct(down) > 0.0 ? axis.negate() : axis, eigen.getRealEigenvalue(0) / trace);
  }

  private static void addOuterProduct(double[][] sum, double[] w) {
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        sum[r][c] += w[r] * w[c];
      }
    }
  }
}
