package io.flatback.sim;

/**
 * What a standing body does without meaning to: sways about its ankles, slower the larger (amplitude as
 * 1/f between 0.05 and 0.9 Hz), and breathes. A sum of sines, so that its derivatives are exact.
 */
final class Sway {
  private static final double[] HERTZ = {0.05, 0.09, 0.16, 0.28, 0.5, 0.9};

  private final Sines foreAft;
  private final Sines sideways;
  private final Sines heading;
  private final double breathingDeg;
  private final double breathHertz;
  private final double breathPhaseRad;

  Sway(Variability variability, Noise noise) {
    foreAft = new Sines(variability.swayDeg(), noise);
    sideways = new Sines(variability.swayDeg() * 0.7, noise);
    heading = new Sines(variability.swayDeg() * 1.5, noise);
    breathingDeg = variability.breathingDeg();
    breathHertz = noise.uniform(0.21, 0.3);
    breathPhaseRad = noise.uniform(0, 2 * StrictMath.PI);
  }

  Jet foreAftDeg(double seconds) {
    return foreAft.at(seconds);
  }

  Jet sidewaysDeg(double seconds) {
    return sideways.at(seconds);
  }

  Jet headingDeg(double seconds) {
    return heading.at(seconds);
  }

  Jet breathingDeg(double seconds) {
    return Jet.sine(breathingDeg, breathHertz, breathPhaseRad, seconds);
  }

  /** Sines with random phases whose sum has a given standard deviation. */
  private static final class Sines {
    private final double[] amplitudes = new double[HERTZ.length];
    private final double[] hertz = new double[HERTZ.length];
    private final double[] phasesRad = new double[HERTZ.length];

    Sines(double standardDeviation, Noise noise) {
      double power = 0;
      for (double f : HERTZ) {
        power += 0.5 / (f * f);
      }
      for (int i = 0; i < HERTZ.length; i++) {
        amplitudes[i] = standardDeviation / HERTZ[i] / StrictMath.sqrt(power);
        hertz[i] = HERTZ[i] * noise.uniform(0.9, 1.1);
        phasesRad[i] = noise.uniform(0, 2 * StrictMath.PI);
      }
    }

    Jet at(double seconds) {
      Jet sum = Jet.ZERO;
      for (int i = 0; i < hertz.length; i++) {
        sum = sum.plus(Jet.sine(amplitudes[i], hertz[i], phasesRad[i], seconds));
      }
      return sum;
    }
  }
}
