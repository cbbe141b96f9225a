package io.flatback.session;

import io.flatback.motion.SensorMotion;
import io.flatback.motion.guided.CalibratedSensor;
import io.flatback.motion.guided.GuidedCalibration;
import io.flatback.recording.TimeStretch;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what is known of the sensors to use: their devices' calibrations and the wearer's guided ones. */
final class CalibrationDesk {
  private final KnownSensors sensors;
  private final MountingWatch watch;
  private final Map<Placement, TimeStretch> inForce = new EnumMap<>(Placement.class);
  private final Map<Placement, TimeStretch> biasTold = new EnumMap<>(Placement.class);
  private Calibrations calibrations;
  private @Nullable LiveCalibration live;

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
    if (!outcome.stretch().equals(inForce.put(track.placement(), outcome.stretch()))) {
      track.calibrate(sensor);
      watch.calibrate(track, outcome.stretch(), sensor.mounting());
    }
    if (outcome.stretch().fromNanos() <= timeNanos
        && !outcome.stretch().equals(biasTold.put(track.placement(), outcome.stretch()))) {
      track.knowBias(sensor);
    }
  }

  /** From the next reading on the wearer is led through a calibration; one that goes on begins anew. */
  void start(Collection<Placement> worn, long fromNanos) {
    live = new LiveCalibration(worn, sensors.devices(), fromNanos);
  }

  void cancel(long nowNanos, List<SessionEvent> out) {
    if (live != null) {
      live = null;
      out.add(
          new SessionEvent.CalibrationChanged(
              nowNanos, new CalibrationProgress(CalibrationProgress.Step.CANCELLED, 0, 0, null)));
    }
  }

  /** After a reading was taken in, while a calibration may go on. */
  void take(Placement placement, SignalEvent event, @Nullable SensorMotion leading, List<SessionEvent> out) {
    LiveCalibration going = live;
    if (going == null) {
      return;
    }
    going.add(placement, event);
    CalibrationOutcome outcome = leading == null ? null : going.lead(leading, out);
    if (outcome != null) {
      calibrations = calibrations.and(outcome);
      live = null;
    }
  }

  boolean isCalibrating(long timeNanos) {
    return calibrations.isCalibrating(timeNanos) || (live != null && timeNanos >= live.fromNanos());
  }

  /** What the lumbar spine bent by when last calibrated; NaN where that is not known or a sensor moved since. */
  double ownBendRad(long timeNanos) {
    CalibrationOutcome outcome = calibrations.at(timeNanos);
    if (outcome == null || !(outcome.verdict() instanceof GuidedCalibration.Accepted accepted)) {
      return Double.NaN;
    }
    return calibrations.isLost(outcome, watch.lostCalibrations()) ? Double.NaN : accepted.peakLumbarFlexionRad();
  }

  Calibrations calibrations() {
    return calibrations;
  }
}
