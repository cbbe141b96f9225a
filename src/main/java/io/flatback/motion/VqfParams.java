package io.flatback.motion;

/**
 * Parameters of {@link Vqf}, as in [laidig-2023], table 1.
 *
 * @param accelTimeConstantSeconds low pass on the acceleration that corrects the inclination; longer trusts
 *     the gyroscope more
 * @param biasSigmaInitRadPerSec uncertainty of the gyroscope's bias at the start
 * @param biasForgettingSeconds time in which the bias uncertainty grows from 0 to 0.1 °/s
 * @param biasClipRadPerSec a bias is never thought to be larger than this
 * @param biasSigmaMotionRadPerSec uncertainty of the bias estimate in motion, once converged
 * @param biasVerticalForgetting how much less the vertical axis, which motion does not observe, is trusted
 * @param biasSigmaRestRadPerSec uncertainty of the bias estimate at rest, once converged
 */
public record VqfParams(
    double accelTimeConstantSeconds,
    double biasSigmaInitRadPerSec,
    double biasForgettingSeconds,
    double biasClipRadPerSec,
    double biasSigmaMotionRadPerSec,
    double biasVerticalForgetting,
    double biasSigmaRestRadPerSec,
    RestDetector.Params rest) {

  /** Published defaults of [laidig-2023]: 3 s; 0.5 °/s; 100 s; 2 °/s; 0.1 °/s; 1e-4; 0.03 °/s. */
  public static final VqfParams DEFAULTS =
      new VqfParams(
          3.0,
          Math.toRadians(0.5),
          100.0,
          Math.toRadians(2.0),
          Math.toRadians(0.1),
          1e-4,
          Math.toRadians(0.03),
          RestDetector.Params.DEFAULTS);
}
