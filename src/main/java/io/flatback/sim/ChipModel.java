package io.flatback.sim;

import io.flatback.signal.Sample;

/** One chip with its own errors: turns what it truly feels into what it reports. */
final class ChipModel {
  private final Chip chip;
  private final Noise noise;
  private final double accNoiseG;
  private final double gyroNoiseDps;
  private final double walkDps;
  private final Vector3 accScale;
  private final Vector3 gyroScale;
  private final Vector3 accBiasG;
  private Vector3 gyroBiasDps;

  ChipModel(Chip chip, double rateHz, Noise noise) {
    this.chip = chip;
    this.noise = noise;
    double rootBandwidth = StrictMath.sqrt(rateHz / 2);
    accNoiseG = chip.accNoiseMicroGPerRootHz() * 1e-6 * rootBandwidth;
    gyroNoiseDps = chip.gyroNoiseMilliDpsPerRootHz() * 1e-3 * rootBandwidth;
    walkDps = chip.gyroWalkDpsPerRootS() / StrictMath.sqrt(rateHz);
    accScale = noise.gaussianVector(chip.accScaleSd());
    gyroScale = noise.gaussianVector(chip.gyroScaleSd());
    accBiasG = noise.gaussianVector(chip.accBiasSdMilliG() * 1e-3);
    gyroBiasDps = noise.gaussianVector(chip.gyroBiasSdDps());
  }

  /**
   * @param trueG specific force in sensor axes
   * @param trueDps angular rate in sensor axes
   */
  Sample read(long timeNanos, Vector3 trueG, Vector3 trueDps) {
    gyroBiasDps = gyroBiasDps.plus(noise.gaussianVector(walkDps));
    Vector3 g = scaled(trueG, accScale).plus(accBiasG).plus(noise.gaussianVector(accNoiseG));
    Vector3 dps = scaled(trueDps, gyroScale).plus(gyroBiasDps).plus(noise.gaussianVector(gyroNoiseDps));
    boolean clipped = beyond(g, chip.accRangeG()) || beyond(dps, chip.gyroRangeDps());
    double toMps2 = Sample.STANDARD_GRAVITY_MPS2;
    return new Sample(
        timeNanos,
        toMps2 * acc(g.x()),
        toMps2 * acc(g.y()),
        toMps2 * acc(g.z()),
        gyroRad(dps.x()),
        gyroRad(dps.y()),
        gyroRad(dps.z()),
        clipped);
  }

  private double acc(double g) {
    return digits(g, chip.accStepG(), chip.accRangeG());
  }

  private double gyroRad(double dps) {
    return digits(dps, chip.gyroStepDps(), chip.gyroRangeDps()) * StrictMath.PI / 180;
  }

  private static Vector3 scaled(Vector3 v, Vector3 error) {
    return new Vector3(v.x() * (1 + error.x()), v.y() * (1 + error.y()), v.z() * (1 + error.z()));
  }

  private static boolean beyond(Vector3 v, double range) {
    return Math.abs(v.x()) >= range || Math.abs(v.y()) >= range || Math.abs(v.z()) >= range;
  }

  private static double digits(double value, double step, double range) {
    double held = Math.max(-range, Math.min(range, value));
    return step == 0 ? held : StrictMath.rint(held / step) * step;
  }
}
