package io.flatback.sim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A script as it will happen, second by second: what the dice of one seed made of it.
 *
 * @param depth 0 standing, 1 at the bottom of the pose in force
 * @param poses in order of time; they change only where that makes no jump
 * @param postureDeg lean of the trunk beyond the pose: how one stands this time
 * @param twistDeg turn of the trunk to the left
 * @param headingDeg of the whole body
 * @param airM by how much the whole body is off the ground
 * @param walking 1 while walking, 0 while not
 * @param moves every way down and up, rep or not
 */
record Timeline(
    Spline depth,
    List<PoseSpan> poses,
    Spline postureDeg,
    Spline twistDeg,
    Spline headingDeg,
    Spline airM,
    Spline walking,
    List<Stroll> strolls,
    List<Jolt> jolts,
    List<Move> moves,
    List<PlannedSet> sets,
    List<Calibration> calibrations,
    double durationSeconds) {

  /** The pose and the way to it, from a moment on. */
  record PoseSpan(double fromSeconds, Pose bottom, Pose bulge) {}

  /** A walk with its own pace. */
  record Stroll(double fromSeconds, double stepsPerSecond) {}

  /** Something that shakes the body: a bar that lands, a lockout. */
  record Jolt(double atSeconds, double g) {}

  /**
   * One way down and up again, or an attempt at it.
   *
   * @param set from 1; 0 outside a set
   * @param fromSeconds start of the descent; start of the record for who begins at the bar
   * @param downSeconds end of the descent
   * @param upSeconds start of the ascent
   * @param lockedSeconds end of the ascent; end of the record where there is none
   * @param notARep null for a rep
   */
  record Move(
      int set,
      boolean partial,
      double fromSeconds,
      double downSeconds,
      double upSeconds,
      double lockedSeconds,
      @Nullable NotARep notARep) {}

  /** From when to when the lifter calibrates. */
  record Calibration(double fromSeconds, double toSeconds) {}

  record PlannedSet(int index, Episode.Lifting lifting, double fromSeconds, double toSeconds) {}

  PoseSpan pose(double seconds) {
    int low = 0;
    int high = poses.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (poses.get(middle).fromSeconds() <= seconds) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return poses.get(low);
  }

  double stepsPerSecond(double seconds) {
    double pace = 1.8;
    for (Stroll stroll : strolls) {
      if (stroll.fromSeconds() <= seconds) {
        pace = stroll.stepsPerSecond();
      }
    }
    return pace;
  }
}
