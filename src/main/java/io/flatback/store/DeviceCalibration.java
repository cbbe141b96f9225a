package io.flatback.store;

import io.flatback.signal.Calibration;
import java.time.Instant;

/**
 * What a device's readings are put right by.
 *
 * @param residualMps2 root mean square of what the poses it rests on left over; NaN where nothing could be
 */
public record DeviceCalibration(Calibration calibration, Instant madeAt, double residualMps2) {
  public DeviceCalibration {
    if (residualMps2 < 0 || Double.isInfinite(residualMps2)) {
      throw new IllegalArgumentException("residual " + residualMps2 + " m/s², expected 0 or more, or NaN");
    }
  }
}
