package io.flatback.lift;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * Smoothness of a movement as the length of its speed profile's spectrum: SPARC
 * [balasubramanian-2015]. About −1.41 for a minimum-jerk movement at any duration, lower when it stutters.
 * One instance per sensor: the room it needs is kept.
 */
final class Sparc {
  private static final double HIGHEST_HZ = 10.0;
  private static final double LEAST_AMPLITUDE = 0.05;
  private static final int PADDING = 4;

  private double[] speed = new double[0];
  /** Real and imaginary parts, for each power of two; kept from one movement to the next. */
  private final double[][][] spectra = new double[Integer.SIZE][][];

  /** Room for that many samples of speed, to be filled in before {@link #of(int, double)}. */
  double[] speed(int samples) {
    if (speed.length < samples) {
      speed = new double[samples];
    }
    return speed;
  }

  /** @return of so many samples of {@link #speed}; empty where there is no movement or too few samples to tell */
  OptionalDouble of(int samples, double sampleRateHz) {
    if (samples < 8) {
      return OptionalDouble.empty();
    }
    int length = 1 << (32 - Integer.numberOfLeadingZeros(samples - 1) + PADDING);
    double[][] spectrum = transform(samples, length);
    double stepHz = sampleRateHz / length;
    int bins = Math.min(length / 2, (int) (HIGHEST_HZ / stepHz) + 1);
    double[] amplitude = spectrum[0];
    double max = 0.0;
    for (int i = 0; i < bins; i++) {
      amplitude[i] = Math.sqrt(spectrum[0][i] * spectrum[0][i] + spectrum[1][i] * spectrum[1][i]);
      max = Math.max(max, amplitude[i]);
    }
    return max > 0.0 ? OptionalDouble.of(arcLength(amplitude, bins, max)) : OptionalDouble.empty();
  }

  private double[][] transform(int samples, int length) {
    int power = Integer.numberOfTrailingZeros(length);
    if (spectra[power] == null) {
      spectra[power] = new double[2][length];
    }
    double[][] spectrum = spectra[power];
    System.arraycopy(speed, 0, spectrum[0], 0, samples);
    Arrays.fill(spectrum[0], samples, length, 0.0);
    Arrays.fill(spectrum[1], 0.0);
    FastFourierTransformer.transformInPlace(spectrum, DftNormalization.STANDARD, TransformType.FORWARD);
    return spectrum;
  }

  private static double arcLength(double[] amplitude, int bins, double max) {
    int first = 0;
    while (amplitude[first] < LEAST_AMPLITUDE * max) {
      first++;
    }
    int last = bins - 1;
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
