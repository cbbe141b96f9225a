package io.flatback.session.compare;

import io.flatback.lift.Rep;
import io.flatback.session.AngleTrace;
import org.apache.commons.math3.analysis.interpolation.AkimaSplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.jspecify.annotations.Nullable;

/**
 * A smooth curve through the thinned angles of one ascent. Ten angles a second tell a trunk's movement, which has
 * little beyond 3 Hz; a straight line between them would cut its corners.
 */
final class AscentTrace {
  private static final long BESIDE_NANOS = 600_000_000L;

  /** own: a step beyond this is a hole or a thinned set, and the angle within it is not known. */
  private static final long LONGEST_STEP_NANOS = 200_000_000L;

  /** What the interpolation asks for. */
  private static final int LEAST_POINTS = 5;

  private final @Nullable PolynomialSplineFunction curve;

  AscentTrace(AngleTrace trace, Rep rep) {
    int first = first(trace, rep.ascentOnsetNanos() - BESIDE_NANOS);
    int end = first(trace, rep.lockoutNanos() + BESIDE_NANOS + 1);
    while (first < end && trace.timeNanos(first) < rep.ascentOnsetNanos() - LONGEST_STEP_NANOS
        && !isWhole(trace, first, end)) {
      first++;
    }
    while (end > first && trace.timeNanos(end - 1) > rep.lockoutNanos() + LONGEST_STEP_NANOS
        && !isWhole(trace, first, end)) {
      end--;
    }
    curve = isWhole(trace, first, end) ? spline(trace, first, end) : null;
  }

  private static int first(AngleTrace trace, long fromNanos) {
    int i = 0;
    while (i < trace.size() && trace.timeNanos(i) < fromNanos) {
      i++;
    }
    return i;
  }

  private static boolean isWhole(AngleTrace trace, int first, int end) {
    for (int i = first; i < end; i++) {
      boolean far = i > first && trace.timeNanos(i) - trace.timeNanos(i - 1) > LONGEST_STEP_NANOS;
      if (far || !Float.isFinite(trace.inclinationDeg(i))) {
        return false;
      }
    }
    return end - first >= LEAST_POINTS;
  }

  private static PolynomialSplineFunction spline(AngleTrace trace, int first, int end) {
    double[] seconds = new double[end - first];
    double[] degrees = new double[end - first];
    for (int i = first; i < end; i++) {
      seconds[i - first] = trace.timeNanos(i) * 1e-9;
      degrees[i - first] = trace.inclinationDeg(i);
    }
    return new AkimaSplineInterpolator().interpolate(seconds, degrees);
  }

  /** NaN where it was not seen. */
  double inclinationDeg(long nanos) {
    return curve == null || !curve.isValidPoint(nanos * 1e-9) ? Double.NaN : curve.value(nanos * 1e-9);
  }
}
