package io.flatback.sim;

import io.flatback.sim.Technique.Tempo;

/** How one lifter of the population does an exercise. */
final class PersonalTechnique {
  /** The lean of a deadlift; who leans less in an exercise differs less in it, too. */
  private static final double FULL_SPREAD_LEAN_DEG = 55;

  /** By so much less the knees bend for each degree of lean, where the bar lies at the same height. */
  private static final double THIGH_FOR_LEAN = -0.8;

  /** Nobody does an exercise more upright than this share of its lean; own. */
  private static final double LEAST_LEAN_SHARE = 0.62;

  /** Faster than this nobody moves a load through a whole lift; own. */
  private static final double LEAST_SECONDS = 0.65;

  private final Person person;

  PersonalTechnique(Person person) {
    this.person = person;
  }

  Technique of(Technique usual) {
    return new Technique(
        usual.exercise(),
        bottom(usual),
        bulge(usual.bulge()),
        bulge(usual.ascentBulge()),
        tempo(usual.tempo()),
        usual.setupSeconds() * person.get(Trait.SETUP),
        usual.landingG() * person.get(Trait.LANDING) * StrictMath.sqrt(person.get(Trait.LOAD)));
  }

  private Pose bottom(Technique usual) {
    Pose pose = usual.bottom();
    double leanDeg = pose.pelvisDeg() + pose.lumbarFlexionDeg();
    double share = Math.min(1, leanDeg / FULL_SPREAD_LEAN_DEG);
    double lumbarDeg = share * person.get(Trait.BOTTOM_LUMBAR);
    double leastDeg = (LEAST_LEAN_SHARE - 1) * leanDeg - lumbarDeg;
    double pelvisDeg = Math.max(leastDeg, share * person.get(Trait.BOTTOM_PELVIS));
    double balanceDeg = usual.landingG() > 0 ? THIGH_FOR_LEAN * (pelvisDeg + lumbarDeg) : 0;
    return pose.plus(
        new Pose(
            share * person.get(Trait.BOTTOM_SHANK),
            Math.max(5 - pose.thighDeg(), balanceDeg + share * person.get(Trait.BOTTOM_THIGH)),
            pelvisDeg,
            lumbarDeg,
            person.get(Trait.BOTTOM_LATERAL),
            person.get(Trait.BOTTOM_AXIAL)));
  }

  private Pose bulge(Pose usual) {
    return usual.times(person.get(Trait.BULGE)).plus(Pose.sagittal(0, 0, 0, person.get(Trait.BULGE_LUMBAR)));
  }

  private Tempo tempo(Tempo usual) {
    double tempo = person.get(Trait.TEMPO);
    return new Tempo(
        Math.max(LEAST_SECONDS, usual.descentSeconds() * tempo * person.get(Trait.DESCENT)),
        usual.bottomSeconds() * person.get(Trait.BOTTOM_REST),
        Math.max(LEAST_SECONDS, usual.ascentSeconds() * tempo),
        Math.max(0.3, usual.topSeconds() * person.get(Trait.TOP_REST)));
  }
}
