package io.flatback.motion;

import java.util.Arrays;

/**
 * Second-order Butterworth low pass over several channels at once, as VQF uses it [laidig-2023, sec. 3.4].
 *
 * <p>For the first time constant it gives the running mean, and from then on filters as if it had settled
 * on that mean: no transient at the start. One instance, one thread; nothing is allocated per sample.
 */
final class LowPass {
  private final double timeConstantSeconds;
  private final double[] sum;
  private final double[] state0;
  private final double[] state1;
  private final double[] output;
  private double samplePeriodSeconds;
  private double b0;
  private double b1;
  private double b2;
  private double a1;
  private double a2;
  private int meanCount;
  private boolean settled;

  LowPass(int channels, double timeConstantSeconds) {
    this.timeConstantSeconds = timeConstantSeconds;
    this.sum = new double[channels];
    this.state0 = new double[channels];
    this.state1 = new double[channels];
    this.output = new double[channels];
  }

  /** May be called while running: the present output is kept. */
  void setSamplePeriodSeconds(double periodSeconds) {
    samplePeriodSeconds = periodSeconds;
    double cutoffHz = Math.sqrt(2.0) / (2.0 * Math.PI * timeConstantSeconds);
    double c = Math.tan(Math.PI * Math.min(cutoffHz * periodSeconds, 0.49));
    double d = c * c + Math.sqrt(2.0) * c + 1.0;
    b0 = c * c / d;
    b1 = 2.0 * b0;
    b2 = b0;
    a1 = 2.0 * (c * c - 1.0) / d;
    a2 = (1.0 - Math.sqrt(2.0) * c + c * c) / d;
    if (settled) {
      seed();
    }
  }

  /** Forgets everything: the next input begins a new mean. */
  void reset() {
    settled = false;
    meanCount = 0;
    Arrays.fill(sum, 0.0);
  }

  /** Still within the first time constant, where the output is a plain mean. */
  boolean isAveraging() {
    return !settled;
  }

  void update(double[] input) {
    if (timeConstantSeconds < samplePeriodSeconds / 2.0) {
      System.arraycopy(input, 0, output, 0, output.length);
    } else if (settled) {
      filter(input);
    } else {
      average(input);
    }
  }

  double output(int channel) {
    return output[channel];
  }

  private void filter(double[] input) {
    double[] s0 = state0;
    double[] s1 = state1;
    double[] out = output;
    double c0 = b0;
    double c1 = b1;
    double c2 = b2;
    double d1 = a1;
    double d2 = a2;
    for (int i = 0; i < out.length; i++) {
      double x = input[i];
      double y = c0 * x + s0[i];
      s0[i] = c1 * x - d1 * y + s1[i];
      s1[i] = c2 * x - d2 * y;
      out[i] = y;
    }
  }

  private void average(double[] input) {
    meanCount++;
    for (int i = 0; i < output.length; i++) {
      sum[i] += input[i];
      output[i] = sum[i] / meanCount;
    }
    if (meanCount * samplePeriodSeconds >= timeConstantSeconds) {
      settled = true;
      seed();
    }
  }

  private void seed() {
    for (int i = 0; i < output.length; i++) {
      state0[i] = output[i] * (1.0 - b0);
      state1[i] = output[i] * (b2 - a2);
    }
  }
}
