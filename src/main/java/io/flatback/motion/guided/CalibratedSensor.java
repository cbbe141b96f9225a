package io.flatback.motion.guided;

import io.flatback.motion.Mounting;
import io.flatback.signal.Calibration;

/**
 * One sensor as a guided calibration found it.
 *
 * @param calibration of its readings, the device's own included
 * @param gyroBiasRadPerSec of the corrected gyroscope, while calibrating; sensor frame
 * @param peakInclinationRad how far the wearer hinged, the median of all hinges
 */
public record CalibratedSensor(
    Mounting mounting,
    Calibration calibration,
    GyroBiasFound gyroBiasRadPerSec,
    double peakInclinationRad,
    Residuals residuals) {

  /** own: of the bias about the hinge axis, found in simulated lifters: .013 °/s (LSM6DS3TR-C at 100 Hz). */
  public static final double BIAS_SIGMA_RAD_PER_SEC = Math.toRadians(0.01);

  /** Sensor frame. */
  public record GyroBiasFound(double xRadPerSec, double yRadPerSec, double zRadPerSec) {}

  /**
   * How well it all fits together.
   *
   * @param standingDps rate while standing still, root mean square
   * @param hingeShare λ1 / Σλ; 1 for a pure hinge
   * @param offLevelDeg by how much the hinge axis is not perpendicular to up
   * @param peakSpreadDeg between the widest and the narrowest hinge
   * @param velocityErrorMps what is left of velocity at rest
   * @param sideTiltLeftDeg root mean square of the side tilt after the wearer's own is taken out
   * @param accelOffsetMilliG length of the accelerometer's offset that was found
   * @param gyroScalePercent by how much the gyroscope reads short about the hinge axis
   */
  public record Residuals(
      double standingDps,
      double hingeShare,
      double offLevelDeg,
      double peakSpreadDeg,
      double velocityErrorMps,
      double sideTiltLeftDeg,
      double accelOffsetMilliG,
      double gyroScalePercent) {}
}
