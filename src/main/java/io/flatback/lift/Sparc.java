package io.flatback.lift;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * Smoothness of a movement as the length of its speed profile's spectrum: SPARC
 * [balasubramanian-2015]. About −1.41 for a minimum-jerk movement at any duration, lower when it stutters.
 */
final class Sparc {
  private static final double HIGHEST_HZ = 10.0;
  private static final double LEAST_AMPLITUDE = 0.05;
  private static final int PADDING = 4;

  private Sparc() {}

  /** @return empty where there is no movement or too few samples to tell */
  static OptionalDouble of(double[] speed, double sampleRateHz) {
    if (speed.length < 8) {
      return OptionalDouble.empty();
    }
    int length = 1 << (32 - Integer.numberOfLeadingZeros(speed.length - 1) + PADDING);
    double[] padded = Arrays.copyOf(speed, length);
    Complex[] spectrum =
        new FastFourierTransformer(DftNormalization.STANDARD).transform(padded, TransformType.FORWARD);
    double stepHz = sampleRateHz / length;
    int half = length / 2;
    int bins = Math.min(half, (int) (HIGHEST_HZ / stepHz) + 1);
    double[] amplitude = new double[bins];
    double max = 0.0;
    for (int i = 0; i < bins; i++) {
      amplitude[i] = spectrum[i].abs();
      max = Math.max(max, amplitude[i]);
    }
    return max > 0.0 ? OptionalDouble.of(arcLength(amplitude, max)) : OptionalDouble.empty();
  }

  private static double arcLength(double[] amplitude, double max) {
    int first = 0;
    while (amplitude[first] < LEAST_AMPLITUDE * max) {
      first++;
    }
    int last = amplitude.length - 1;
    while (amplitude[last] < LEAST_AMPLITUDE * max) {
      last--;
    }
    if (last == first) {
      return 0.0;
    }
    double step = 1.0 / (last - first);
    double length = 0.0;
    for (int i = first + 1; i <= last; i++) {
      double rise = (amplitude[i] - amplitude[i - 1]) / max;
      length += Math.sqrt(step * step + rise * rise);
    }
    return -length;
  }
}
