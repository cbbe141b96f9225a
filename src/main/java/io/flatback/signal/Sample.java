package io.flatback.signal;

/**
 * One reading in the sensor's own frame, in SI units.
 *
 * @param accXMps2 specific force; at rest it points up and is 9.81 m/s² long
 * @param gyroXRadPerSec angular rate, right-handed; NaN on all three axes where the sensor has no gyroscope
 * @param clipped the device reached the end of its scale within this reading
 */
public record Sample(
    long timeNanos,
    double accXMps2,
    double accYMps2,
    double accZMps2,
    double gyroXRadPerSec,
    double gyroYRadPerSec,
    double gyroZRadPerSec,
    boolean clipped)
    implements SignalEvent {

  /** Standard gravity, for readings that come in g. */
  public static final double STANDARD_GRAVITY_MPS2 = 9.80665;

  public Sample {
    if (!Double.isFinite(accXMps2) || !Double.isFinite(accYMps2) || !Double.isFinite(accZMps2)) {
      throw new IllegalArgumentException("acceleration must be finite; what was not seen is a Gap");
    }
    boolean noGyro = Double.isNaN(gyroXRadPerSec) && Double.isNaN(gyroYRadPerSec) && Double.isNaN(gyroZRadPerSec);
    if (!noGyro && !Double.isFinite(gyroXRadPerSec + gyroYRadPerSec + gyroZRadPerSec)) {
      throw new IllegalArgumentException("rates must be finite, or NaN on all axes; what was not seen is a Gap");
    }
  }

  public boolean hasGyro() {
    return !Double.isNaN(gyroXRadPerSec);
  }
}
