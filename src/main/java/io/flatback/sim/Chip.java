package io.flatback.sim;

import java.util.List;

/**
 * What an inertial chip makes of the true motion. Noise densities and steps from the makers' data sheets;
 * biases are what is left after a firmware's zeroing at power-on (own estimate).
 *
 * @param accNoiseMicroGPerRootHz white noise density
 * @param gyroNoiseMilliDpsPerRootHz white noise density
 * @param accBiasSdMilliG spread between devices, each axis
 * @param gyroBiasSdDps spread between devices, each axis
 * @param gyroWalkDpsPerRootS random walk of the bias
 * @param accScaleSd spread of the scale error, as a ratio
 * @param gyroScaleSd spread of the scale error, as a ratio
 * @param accStepG one digit; 0 for no digits
 * @param gyroStepDps one digit; 0 for no digits
 * @param accRangeG beyond this it clips
 * @param gyroRangeDps beyond this it clips
 * @param lowPass averages over the sample period before sampling, as the chips' own filters do
 */
public record Chip(
    String name,
    double accNoiseMicroGPerRootHz,
    double gyroNoiseMilliDpsPerRootHz,
    double accBiasSdMilliG,
    double gyroBiasSdDps,
    double gyroWalkDpsPerRootS,
    double accScaleSd,
    double gyroScaleSd,
    double accStepG,
    double gyroStepDps,
    double accRangeG,
    double gyroRangeDps,
    boolean lowPass) {

  /** No error at all. */
  public static final Chip IDEAL =
      new Chip("ideal", 0, 0, 0, 0, 0, 0, 0, 0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, false);

  /** ST LSM6DS3TR-C at ±16 g, ±1000 °/s; that of the reference sensor. */
  public static final Chip LSM6DS3TR_C =
      new Chip("LSM6DS3TR-C", 90, 5, 13, 0.6, 0.003, 0.003, 0.004, 0.000488, 0.035, 16, 1000, true);

  /** InvenSense MPU-6050 at ±8 g, ±1000 °/s. */
  public static final Chip MPU_6050 =
      new Chip("MPU-6050", 400, 5, 20, 1.0, 0.01, 0.01, 0.01, 1 / 4096.0, 1 / 32.8, 8, 1000, true);

  /** TDK ICM-42688-P at ±16 g, ±2000 °/s. */
  public static final Chip ICM_42688 =
      new Chip("ICM-42688-P", 70, 2.8, 7, 0.2, 0.001, 0.002, 0.002, 1 / 2048.0, 1 / 16.4, 16, 2000, true);

  /** Bosch BMI270 at ±16 g, ±2000 °/s. */
  public static final Chip BMI_270 =
      new Chip("BMI270", 160, 7, 10, 0.4, 0.003, 0.004, 0.004, 1 / 2048.0, 1 / 16.4, 16, 2000, true);

  /** InvenSense MPU-9250 at ±16 g, ±2000 °/s. */
  public static final Chip MPU_9250 =
      new Chip("MPU-9250", 300, 10, 20, 1.0, 0.01, 0.01, 0.01, 1 / 2048.0, 1 / 16.4, 16, 2000, true);

  /** Those that sensors for the body are made with. */
  public static final List<Chip> COMMON = List.of(LSM6DS3TR_C, ICM_42688, MPU_6050, BMI_270, MPU_9250);

  /** The same chip with a narrower scale. */
  public Chip withRange(double rangeG, double rangeDps) {
    return with(accStepG, gyroStepDps, rangeG, rangeDps);
  }

  /** The same chip with other digits; 0 for none. */
  public Chip withSteps(double stepG, double stepDps) {
    return with(stepG, stepDps, accRangeG, gyroRangeDps);
  }

  private Chip with(double stepG, double stepDps, double rangeG, double rangeDps) {
    return new Chip(
        name,
        accNoiseMicroGPerRootHz,
        gyroNoiseMilliDpsPerRootHz,
        accBiasSdMilliG,
        gyroBiasSdDps,
        gyroWalkDpsPerRootS,
        accScaleSd,
        gyroScaleSd,
        stepG,
        stepDps,
        rangeG,
        rangeDps,
        lowPass);
  }
}
