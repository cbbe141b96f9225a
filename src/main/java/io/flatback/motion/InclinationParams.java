package io.flatback.motion;

/**
 * Parameters of {@link InclinationFilter}.
 *
 * <p>Two of them make its bandwidth: with the defaults it settles to the low pass of VQF with a time constant
 * of 3.2 s [laidig-2023: 3 s], since √2 / τ = √(g · {@code rateNoise} / (σ_v √(2 τ_v))).
 *
 * @param rateNoiseRadPerRootSec what a gyroscope's scale, alignment and noise do to the inclination beyond
 *     its bias, per √s; more trusts the acceleration more and shortens the time constant
 * @param velocityMps how fast the sensor moves about where it is, one horizontal axis; more trusts the
 *     acceleration less
 * @param velocitySeconds for how long that velocity keeps its direction
 * @param instantShare whether a gyroscope's reading is the mean over the step that it ends (0) or the rate
 *     at its end (1); real chips lie between
 * @param accelBeforeShare whether an accelerometer's reading belongs to how the sensor lay at the end of the
 *     step (0) or at its beginning (1)
 * @param settlingSeconds for at most so long after the start up is the mean acceleration
 * @param settlingDriftRad or until the bias may have turned it so far
 * @param settledSigmaRad but not before, nor after, it is less sure than this
 * @param startAccelMps2 horizontal acceleration that is expected of a sensor of which nothing is known yet
 * @param accelCorrelationSeconds for how long a movement's acceleration keeps its direction: a mean over T
 *     is wrong by what one reading is, times this / (this + T)
 * @param biasSigmaInitRadPerSec uncertainty of the gyroscope's bias at the start
 * @param biasForgettingSeconds time in which the bias uncertainty grows from 0 to 0.1 °/s
 * @param biasClipRadPerSec a bias is never thought to be larger than this
 * @param biasSigmaRestRadPerSec uncertainty of the bias after long rest
 * @param rest what counts as rest, when the gyroscope itself shows its bias
 */
public record InclinationParams(
    double rateNoiseRadPerRootSec,
    double velocityMps,
    double velocitySeconds,
    double instantShare,
    double accelBeforeShare,
    double settlingSeconds,
    double settlingDriftRad,
    double settledSigmaRad,
    double startAccelMps2,
    double accelCorrelationSeconds,
    double biasSigmaInitRadPerSec,
    double biasForgettingSeconds,
    double biasClipRadPerSec,
    double biasSigmaRestRadPerSec,
    RestDetector.Params rest) {

  /**
   * Of [laidig-2023]: all of the bias, rest, and within a twentieth the time constant. own: the split of the
   * time constant into velocity and rate noise, the
   * shares and the settling, from recordings with an optical
   * reference; replaced by a longer series of them.
   */
  public static final InclinationParams DEFAULTS =
      new InclinationParams(
          Math.toRadians(0.35),
          0.3,
          0.5,
          0.2,
          0.15,
          2.0,
          Math.toRadians(0.5),
          Math.toRadians(2.0),
          3.0,
          0.4,
          VqfParams.DEFAULTS.biasSigmaInitRadPerSec(),
          VqfParams.DEFAULTS.biasForgettingSeconds(),
          VqfParams.DEFAULTS.biasClipRadPerSec(),
          VqfParams.DEFAULTS.biasSigmaRestRadPerSec(),
          VqfParams.DEFAULTS.rest());
}
