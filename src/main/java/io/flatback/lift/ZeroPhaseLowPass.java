package io.flatback.lift;

/**
 * Second-order Butterworth low pass, once forwards and once backwards, so that nothing is shifted in time. Both ends
 * are taken as if it had always been so there.
 *
 * <p>Source: [winter-2009], with the cutoff of one pass raised by 1/0.802 so that both together have it.
 */
final class ZeroPhaseLowPass {
  /** In the middle of the 6 to 10 Hz that the evidence asks for before LDLJ. */
  static final double CUTOFF_HZ = 8.0;

  private static final double OF_TWO_PASSES = 0.802;

  private double b0;
  private double a1;
  private double a2;

  /** In place. The rate must be more than three times the cutoff. */
  void filter(double[] values, int samples, double sampleRateHz) {
    double c = Math.tan(Math.PI * CUTOFF_HZ / OF_TWO_PASSES / sampleRateHz);
    double d = c * c + Math.sqrt(2.0) * c + 1.0;
    b0 = c * c / d;
    a1 = 2.0 * (c * c - 1.0) / d;
    a2 = (1.0 - Math.sqrt(2.0) * c + c * c) / d;
    pass(values, 0, samples, 1);
    pass(values, samples - 1, samples, -1);
  }

  private void pass(double[] values, int first, int samples, int step) {
    double state0 = values[first] * (1.0 - b0);
    double state1 = values[first] * (b0 - a2);
    for (int n = 0, i = first; n < samples; n++, i += step) {
      double x = values[i];
      double y = b0 * x + state0;
      state0 = 2.0 * b0 * x - a1 * y + state1;
      state1 = b0 * x - a2 * y;
      values[i] = y;
    }
  }
}
