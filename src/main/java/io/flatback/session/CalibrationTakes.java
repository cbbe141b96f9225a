package io.flatback.session;

import io.flatback.motion.guided.GuidedCalibration;
import io.flatback.motion.guided.Take;
import io.flatback.recording.TimeStretch;
import io.flatback.signal.Calibration;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** What the sensors say while their wearer calibrates: kept until it is judged. */
final class CalibrationTakes {
  private final Map<Placement, GuidedCalibration.Part> parts = new EnumMap<>(Placement.class);

  CalibrationTakes(Collection<Placement> worn, Map<Placement, Calibration> devices) {
    for (Placement placement : worn) {
      Calibration device = devices.getOrDefault(placement, Calibration.NONE);
      parts.put(placement, new GuidedCalibration.Part(new Take(device), device));
    }
  }

  void add(Placement placement, SignalEvent event) {
    GuidedCalibration.Part part = parts.get(placement);
    if (part != null) {
      part.take().add(event);
    }
  }

  CalibrationOutcome judge(TimeStretch stretch) {
    return new CalibrationOutcome(stretch, GuidedCalibration.judge(parts));
  }
}
