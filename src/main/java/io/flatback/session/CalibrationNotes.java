package io.flatback.session;

import io.flatback.motion.guided.CalibratedSensor;
import io.flatback.motion.guided.GuidedCalibration.Accepted;
import io.flatback.motion.guided.GuidedCalibration.Refused;
import io.flatback.signal.Placement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says in words what became of the guided calibrations of a session. */
final class CalibrationNotes {
  private CalibrationNotes() {}

  static List<String> of(CalibrationOutcome outcome) {
    return switch (outcome.verdict()) {
      case Accepted accepted -> used(outcome, accepted);
      case Refused refused -> List.of(
          "The calibration at " + when(outcome) + " was not used, and no rep in it is counted. " + refused.refusal().text());
    };
  }

  static List<String> of(Calibrations calibrations, List<LostCalibration> lost) {
    List<String> notes = new ArrayList<>();
    for (CalibrationOutcome outcome : calibrations.outcomes()) {
      notes.addAll(of(outcome));
    }
    lost.forEach(one -> notes.add(one.text()));
    return notes;
  }

  /**
   * A sensor that sits differently from when its wearer calibrated.
   *
   * @param movedRad NaN where only the slip was seen
   */
  record LostCalibration(long fromNanos, Placement placement, double movedRad) {
    String text() {
      String moved =
          Double.isNaN(movedRad)
              ? "had slipped"
              : String.format(Locale.ROOT, "sat %.0f° from where it was calibrated", Math.toDegrees(movedRad));
      return String.format(
          Locale.ROOT,
          "By %.0f s the %s sensor %s, so the calibration no longer holds: calibrate again after moving a sensor.",
          fromNanos * 1e-9, placement.key(), moved);
    }
  }

  private static List<String> used(CalibrationOutcome outcome, Accepted accepted) {
    List<String> notes = new ArrayList<>();
    for (Map.Entry<Placement, CalibratedSensor> entry : new EnumMap<>(accepted.sensors()).entrySet()) {
      CalibratedSensor.Residuals r = entry.getValue().residuals();
      notes.add(
          String.format(
              Locale.ROOT,
              "Your guided calibration at %s is used for the %s sensor: %.0f %% of the hinging was about one axis, "
                  + "%.1f° off level, and your hinges differed by %.0f° at the bottom. "
                  + "It found the accelerometer off by %.0f mg and the gyroscope by %.1f %%, and puts both right.",
              when(outcome), entry.getKey().key(), 100 * r.hingeShare(), r.offLevelDeg(), r.peakSpreadDeg(),
              r.accelOffsetMilliG(), Math.abs(r.gyroScalePercent())));
    }
    if (!Double.isNaN(accepted.peakLumbarFlexionRad())) {
      notes.add(
          String.format(
              Locale.ROOT, "In your own unloaded hinge the lumbar spine flexed by %.0f°.",
              Math.toDegrees(accepted.peakLumbarFlexionRad())));
    }
    return notes;
  }

  private static String when(CalibrationOutcome outcome) {
    return String.format(
        Locale.ROOT, "%.0f–%.0f s", outcome.stretch().fromNanos() * 1e-9, outcome.stretch().toNanos() * 1e-9);
  }
}
