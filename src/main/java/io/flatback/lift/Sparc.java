package io.flatback.lift;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Smoothness of a movement as the length of its speed profile's spectrum: SPARC
 * [balasubramanian-2015]. About −1.41 for a minimum-jerk movement at any duration, lower when it stutters.
 * One instance per sensor: the room it needs is kept.
 *
 * <p>Of the spectrum only what lies below {@value #HIGHEST_HZ} Hz is worked out, a tenth or less of it at the usual
 * rates: by Clenshaw's recurrence, about the middle of the movement, where the even part of the speed makes the real
 * parts and the odd part the imaginary ones.
 */
final class Sparc {
  private static final double HIGHEST_HZ = 10.0;
  private static final double LEAST_AMPLITUDE = 0.05;
  private static final int PADDING = 4;

  private static final int LONGEST_LOG = 31;

  private double[] speed = new double[0];
  private double[] even = new double[0];
  private double[] odd = new double[0];
  /** Of each bin: how far the recurrences have come, two steps of each. */
  private double[] real = new double[0];

  private double[] realBefore = new double[0];
  private double[] imaginary = new double[0];
  private double[] imaginaryBefore = new double[0];
  /**
   * By the logarithm of the length: of each bin the sine of half its step on the
   * unit circle, and the recurrence's factor.
   */
  private final double[][] halfSines = new double[LONGEST_LOG][0];

  private final double[][] factors = new double[LONGEST_LOG][0];

  /** Room for that many samples of speed, to be filled in before {@link #of(int, double)}. */
  double[] speed(int samples) {
    if (speed.length < samples) {
      speed = new double[samples];
      even = new double[samples / 2 + 2];
      odd = new double[samples / 2 + 2];
    }
    return speed;
  }

  /** @return of so many samples of {@link #speed}; empty where there is no movement or too few samples to tell */
  OptionalDouble of(int samples, double sampleRateHz) {
    if (samples < 8) {
      return OptionalDouble.empty();
    }
    int log = 32 - Integer.numberOfLeadingZeros(samples - 1) + PADDING;
    int length = 1 << log;
    double stepHz = sampleRateHz / length;
    int bins = Math.min(length / 2, (int) (HIGHEST_HZ / stepHz) + 1);
    makeRoom(bins);
    tabulate(log, bins);
    int pairs = fold(samples);
    for (int j = pairs - 1; j >= 0; j -= 2) {
      step(bins, factors[log], j);
    }
    double max = toAmplitudes(bins, halfSines[log], samples % 2 == 0);
    return max > 0.0 ? OptionalDouble.of(arcLength(real, bins, max)) : OptionalDouble.empty();
  }

  private void makeRoom(int bins) {
    if (real.length < bins) {
      real = new double[bins];
      realBefore = new double[bins];
      imaginary = new double[bins];
      imaginaryBefore = new double[bins];
    }
    Arrays.fill(real, 0, bins, 0.0);
    Arrays.fill(realBefore, 0, bins, 0.0);
    Arrays.fill(imaginary, 0, bins, 0.0);
    Arrays.fill(imaginaryBefore, 0, bins, 0.0);
  }

  private void tabulate(int log, int bins) {
    if (halfSines[log].length >= bins) {
      return;
    }
    halfSines[log] = new double[bins];
    factors[log] = new double[bins];
    for (int k = 0; k < bins; k++) {
      double sine = Math.sin(Math.scalb(k * Math.PI, -log));
      halfSines[log][k] = sine;
      factors[log][k] = 2.0 - 4.0 * sine * sine;
    }
  }

  /** @return how many pairs of samples, as far after the middle as before it; made even by one of nothing */
  private int fold(int samples) {
    int first = samples / 2;
    int pairs = (samples + 1) / 2;
    for (int j = 0; j < pairs; j++) {
      double after = speed[first + j];
      double before = speed[pairs - 1 - j];
      even[j] = after + before;
      odd[j] = after - before;
    }
    if (samples % 2 == 1) {
      even[0] = speed[first];
    }
    even[pairs] = 0.0;
    odd[pairs] = 0.0;
    return pairs + pairs % 2;
  }

  /** Two steps towards the middle, for each bin. */
  private void step(int bins, double[] factor, int j) {
    double[] re = real;
    double[] reBefore = realBefore;
    double[] im = imaginary;
    double[] imBefore = imaginaryBefore;
    double outerEven = even[j];
    double innerEven = even[j - 1];
    double outerOdd = odd[j];
    double innerOdd = odd[j - 1];
    for (int k = 0; k < bins; k++) {
      double r = outerEven - reBefore[k] + factor[k] * re[k];
      double i = outerOdd - imBefore[k] + factor[k] * im[k];
      re[k] = innerEven - re[k] + factor[k] * r;
      im[k] = innerOdd - im[k] + factor[k] * i;
      reBefore[k] = r;
      imBefore[k] = i;
    }
  }

  /** Into {@link #real}; the phase of a bin does not matter. @return the largest */
  private double toAmplitudes(int bins, double[] halfSine, boolean paired) {
    double max = 0.0;
    for (int k = 0; k < bins; k++) {
      double sin = halfSine[k];
      double cos = Math.sqrt(1.0 - sin * sin);
      double re = paired ? cos * (real[k] - realBefore[k]) : real[k] - (1.0 - 2.0 * sin * sin) * realBefore[k];
      double im = paired ? sin * (imaginary[k] + imaginaryBefore[k]) : 2.0 * sin * cos * imaginaryBefore[k];
      real[k] = Math.sqrt(re * re + im * im);
      max = Math.max(max, real[k]);
    }
    return max;
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
