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

  /** own: where a swing leads to says more of it than the way there. */
  private static final double WEIGHT_OF_PLACE = 2.0 / 3.0;

  private final List<Point> points = new ArrayList<>();
  private Point furthest = new Point(0, TrunkAngles.UPRIGHT);
  private double furthestDistance;
  private final List<Point> bumps = new ArrayList<>();
  private Point bump = new Point(0, TrunkAngles.UPRIGHT);
  private double bumpDistance;
  private double hollowDistance;
  private boolean climbing = true;

  /** A turning point. */
  private record Point(long nanos, TrunkAngles degrees) {
    TrunkAngles shares() {
      return degrees.shares();
    }

    boolean isUpright() {
      return shares().distanceTo(TrunkAngles.UPRIGHT) < TrunkSwings.UPRIGHT;
    }
  }

  /**
   * From a turning point, or upright, to the next turning point.
   *
   * @param degrees at its end
   * @param parts that each angle has in it: 0 to 1, all together 1
   * @param straight from another movement, without being upright between
   */
  record Swing(
      TrunkAngles degrees, TrunkAngles parts, boolean straight, long startNanos, long peakNanos, long endNanos) {}

  void update(long timeNanos, TrunkAngles degrees) {
    TrunkAngles shares = degrees.shares();
    watchForBump(timeNanos, shares, degrees);
    if (points.isEmpty()) {
      points.add(new Point(timeNanos, degrees));
    }
    double distance = points.getLast().shares().distanceTo(shares);
    if (distance >= furthestDistance) {
      go(distance, timeNanos, degrees);
    } else if (furthest.shares().distanceTo(shares) > Math.max(LEAST_LEFT, LEFT_SHARE * furthestDistance)) {
      points.add(furthest);
      go(furthest.shares().distanceTo(shares), timeNanos, degrees);
    }
  }

  private void go(double distance, long timeNanos, TrunkAngles degrees) {
    furthestDistance = distance;
    furthest = new Point(timeNanos, degrees);
  }

  private void watchForBump(long timeNanos, TrunkAngles shares, TrunkAngles degrees) {
    double distance = shares.distanceTo(TrunkAngles.UPRIGHT);
    if (climbing && distance >= bumpDistance) {
      bumpDistance = distance;
      bump = new Point(timeNanos, degrees);
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

  /**
   * All that lead away from upright; the last must have been left again.
   *
   * @param turnRad how far the sensor is thought to be turned about the long axis of the back
   */
  List<Swing> swings(double turnRad) {
    List<Point> turning =
        turningPoints().stream().map(point -> new Point(point.nanos(), point.degrees().turned(turnRad))).toList();
    List<Swing> swings = new ArrayList<>();
    for (int i = 0; i < turning.size(); i++) {
      Point point = turning.get(i);
      if (!point.isUpright()) {
        Point before = i == 0 ? new Point(point.nanos(), TrunkAngles.UPRIGHT) : turning.get(i - 1);
        Point after = i + 1 < turning.size() ? turning.get(i + 1) : furthest;
        swings.add(swing(before, point, after));
      }
    }
    return swings;
  }

  private static Swing swing(Point before, Point point, Point after) {
    TrunkAngles ofPlace = point.shares().parts();
    TrunkAngles ofWay = point.shares().outwardFrom(before.shares()).parts();
    return new Swing(
        point.degrees(), ofPlace.mixed(WEIGHT_OF_PLACE, ofWay), !before.isUpright(),
        before.nanos(), point.nanos(), after.nanos());
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
}
