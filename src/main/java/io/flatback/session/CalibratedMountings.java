package io.flatback.session;

import io.flatback.motion.Mounting;
import io.flatback.motion.MountingFinder.Estimate;
import io.flatback.session.CalibrationNotes.LostCalibration;
import io.flatback.signal.Placement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Mountings from a guided calibration. They go before whatever is found from the lifting, until what is found
 * shows that the sensor has moved.
 */
final class CalibratedMountings {
  /** own: what is found from simulated sets agrees with a calibration within this. */
  private static final double MOVED_RAD = Math.toRadians(8.0);

  private final Map<Placement, Mounting> mountings = new EnumMap<>(Placement.class);
  private final List<LostCalibration> lost = new ArrayList<>();

  void put(Placement placement, Mounting mounting) {
    mountings.put(placement, mounting);
  }

  /** What was found, with the calibrated mounting where it agrees; changed in place. */
  Map<Placement, Estimate> over(Map<Placement, Estimate> found, double leastConfidence, long nowNanos) {
    found.replaceAll((placement, estimate) -> over(placement, estimate, leastConfidence, nowNanos));
    return found;
  }

  private Estimate over(Placement placement, Estimate found, double leastConfidence, long nowNanos) {
    Mounting calibrated = mountings.get(placement);
    if (calibrated == null) {
      return found;
    }
    double movedRad = calibrated.angleToRad(found.mounting());
    if (movedRad >= MOVED_RAD && found.mounting().confidence() >= leastConfidence) {
      mountings.remove(placement);
      lost.add(new LostCalibration(nowNanos, placement, movedRad));
      return found;
    }
    return new Estimate(
        calibrated, found.pathRad(), found.rangeRad(), found.travelM(), found.hingeShare(), found.looseness());
  }

  /** A sensor was seen to slip between two sets. */
  void slip(long nowNanos) {
    mountings.forEach((placement, mounting) -> lost.add(new LostCalibration(nowNanos, placement, Double.NaN)));
    mountings.clear();
  }

  List<LostCalibration> lost() {
    return List.copyOf(lost);
  }
}
