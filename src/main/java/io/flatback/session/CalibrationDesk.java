package io.flatback.session;

import io.flatback.motion.guided.CalibratedSensor;
import io.flatback.signal.Placement;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what is known of the sensors to use: their devices' calibrations and the wearer's guided ones. */
final class CalibrationDesk {
  private final KnownSensors sensors;
  private final MountingWatch watch;
  private final Map<Placement, CalibrationOutcome> inForce = new EnumMap<>(Placement.class);
  private final Map<Placement, CalibrationOutcome> biasTold = new EnumMap<>(Placement.class);
  private Calibrations calibrations;

  CalibrationDesk(KnownSensors sensors, Calibrations calibrations, MountingWatch watch) {
    this.sensors = sensors;
    this.calibrations = calibrations;
    this.watch = watch;
  }

  SensorTrack track(Placement placement) {
    return new SensorTrack(placement, sensors.device(placement));
  }

  /** Before a reading of this time is taken in. */
  void prepare(SensorTrack track, long timeNanos) {
    CalibrationOutcome outcome = calibrations.at(timeNanos);
    @Nullable CalibratedSensor sensor = Calibrations.sensors(outcome).get(track.placement());
    if (outcome == null || sensor == null) {
      return;
    }
    if (inForce.put(track.placement(), outcome) != outcome) {
      track.calibrate(sensor);
      watch.calibrate(track, outcome.stretch().fromNanos(), sensor.mounting());
    }
    if (outcome.stretch().fromNanos() <= timeNanos && biasTold.put(track.placement(), outcome) != outcome) {
      track.knowBias(sensor);
    }
  }

  /** A calibration has just been judged. */
  void add(CalibrationOutcome outcome) {
    calibrations = calibrations.and(outcome);
  }

  boolean isCalibrating(long timeNanos) {
    return calibrations.isCalibrating(timeNanos);
  }

  Calibrations calibrations() {
    return calibrations;
  }
}
