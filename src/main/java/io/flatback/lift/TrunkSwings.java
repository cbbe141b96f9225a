package io.flatback.lift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Parts the motion of a trunk into swings: from one turning point to the next. A turning point is furthest from the
 * one before it, and is left again by a good part; or it is further from upright than what lies around it, where one
 * movement leads through upright straight into another. How far is measured in shares of what people usually reach,
 * so that a turn and a bend can be compared.
 */
final class TrunkSwings {
  /** own: left by this share of the way there, and no less than by that share of a usual movement. */
  private static final double LEFT_SHARE = 0.35;

  private static final double LEAST_LEFT = 0.15;

  /** own: by which a point must be further from upright than what lies around it, and by what share. */
  private static final double LEAST_BUMP = 0.08;

  private static final double BUMP_SHARE = 0.2;

  /** own: two turning points nearer than this are one. */
  private static final long APART_NANOS = 500_000_000L;

  /** own: nearer than this is upright. */
  private static final double UPRIGHT = 0.22;

  /** own: where a swing leads to says more of it than where it came from. */
  private static final double WEIGHT_OF_PLACE = 2.0 / 3.0;

  /** A turning point: angles in degrees, and in shares of the usual range, signed. */
  private record Point(long nanos, double[] degrees, double[] shares) {
    static Point of(long nanos, double[] degrees) {
      return new Point(nanos, degrees, TrunkMovement.shares(degrees));
    }

    /** Seen with the sensor turned on the back. */
    Point turned(double rad) {
      double cos = Math.cos(rad);
      double sin = Math.sin(rad);
      return of(
          nanos,
          new double[] {cos * degrees[0] - sin * degrees[1], sin * degrees[0] + cos * degrees[1], degrees[2]});
    }

    double distanceTo(double[] others) {
      double squares = 0.0;
      for (int a = 0; a < shares.length; a++) {
        squares += (shares[a] - others[a]) * (shares[a] - others[a]);
      }
      return Math.sqrt(squares);
    }

    boolean isUpright() {
      return distanceTo(new double[shares.length]) < UPRIGHT;
    }
  }

  /**
   * From a turning point, or upright, to the next turning point.
   *
   * @param degrees at its end
   * @param shares of the usual range there
   * @param parts that each angle has in it: 0 to 1, all together 1
   * @param straight from another movement, without being upright between
   */
  record Swing(double[] degrees, double[] shares, double[] parts, boolean straight, long startNanos, long peakNanos,
      long endNanos) {}

  private static final Point UPRIGHT_POINT = Point.of(0, new double[3]);

  private final List<Point> points = new ArrayList<>();
  private Point furthest = Point.of(0, new double[3]);
  private double furthestDistance;
  private final List<Point> bumps = new ArrayList<>();
  private Point bump = Point.of(0, new double[3]);
  private double bumpDistance;
  private double hollowDistance;
  private boolean climbing = true;

  /** @param degrees forward, to the right, turned to the left */
  void update(long timeNanos, double[] degrees) {
    double[] shares = TrunkMovement.shares(degrees);
    watchForBump(timeNanos, shares, degrees);
    if (points.isEmpty()) {
      points.add(Point.of(timeNanos, degrees.clone()));
    }
    double distance = points.getLast().distanceTo(shares);
    if (distance >= furthestDistance) {
      go(distance, timeNanos, degrees);
    } else if (furthest.distanceTo(shares) > Math.max(LEAST_LEFT, LEFT_SHARE * furthestDistance)) {
      points.add(furthest);
      go(furthest.distanceTo(shares), timeNanos, degrees);
    }
  }

  private void watchForBump(long timeNanos, double[] shares, double[] degrees) {
    double distance = UPRIGHT_POINT.distanceTo(shares);
    if (climbing && distance >= bumpDistance) {
      bumpDistance = distance;
      bump = Point.of(timeNanos, degrees.clone());
    } else if (climbing && bumpDistance - distance > Math.max(LEAST_BUMP, BUMP_SHARE * bumpDistance)) {
      bumps.add(bump);
      climbing = false;
      hollowDistance = distance;
    } else if (!climbing) {
      hollowDistance = Math.min(hollowDistance, distance);
      climbing = distance - hollowDistance > Math.max(LEAST_BUMP, BUMP_SHARE * hollowDistance);
      bumpDistance = climbing ? 0.0 : bumpDistance;
    }
  }

  private void go(double distance, long timeNanos, double[] degrees) {
    furthestDistance = distance;
    furthest = Point.of(timeNanos, degrees.clone());
  }

  /**
   * All that lead away from upright; the last must have been left again.
   *
   * @param turnRad how far the sensor is thought to be turned about the long axis of the back
   */
  List<Swing> swings(double turnRad) {
    List<Point> points = turningPoints().stream().map(point -> point.turned(turnRad)).toList();
    List<Swing> swings = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (!point.isUpright()) {
        boolean straight = i > 0 && !points.get(i - 1).isUpright();
        Point before = i == 0 ? upright(point.nanos()) : points.get(i - 1);
        Point after = i + 1 < points.size() ? points.get(i + 1) : furthest;
        swings.add(
            new Swing(point.degrees(), point.shares(), parts(before, point), straight, before.nanos(), point.nanos(), after.nanos()));
      }
    }
    return swings;
  }

  private List<Point> turningPoints() {
    List<Point> all = new ArrayList<>(points);
    for (Point candidate : bumps) {
      if (points.stream().noneMatch(point -> Math.abs(point.nanos() - candidate.nanos()) < APART_NANOS)) {
        all.add(candidate);
      }
    }
    all.sort(Comparator.comparingLong(Point::nanos));
    return all;
  }

  private static Point upright(long nanos) {
    return Point.of(nanos, new double[3]);
  }

  /** Of where it leads and of the way there; on the way an angle that only comes back has no part. */
  private static double[] parts(Point before, Point point) {
    double[] way = new double[3];
    for (int a = 0; a < way.length; a++) {
      double outward = point.shares()[a] - before.shares()[a];
      way[a] = outward * point.shares()[a] > 0.0 ? outward : 0.0;
    }
    double[] ofPlace = squareShares(point.shares());
    double[] ofWay = squareShares(way);
    double[] parts = new double[3];
    for (int a = 0; a < parts.length; a++) {
      parts[a] = WEIGHT_OF_PLACE * ofPlace[a] + (1.0 - WEIGHT_OF_PLACE) * ofWay[a];
    }
    return parts;
  }

  private static double[] squareShares(double[] values) {
    double sum = 0.0;
    for (double value : values) {
      sum += value * value;
    }
    double[] shares = new double[values.length];
    for (int a = 0; a < shares.length; a++) {
      shares[a] = sum > 0.0 ? values[a] * values[a] / sum : 0.0;
    }
    return shares;
  }
}
