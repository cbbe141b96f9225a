package io.flatback.sim;

/** Irregular motion without end: a few sines of random phase, so that every derivative is exact. */
final class Sines {
  private final double[] amplitudes;
  private final double[] hertz;
  private final double[] phaseTurns;
  private final double[] omegas;

  private Sines(double[] amplitudes, double[] aboutHertz, Noise noise) {
    this.amplitudes = amplitudes;
    hertz = new double[aboutHertz.length];
    phaseTurns = new double[aboutHertz.length];
    omegas = new double[aboutHertz.length];
    for (int i = 0; i < aboutHertz.length; i++) {
      hertz[i] = aboutHertz[i] * noise.uniform(0.9, 1.1);
      phaseTurns[i] = noise.uniform(0, 1);
      omegas[i] = 2 * StrictMath.PI * hertz[i];
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

  /** Equal amplitudes of rate at all frequencies; the standard deviation is the rate's, per second. */
  static Sines ofRate(double standardDeviation, double[] hertz, Noise noise) {
    double[] amplitudes = new double[hertz.length];
    double each = standardDeviation * StrictMath.sqrt(2.0 / hertz.length);
    for (int i = 0; i < hertz.length; i++) {
      amplitudes[i] = each / (2 * StrictMath.PI * hertz[i]);
    }
    return new Sines(amplitudes, hertz, noise);
  }

  Jet at(double seconds) {
    double value = 0;
    double rate = 0;
    double acceleration = 0;
    for (int i = 0; i < amplitudes.length; i++) {
      double omega = omegas[i];
      double turns = hertz[i] * seconds + phaseTurns[i];
      double sine = amplitudes[i] * Turns.sin(turns);
      value += sine;
      rate += amplitudes[i] * omega * Turns.cos(turns);
      acceleration -= omega * omega * sine;
    }
    return new Jet(value, rate, acceleration);
  }
}
