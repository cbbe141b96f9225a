package io.flatback.session;

import io.flatback.recording.RecordingNotes;
import io.flatback.recording.TimeStretch;
import io.flatback.signal.Calibration;
import io.flatback.signal.CalibrationText;
import io.flatback.signal.Placement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of a session's sensors besides their readings.
 *
 * @param devices what each device's readings are put right by; none for those that are missing
 * @param calibrations stretches in which the wearer calibrated, in order of time
 */
public record KnownSensors(Map<Placement, Calibration> devices, List<TimeStretch> calibrations) {
  public static final KnownSensors NONE = new KnownSensors(Map.of(), List.of());

  public KnownSensors {
    devices = Map.copyOf(devices);
    calibrations = List.copyOf(calibrations);
  }

  public KnownSensors withCalibrations(List<TimeStretch> stretches) {
    return new KnownSensors(devices, stretches);
  }

  Calibration device(Placement placement) {
    return devices.getOrDefault(placement, Calibration.NONE);
  }

  /**
   * These, and for what they do not say, the recording's own notes.
   *
   * @param complaints is told of a note that can't be used
   */
  KnownSensors orOf(RecordingNotes notes, List<String> complaints) {
    Map<Placement, Calibration> noted = new EnumMap<>(Placement.class);
    for (Placement placement : Placement.values()) {
      Optional<Calibration> device =
          read(RecordingNotes.DEVICE_CALIBRATION + placement.key(), notes.deviceCalibration(placement),
              CalibrationText::read, complaints);
      device.ifPresent(calibration -> noted.put(placement, calibration));
    }
    List<TimeStretch> stretches =
        read(RecordingNotes.CALIBRATION, notes.calibrations(), TimeStretch::parse, complaints).orElse(List.of());
    return new KnownSensors(
        devices.isEmpty() ? noted : devices, calibrations.isEmpty() ? stretches : calibrations);
  }

  private static <T> Optional<T> read(
      String key, Optional<String> note, Function<String, T> reader, List<String> complaints) {
    try {
      return note.map(reader);
    } catch (IllegalArgumentException e) {
      complaints.add("The recording's note " + key + " is left aside: " + e.getMessage() + ".");
      return Optional.empty();
    }
  }
}
