package io.flatback.session;

import io.flatback.motion.MountingFinder;
import io.flatback.signal.Placement;
import java.util.Map;

/**
 * Whether two sensors sit where they are said to: over a hinge the back bends between them, so that the upper one
 * tips over further than the lower one, and travels further up and down. Summed over the sets.
 */
final class SensorOrder {
  /** own: said above this; between it and its negative nobody can tell. */
  static final double SWAPPED_LOG_ODDS = 2.0;

  /**
   * own: simulated lifters and the open mocap sets tip over 1.1 to 2.3 times as far at the lumbar spine as at the
   * sacrum, so that a back held flat says little; replaced by real pairs.
   */
  private static final double BY_RANGE = 8.0;

  private static final double BY_TRAVEL = 1.0;
  private static final double MOST_BY_TRAVEL = 0.7;
  private static final double LEAST_TRAVEL_M = 0.05;
  private static final double LEAST_RANGE_RAD = Math.toRadians(15.0);
  private static final double MOST = 12.0;

  private double logOdds;

  void add(Map<Placement, MountingFinder.Estimate> estimates) {
    MountingFinder.Estimate lumbar = estimates.get(Placement.LUMBAR);
    MountingFinder.Estimate sacrum = estimates.get(Placement.SACRUM);
    if (lumbar == null || sacrum == null || Math.min(lumbar.rangeRad(), sacrum.rangeRad()) < LEAST_RANGE_RAD) {
      return;
    }
    double byRange = BY_RANGE * Math.log(sacrum.rangeRad() / lumbar.rangeRad());
    double byTravel =
        BY_TRAVEL
            * Math.log(Math.max(LEAST_TRAVEL_M, sacrum.travelM()) / Math.max(LEAST_TRAVEL_M, lumbar.travelM()));
    double one = byRange + Math.max(-MOST_BY_TRAVEL, Math.min(MOST_BY_TRAVEL, byTravel));
    logOdds = Math.max(-MOST, Math.min(MOST, logOdds + one));
  }

  double swappedLogOdds() {
    return logOdds;
  }
}
