package io.flatback.lift;

import java.util.Map;
import java.util.Set;

/**
 * A movement that went down and came up to standing again, measured.
 *
 * @param rep its index says nothing yet
 * @param depthDeg how far below standing it went
 * @param logOdds that it is a rep, taken by itself
 * @param staying how much less likely it became by staying down for long
 * @param pose how it stayed down
 * @param travelM rise of the sensor from bottom to lockout; 0 where it is not known
 * @param oneWayM how much higher it ended than it began, beyond error; NaN where that is not known
 */
record RepCandidate(
    Rep rep, double depthDeg, double logOdds, double staying, BottomPose pose, double travelM, double oneWayM) {
  static final RepCandidate NONE =
      new RepCandidate(
          new Rep(1, 0, 0, 0, 0, 0, 0, Set.of(), new RepMetrics(Map.of())), 0.0, 0.0, 0.0, BottomPose.UNKNOWN, 0.0,
          0.0);

  RepCandidate lessLikely(double byLogOdds) {
    return new RepCandidate(rep, depthDeg, logOdds - byLogOdds, staying, pose, travelM, oneWayM);
  }
}
