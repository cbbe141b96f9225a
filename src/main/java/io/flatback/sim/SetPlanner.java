package io.flatback.sim;

import io.flatback.sim.Episode.Lifting;
import io.flatback.sim.Episode.Lifting.Start;
import io.flatback.sim.Technique.Tempo;

/** Makes the movements of one set: every rep a little different, and changing as its progression says. */
final class SetPlanner {
  private static final double JOLT_AT_ONSET_G = 0.06;
  private static final double JOLT_AT_LOCKOUT_G = 0.05;

  private final Lifting lifting;
  private final Technique technique;
  private final Variability variability;
  private final Noise noise;
  private final TimelineBuilder line;

  SetPlanner(Lifting lifting, Variability variability, Noise noise, TimelineBuilder line) {
    this.lifting = lifting;
    technique = lifting.technique();
    this.variability = variability;
    this.noise = noise;
    this.line = line;
  }

  void plan() {
    double from = line.now();
    for (int rep = 1; rep <= lifting.reps(); rep++) {
      rep(rep);
    }
    switch (lifting.ending()) {
      case STAND -> line.rest(0.5);
      case DROP -> drop();
      case PUT_DOWN -> putDown();
      case PUT_DOWN_AND_RISE -> putDownAndRise();
      case FAIL -> fail();
    }
    line.endSet(lifting, from);
  }

  private void rep(int rep) {
    boolean partial = lifting.partialReps().contains(rep);
    double depth = partial ? 0.5 : 1;
    double share = lifting.progression().share(rep, lifting.reps());
    Pose bottom = bottom(share);
    double from = line.now();
    Tempo tempo = tempo(share);
    boolean turns = tempo.bottomSeconds() == 0 && !(rep == 1 && technique.setupSeconds() > 0);
    double turnAcceleration = turns ? turnAcceleration(tempo, depth) : 0;
    line.pose(bottom, technique.bulge());
    if (rep > 1 || lifting.start() == Start.STANDING) {
      line.go(depth, tempo.descentSeconds(), 0, turnAcceleration);
      land(rep > 1 && !partial);
    }
    double down = line.now();
    waitAtBottom(rep, tempo);
    double up = line.now();
    line.pose(bottom, partial ? technique.bulge() : technique.ascentBulge());
    ascend(depth, tempo.ascentSeconds(), lifting.progression().sticking() * share);
    double locked = line.now();
    line.posture(up, -Math.abs(noise.human(2 * variability.postureDeg())));
    line.move(partial, from, down, up, locked, true, null);
    line.jolt(JOLT_AT_LOCKOUT_G);
    line.rest(tempo.topSeconds());
    line.posture(locked, noise.human(variability.postureDeg()));
  }

  private void waitAtBottom(int rep, Tempo tempo) {
    if (rep == 1 && technique.setupSeconds() > 0) {
      line.rest(duration(technique.setupSeconds()));
      for (int i = 0; i < lifting.regrips(); i++) {
        reGrip();
      }
      line.jolt(JOLT_AT_ONSET_G);
    } else if (tempo.bottomSeconds() > 0) {
      line.rest(tempo.bottomSeconds());
      line.jolt(technique.landingG() > 0 ? JOLT_AT_ONSET_G : 0);
    }
  }

  private void reGrip() {
    double from = line.now();
    line.go(noise.uniform(0.7, 0.8), duration(0.4));
    double up = line.now();
    line.go(1, duration(0.4));
    line.move(false, from, from, up, line.now(), true, NotARep.RE_GRIP);
    line.rest(duration(0.5));
  }

  private void ascend(double depth, double seconds, double sticking) {
    if (sticking > 0.01) {
      line.go(depth / 2, seconds / 2, -1.875 * depth / seconds * (1 - 0.8 * sticking), 0);
      line.go(0, seconds / 2);
    } else {
      line.go(0, seconds);
    }
  }

  private void land(boolean withLoad) {
    if (withLoad) {
      line.jolt(technique.landingG() * noise.uniform(0.7, 1.3));
    }
  }

  private void drop() {
    double from = line.now();
    line.pose(technique.bottom(), technique.bulge());
    line.go(0.13, 0.3);
    double down = line.now();
    line.jolt(0.35);
    line.go(0, 0.6);
    line.move(false, from, down, down, line.now(), true, NotARep.DROPPED_THE_LOAD);
    line.rest(0.5);
  }

  private void putDown() {
    double from = line.now();
    lower();
    double down = line.now();
    line.rest(2.5);
    line.move(false, from, down, line.now(), line.now(), true, NotARep.PUT_DOWN);
  }

  private void putDownAndRise() {
    double from = line.now();
    lower();
    double down = line.now();
    line.rest(duration(1.8));
    double up = line.now();
    line.go(0, duration(1.0));
    line.move(false, from, down, up, line.now(), true, NotARep.ROSE_WITHOUT_LOAD);
    line.rest(0.5);
  }

  private void fail() {
    double from = line.now();
    lower();
    double down = line.now();
    line.rest(duration(0.8));
    double up = line.now();
    line.go(0.5, duration(1.6));
    line.rest(duration(0.9));
    line.go(1, duration(0.9));
    land(true);
    line.rest(2.5);
    line.move(false, from, down, up, line.now(), true, NotARep.FAILED);
  }

  /** Down with the load in the way of the last rep. */
  private void lower() {
    line.pose(bottom(lifting.progression().share(lifting.reps(), lifting.reps())), technique.bulge());
    line.go(1, duration(technique.tempo().descentSeconds()));
    land(true);
  }

  private Pose bottom(double share) {
    Pose byChance =
        new Pose(
            noise.human(variability.pelvisDeg() / 2),
            noise.human(variability.pelvisDeg()),
            noise.human(variability.pelvisDeg()),
            noise.human(variability.lumbarDeg()),
            noise.human(variability.sideDeg()),
            noise.human(variability.sideDeg()));
    return technique.bottom().plus(lifting.progression().bottomChange().times(share)).plus(byChance);
  }

  private Tempo tempo(double share) {
    Tempo t = technique.tempo();
    double longer = lifting.dynamic() * (1 + lifting.progression().ascentLonger() * share);
    return new Tempo(
        duration(t.descentSeconds()),
        duration(t.bottomSeconds()),
        duration(t.ascentSeconds() * longer),
        Math.max(0.3, duration(t.topSeconds()) * (1 + share / 2)));
  }

  private double duration(double seconds) {
    return seconds * (1 + noise.human(variability.tempoCv()));
  }

  /** Where down turns to up without a stop, the way is as of a ball in a bowl: fastest change at the bottom. */
  private static double turnAcceleration(Tempo tempo, double depth) {
    double mean = (tempo.descentSeconds() + tempo.ascentSeconds()) / 2;
    return -6 * depth / (mean * mean);
  }
}
