package io.flatback.web;

import io.flatback.signal.Sample;
import io.flatback.store.DeviceCalibration;
import io.flatback.store.Sensor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sensor, what its link is doing, and what its device is put right by; numbers are null until they are
 * known.
 *
 * @param calibration null where the device has none
 */
record ListedSensorJson(
    String id,
    String sensor,
    String platform,
    String placement,
    @Nullable PersonJson athlete,
    String state,
    String reason,
    String driver,
    String device,
    @Nullable Double rateHz,
    @Nullable Double jitterMs,
    @Nullable Double lossRatio,
    @Nullable Double roundTripMs,
    @Nullable Double clockAheadMs,
    @Nullable Double clockDriftPpm,
    @Nullable Integer batteryPercent,
    @Nullable Integer signalDbm,
    @Nullable DeviceCalibrationJson calibration) {

  /** @param residualMg null where its poses left nothing to judge by */
  record DeviceCalibrationJson(Instant madeAt, @Nullable Double residualMg) {
    static @Nullable DeviceCalibrationJson of(@Nullable DeviceCalibration made) {
      return made == null
          ? null
          : new DeviceCalibrationJson(
              made.madeAt(), Json.rounded(made.residualMps2() * 1000 / Sample.STANDARD_GRAVITY_MPS2, 2));
    }
  }

  static ListedSensorJson of(Sensor known, SensorJson now) {
    return new ListedSensorJson(
        known.id(),
        now.sensor(),
        now.platform(),
        now.placement(),
        now.athlete(),
        now.state(),
        now.reason(),
        known.driver(),
        now.device(),
        now.rateHz(),
        now.jitterMs(),
        now.lossRatio(),
        now.roundTripMs(),
        now.clockAheadMs(),
        now.clockDriftPpm(),
        now.batteryPercent(),
        now.signalDbm(),
        DeviceCalibrationJson.of(known.calibration()));
  }
}
