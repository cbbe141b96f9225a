package io.flatback.motion;

/**
 * Tells when the sensor is at rest, so that the gyroscope's bias may be learnt.
 *
 * <p>In: sensor frame, rad/s and m/s², any sample rate. Out: true once both have stayed near their own low
 * pass for {@link Params#holdSeconds}. One instance per sensor, one thread.
 *
 * <p>Source: rest detection of VQF [laidig-2023]. Deviation: none.
 */
public final class RestDetector {
  /**
   * Limits of stillness.
   *
   * @param filterSeconds time constant of the low pass that readings are compared with
   */
  public record Params(
      double gyroRadPerSec, double accelMps2, double holdSeconds, double filterSeconds) {
    /** Of [laidig-2023]: 2 °/s, 0.5 m/s², 1.5 s, 0.5 s. */
    public static final Params DEFAULTS = new Params(Math.toRadians(2.0), 0.5, 1.5, 0.5);
  }

  private final Params params;
  private final double biasClipRadPerSec;
  private final LowPass gyroLowPass;
  private final LowPass accelLowPass;
  private double stillSeconds;

  RestDetector(Params params, double biasClipRadPerSec) {
    this.params = params;
    this.biasClipRadPerSec = biasClipRadPerSec;
    this.gyroLowPass = new LowPass(3, params.filterSeconds());
    this.accelLowPass = new LowPass(3, params.filterSeconds());
  }

  void setSamplePeriodSeconds(double periodSeconds) {
    gyroLowPass.setSamplePeriodSeconds(periodSeconds);
    accelLowPass.setSamplePeriodSeconds(periodSeconds);
  }

  /** Rest is never claimed over time that nobody saw. */
  void reset() {
    gyroLowPass.reset();
    accelLowPass.reset();
    stillSeconds = 0.0;
  }

  boolean update(double[] gyroRadPerSec, double[] accelMps2, double stepSeconds) {
    gyroLowPass.update(gyroRadPerSec);
    accelLowPass.update(accelMps2);
    boolean still =
        isNear(gyroRadPerSec, gyroLowPass, params.gyroRadPerSec())
            && isNear(accelMps2, accelLowPass, params.accelMps2())
            && isPlausibleBias();
    stillSeconds = still ? stillSeconds + stepSeconds : 0.0;
    return stillSeconds >= params.holdSeconds();
  }

  double gyroLowPassRadPerSec(int axis) {
    return gyroLowPass.output(axis);
  }

  private boolean isPlausibleBias() {
    for (int i = 0; i < 3; i++) {
      if (Math.abs(gyroLowPass.output(i)) > biasClipRadPerSec) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNear(double[] value, LowPass lowPass, double limit) {
    double dx = value[0] - lowPass.output(0);
    double dy = value[1] - lowPass.output(1);
    double dz = value[2] - lowPass.output(2);
    return dx * dx + dy * dy + dz * dz < limit * limit;
  }
}
