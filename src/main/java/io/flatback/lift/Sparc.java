package io.flatback.lift;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Smoothness of a movement as the length of its speed profile's spectrum: SPARC
 * [balasubramanian-2015]. About −1.41 for a minimum-jerk movement at any duration, lower when it stutters.
 * One instance per sensor: the room it needs is kept.
 *
 * <p>Of the spectrum only what lies below {@value #HIGHEST_HZ} Hz is worked out, a tenth or less of it at the usual
 * rates: directly, about the middle of the movement, where the even part of the speed makes the real parts and the
 * odd part the imaginary ones.
 */
final class Sparc {
  private static final double HIGHEST_HZ = 10.0;
  private static final double LEAST_AMPLITUDE = 0.05;
  private static final int PADDING = 4;

  private double[] speed = new double[0];
  private double[] amplitude = new double[0];
  private double[] imaginary = new double[0];
  /** Of each bin: one step on the unit circle, half of one, and where it has come to. */
  private double[] stepCos = new double[0];

  private double[] stepSin = new double[0];
  private double[] halfCos = new double[0];
  private double[] halfSin = new double[0];
  private double[] cos = new double[0];
  private double[] sin = new double[0];
  private int tabledLength;
  private int tabledBins;

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
    double stepHz = sampleRateHz / length;
    int bins = Math.min(length / 2, (int) (HIGHEST_HZ / stepHz) + 1);
    makeRoom(bins);
    tabulate(bins, length);
    transform(samples, bins);
    double max = 0.0;
    for (int i = 0; i < bins; i++) {
      amplitude[i] = Math.sqrt(amplitude[i] * amplitude[i] + imaginary[i] * imaginary[i]);
      max = Math.max(max, amplitude[i]);
    }
    return max > 0.0 ? OptionalDouble.of(arcLength(amplitude, bins, max)) : OptionalDouble.empty();
  }

  private void makeRoom(int bins) {
    if (amplitude.length < bins) {
      amplitude = new double[bins];
      imaginary = new double[bins];
      stepCos = new double[bins];
      stepSin = new double[bins];
      halfCos = new double[bins];
      halfSin = new double[bins];
      cos = new double[bins];
      sin = new double[bins];
      tabledBins = 0;
    }
  }

  private void tabulate(int bins, int length) {
    int from = length == tabledLength ? tabledBins : 0;
    double halfRad = Math.PI / length;
    for (int k = from; k < bins; k++) {
      stepCos[k] = Math.cos(2 * k * halfRad);
      stepSin[k] = Math.sin(2 * k * halfRad);
      halfCos[k] = Math.cos(k * halfRad);
      halfSin[k] = Math.sin(k * halfRad);
    }
    tabledLength = length;
    tabledBins = Math.max(from, bins);
  }

  /** Real parts into {@link #amplitude}; the phase of a bin does not matter. */
  private void transform(int samples, int bins) {
    boolean even = samples % 2 == 0;
    Arrays.fill(amplitude, 0, bins, even ? 0.0 : speed[samples / 2]);
    Arrays.fill(imaginary, 0, bins, 0.0);
    System.arraycopy(even ? halfCos : stepCos, 0, cos, 0, bins);
    System.arraycopy(even ? halfSin : stepSin, 0, sin, 0, bins);
    int before = samples / 2 - 1;
    for (int after = (samples + 1) / 2; after < samples; after++, before--) {
      add(bins, speed[after] + speed[before], speed[after] - speed[before]);
    }
  }

  /** One pair of samples, as far after the middle as before it; and one step on. */
  private void add(int bins, double sum, double difference) {
    double[] re = amplitude;
    double[] im = imaginary;
    double[] c = cos;
    double[] s = sin;
    double[] dc = stepCos;
    double[] ds = stepSin;
    for (int k = 0; k < bins; k++) {
      re[k] += sum * c[k];
      im[k] += difference * s[k];
      double turned = c[k] * dc[k] - s[k] * ds[k];
      s[k] = s[k] * dc[k] + c[k] * ds[k];
      c[k] = turned;
    }
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
