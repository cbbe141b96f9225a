package io.flatback.form.compare;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * How the mean curve of one set lies against that of another, in degrees.
 *
 * <p>The range is told within each rep, so it does not matter where standing was taken to be, nor, to first order,
 * how the sensor sat. The inclination is told against the wearer's own standing in each set, so the uncertainty of
 * both standing references is in it: one upright moment, with the scatter that lockouts show.
 *
 * @param range from the largest inclination to standing
 * @param points those that enough reps have, in order
 * @param standingPlusMinusDeg half-width of what the two standing references may differ by; 0 where they are one
 */
public record CurveShift(Shift range, List<PointShift> points, double standingPlusMinusDeg) {
  private static final double NORMAL_975 = 1.96;

  /**
   * One point of the ascent; each ± is for it alone.
   *
   * @param left the part of the range that is still to come
   * @param inclination against own standing
   */
  public record PointShift(AscentPoint point, Shift left, Shift inclination) {}

  public CurveShift {
    points = List.copyOf(points);
  }

  /** Those at which something is left of the range. */
  public List<PointShift> pointsBeforeLockout() {
    return points.stream().filter(point -> point.point() != AscentPoint.LOCKOUT).toList();
  }

  /**
   * Empty where one of the sets has too few reps.
   *
   * @param wornAnew whether the sensor may have been put on again between them
   */
  public static Optional<CurveShift> between(List<RepCurve> from, List<RepCurve> to, boolean wornAnew) {
    RepSample rangeFrom = range(from);
    RepSample rangeTo = range(to);
    double standing = wornAnew ? standing(from, to) : 0.0;
    double largest = Math.max(rangeFrom.mean(), rangeTo.mean());
    double askewDeg = wornAnew ? Evidence.CATALOGUE.value(ThresholdKey.COMPARE_ASKEW_SHARE) * largest : 0.0;
    return Shift.between(rangeFrom, rangeTo, askewDeg)
        .map(range -> new CurveShift(range, points(from, to, standing, askewDeg), standing));
  }

  private static List<PointShift> points(
      List<RepCurve> from, List<RepCurve> to, double standingDeg, double askewDeg) {
    List<PointShift> found = new ArrayList<>();
    for (AscentPoint point : AscentPoint.values()) {
      Optional<Shift> left = Shift.between(left(from, point), left(to, point), askewDeg);
      Optional<Shift> inclination = Shift.between(inclination(from, point), inclination(to, point), standingDeg);
      if (left.isPresent() && inclination.isPresent()) {
        found.add(new PointShift(point, left.get(), inclination.get()));
      }
    }
    return found;
  }

  private static double standing(List<RepCurve> from, List<RepCurve> to) {
    double one = inclination(from, AscentPoint.LOCKOUT).sigma();
    double other = inclination(to, AscentPoint.LOCKOUT).sigma();
    return NORMAL_975 * Math.hypot(one, other);
  }

  private static RepSample range(List<RepCurve> reps) {
    return RepSample.of(reps.stream().mapToDouble(RepCurve::rangeDeg));
  }

  private static RepSample inclination(List<RepCurve> reps, AscentPoint point) {
    return RepSample.of(reps.stream().mapToDouble(rep -> rep.inclinationDeg(point)));
  }

  private static RepSample left(List<RepCurve> reps, AscentPoint point) {
    DoubleStream left = reps.stream().mapToDouble(rep -> rep.aboveLockoutDeg(point));
    return RepSample.of(left);
  }
}
