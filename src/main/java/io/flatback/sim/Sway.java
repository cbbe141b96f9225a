package io.flatback.sim;

/**
 * What a body does without meaning to: it sways about its ankles, slower the larger (amplitude as 1/f
 * between 0.05 and 0.9 Hz), it breathes, and under load it trembles (2 to 9 Hz).
 */
final class Sway {
  private static final double[] SWAY_HERTZ = {0.05, 0.11, 0.24, 0.45, 0.9};
  private static final double[] SIDE_HERTZ = {0.07, 0.21, 0.6};
  private static final double[] TREMOR_HERTZ = {2.3, 3.7, 5.6, 8.6};

  /** Trembling in height that goes with a trembling of 1 °/s: about 7 mg. */
  private static final double TREMOR_M_PER_DPS = 1.1e-4;

  private final Sines foreAft;
  private final Sines sideways;
  private final Sines heading;
  private final Sines tremorPitch;
  private final Sines tremorSide;
  private final Sines tremorHeight;
  private final double breathingDeg;
  private final double breathHertz;
  private final double breathPhaseTurns;

  Sway(Variability variability, Noise noise) {
    foreAft = Sines.falling(variability.swayDeg(), 1, SWAY_HERTZ, noise);
    sideways = Sines.falling(variability.swayDeg() * 0.7, 1, SIDE_HERTZ, noise);
    heading = Sines.falling(variability.swayDeg() * 1.5, 1, SIDE_HERTZ, noise);
    double tremorDeg = variability.tremorDps() / (2 * StrictMath.PI * 3.6);
    tremorPitch = Sines.falling(tremorDeg * 0.7, 1, TREMOR_HERTZ, noise);
    tremorSide = Sines.falling(tremorDeg, 1, TREMOR_HERTZ, noise);
    tremorHeight = Sines.falling(variability.tremorDps() * TREMOR_M_PER_DPS, 2, TREMOR_HERTZ, noise);
    breathingDeg = variability.breathingDeg();
    breathHertz = noise.uniform(0.21, 0.3);
    breathPhaseTurns = noise.uniform(0, 1);
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
    return Jet.sine(breathingDeg, breathHertz, breathPhaseTurns, seconds);
  }

  Jet tremorPitchDeg(double seconds) {
    return tremorPitch.at(seconds);
  }

  Jet tremorSideDeg(double seconds) {
    return tremorSide.at(seconds);
  }

  Jet tremorHeightM(double seconds) {
    return tremorHeight.at(seconds);
  }
}
