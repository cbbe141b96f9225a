package io.flatback.sim;

/** Irregular motion without end: a few sines of random phase, so that every derivative is exact. */
final class Sines {
  private final double[] amplitudes;
  private final double[] omegasRadPerSec;
  private final double[] phasesRad;

  private Sines(double[] amplitudes, double[] hertz, Noise noise) {
    this.amplitudes = amplitudes;
    omegasRadPerSec = new double[hertz.length];
    phasesRad = new double[hertz.length];
    for (int i = 0; i < hertz.length; i++) {
      omegasRadPerSec[i] = 2 * StrictMath.PI * hertz[i] * noise.uniform(0.9, 1.1);
      phasesRad[i] = noise.uniform(0, 2 * StrictMath.PI);
    }
  }

  /**
   * Amplitudes that fall with a power of the frequency.
   *
   * @param standardDeviation of the sum
   * @param exponent 1: amplitude as 1/f; 2: as 1/f², that is equal amplitudes of acceleration
   */
  static Sines falling(double standardDeviation, int exponent, double[] hertz, Noise noise) {
    double[] amplitudes = new double[hertz.length];
    double power = 0;
    for (int i = 0; i < hertz.length; i++) {
      amplitudes[i] = exponent == 1 ? 1 / hertz[i] : 1 / (hertz[i] * hertz[i]);
      power += amplitudes[i] * amplitudes[i] / 2;
    }
    double scale = standardDeviation / StrictMath.sqrt(power);
    for (int i = 0; i < hertz.length; i++) {
      amplitudes[i] *= scale;
    }
    return new Sines(amplitudes, hertz, noise);
  }

  Jet at(double seconds) {
    double value = 0;
    double rate = 0;
    double acceleration = 0;
    for (int i = 0; i < amplitudes.length; i++) {
      double omega = omegasRadPerSec[i];
      double sine = amplitudes[i] * StrictMath.sin(omega * seconds + phasesRad[i]);
      value += sine;
      rate += amplitudes[i] * omega * StrictMath.cos(omega * seconds + phasesRad[i]);
      acceleration -= omega * omega * sine;
    }
    return new Jet(value, rate, acceleration);
  }
}
