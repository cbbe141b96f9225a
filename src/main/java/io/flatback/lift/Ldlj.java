package io.flatback.lift;

import java.util.OptionalDouble;

/**
 * Smoothness of a movement as the logarithm of its jerk without dimension: −ln[(T³ / v_peak²) ∫ v̈² dt] of its speed
 * profile [balasubramanian-2015]. Lower when it stutters. Noise is jerk too: low-pass the speed at 6 to 10 Hz before.
 */
final class Ldlj {
  private static final int FEWEST = 8;

  private Ldlj() {}

  /** @return of the first so many samples; empty where there is no movement, no jerk or too few samples to tell */
  static OptionalDouble of(double[] speed, int samples, double sampleRateHz) {
    if (samples < FEWEST) {
      return OptionalDouble.empty();
    }
    double peak = 0;
    double squares = 0;
    for (int i = 0; i < samples; i++) {
      peak = Math.max(peak, Math.abs(speed[i]));
      if (i >= 2) {
        double jerk = (speed[i] - 2 * speed[i - 1] + speed[i - 2]) * sampleRateHz * sampleRateHz;
        squares += jerk * jerk;
      }
    }
    double seconds = samples / sampleRateHz;
    double withoutDimension = seconds * seconds * seconds / (peak * peak) * squares / sampleRateHz;
    return withoutDimension > 0 && Double.isFinite(withoutDimension)
        ? OptionalDouble.of(-Math.log(withoutDimension))
        : OptionalDouble.empty();
  }
}
