package io.flatback.session.compare;

import io.flatback.form.compare.AscentPoint;
import io.flatback.form.compare.RepCurve;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.session.WorkSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The curve of each clean rep of a set at matched phase. What was measured at the full rate, at the onset, at 40 % and
 * at lockout, is taken as it is; the points between are read off the set's thinned angles.
 */
final class MatchedCurves {
  private MatchedCurves() {}

  /** Of the clean reps with a range, in order. */
  static List<RepCurve> of(WorkSet set) {
    List<RepCurve> curves = new ArrayList<>();
    for (Rep rep : set.reps()) {
      OptionalDouble range = rep.metrics().get(Metric.RANGE_OF_MOTION_DEG);
      if (rep.isClean() && range.isPresent()) {
        curves.add(new RepCurve(range.getAsDouble(), inclination(rep, new AscentTrace(set.trace(), rep))));
      }
    }
    return curves;
  }

  private static Map<AscentPoint, Double> inclination(Rep rep, AscentTrace trace) {
    Map<AscentPoint, Double> found = new EnumMap<>(AscentPoint.class);
    for (AscentPoint point : AscentPoint.values()) {
      found.put(
          point,
          switch (point) {
            case ONSET -> measured(rep, Metric.INCLINATION_AT_ONSET_DEG);
            case AT_40 -> measured(rep, Metric.INCLINATION_AT_MID_ASCENT_DEG);
            case LOCKOUT -> measured(rep, Metric.INCLINATION_AT_LOCKOUT_DEG);
            case AT_20, AT_60, AT_80 -> trace.inclinationDeg(nanos(rep, point));
          });
    }
    return found;
  }

  private static double measured(Rep rep, Metric metric) {
    return rep.metrics().get(metric).orElse(Double.NaN);
  }

  private static long nanos(Rep rep, AscentPoint point) {
    return rep.ascentOnsetNanos() + Math.round(point.phase() * (rep.lockoutNanos() - rep.ascentOnsetNanos()));
  }
}
