package io.flatback.sim;

/**
 * What a body does without meaning to: it sways about its ankles, slower the larger (amplitude as 1/f
 * between 0.05 and 0.9 Hz), it breathes, and under load it is unsteady: off the hinge axis from 0.3 Hz on,
 * about it from 2 Hz on.
 */
final class Sway {
  private static final double[] SWAY_HERTZ = {0.05, 0.11, 0.24, 0.45, 0.9};
  private static final double[] SIDE_HERTZ = {0.07, 0.21, 0.6};
  private static final double[] UNSTEADY_HERTZ = {0.35, 0.8, 1.5, 2.7, 4.6, 8};
  private static final double[] TREMOR_HERTZ = {2.3, 3.7, 5.6, 8.6};

  /** Trembling about the hinge axis and in height, for unsteadiness of 1 °/s off it; 3 mg. */
  private static final double TREMOR_SHARE = 0.35;

  private static final double TREMOR_M_PER_DPS = 5e-5;

  private final Sines foreAft;
  private final Sines sideways;
  private final Sines heading;
  private final Sines tremorPitch;
  private final Sines lateral;
  private final Sines axial;
  private final Sines tremorHeight;
  private final double breathingDeg;
  private final double breathHertz;
  private final double breathPhaseTurns;

  Sway(Variability variability, Noise noise) {
    foreAft = Sines.falling(variability.swayDeg(), 1, SWAY_HERTZ, noise);
    sideways = Sines.falling(variability.swayDeg() * 0.7, 1, SIDE_HERTZ, noise);
    heading = Sines.falling(variability.swayDeg() * 1.5, 1, SIDE_HERTZ, noise);
    double dps = variability.unsteadyDps();
    tremorPitch = Sines.ofRate(dps * TREMOR_SHARE, TREMOR_HERTZ, noise);
    lateral = Sines.ofRate(dps, UNSTEADY_HERTZ, noise);
    axial = Sines.ofRate(dps, UNSTEADY_HERTZ, noise);
    tremorHeight = Sines.falling(dps * TREMOR_M_PER_DPS, 2, TREMOR_HERTZ, noise);
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

  Jet lateralDeg(double seconds) {
    return lateral.at(seconds);
  }

  Jet axialDeg(double seconds) {
    return axial.at(seconds);
  }

  Jet tremorHeightM(double seconds) {
    return tremorHeight.at(seconds);
  }
}
