package io.flatback.sim;

import io.flatback.sim.Episode.Lifting;
import io.flatback.sim.Technique.Tempo;

/** How each rep of a set differs from the technique: by chance, and by how far the set has progressed. */
final class RepVariation {
  private final Lifting lifting;
  private final Variability variability;
  private final Noise noise;

  RepVariation(Lifting lifting, Variability variability, Noise noise) {
    this.lifting = lifting;
    this.variability = variability;
    this.noise = noise;
  }

  Pose bottom(int rep) {
    Pose byChance =
        new Pose(
            noise.human(variability.pelvisDeg() / 2),
            noise.human(variability.pelvisDeg()),
            noise.human(variability.pelvisDeg()),
            noise.human(variability.lumbarDeg()),
            noise.human(variability.sideDeg()),
            noise.human(variability.sideDeg()));
    return lifting.technique().bottom().plus(lifting.progression().bottomChange().times(share(rep))).plus(byChance);
  }

  Tempo tempo(int rep) {
    Tempo t = lifting.technique().tempo();
    double longer = lifting.dynamic() * (1 + lifting.progression().ascentLonger() * share(rep));
    return new Tempo(
        duration(t.descentSeconds()),
        duration(t.bottomSeconds()),
        duration(t.ascentSeconds() * longer),
        Math.max(0.3, duration(t.topSeconds()) * (1 + share(rep) / 2)));
  }

  /** How much the ascent stalls half-way, 0 to 1. */
  double sticking(int rep) {
    return lifting.progression().sticking() * share(rep);
  }

  double duration(double seconds) {
    return seconds * (1 + noise.human(variability.tempoCv()));
  }

  double standingPostureDeg() {
    return noise.human(variability.postureDeg());
  }

  /** Who locks out leans back a little too far. */
  double lockoutPostureDeg() {
    return -Math.abs(noise.human(2 * variability.postureDeg()));
  }

  double between(double low, double high) {
    return noise.uniform(low, high);
  }

  private double share(int rep) {
    return lifting.progression().share(Math.min(rep, lifting.reps()), lifting.reps());
  }
}
