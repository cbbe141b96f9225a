package io.flatback.session;

import io.flatback.motion.Mounting;
import io.flatback.motion.guided.CalibratedSensor;
import io.flatback.motion.guided.GuidedCalibration;
import io.flatback.recording.TimeStretch;
import io.flatback.signal.Placement;
import java.util.EnumMap;
import java.util.Map;

/** A stretch in which the wearer calibrated, and what became of it. */
public record CalibrationOutcome(TimeStretch stretch, GuidedCalibration.Verdict verdict) {

  public boolean isAccepted() {
    return verdict instanceof GuidedCalibration.Accepted;
  }

  /** Empty where it was refused. */
  Map<Placement, CalibratedSensor> sensors() {
    return verdict instanceof GuidedCalibration.Accepted accepted ? accepted.sensors() : Map.of();
  }

  Map<Placement, Mounting> mountings() {
    Map<Placement, Mounting> mountings = new EnumMap<>(Placement.class);
    sensors().forEach((placement, sensor) -> mountings.put(placement, sensor.mounting()));
    return mountings;
  }
}
