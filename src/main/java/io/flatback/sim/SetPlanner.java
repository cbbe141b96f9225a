package io.flatback.sim;

import io.flatback.sim.Episode.Lifting;
import io.flatback.sim.Episode.Lifting.Start;
import io.flatback.sim.Technique.Tempo;

/** Makes the movements of one set: every rep a little different, and changing as its progression says. */
final class SetPlanner {
  private static final double JOLT_AT_ONSET_G = 0.06;
  private static final double JOLT_AT_LOCKOUT_G = 0.05;

  /** A minimum-jerk way passes its middle this much faster than its mean. */
  private static final double MIDDLE_TO_MEAN_RATE = 1.875;

  private final Lifting lifting;
  private final Technique technique;
  private final RepVariation variation;
  private final TimelineBuilder line;

  private SetPlanner(Lifting lifting, RepVariation variation, TimelineBuilder line) {
    this.lifting = lifting;
    technique = lifting.technique();
    this.variation = variation;
    this.line = line;
  }

  static void plan(Lifting lifting, Variability variability, Noise noise, TimelineBuilder line) {
    RepVariation variation = new RepVariation(lifting, variability, noise);
    SetPlanner planner = new SetPlanner(lifting, variation, line);
    double from = line.now();
    for (int rep = 1; rep <= lifting.reps(); rep++) {
      planner.rep(rep);
    }
    new SetEnding(lifting, variation, line).plan();
    line.endSet(lifting, from);
  }

  private void rep(int rep) {
    boolean partial = lifting.partialReps().contains(rep);
    double depth = partial ? 0.5 : 1;
    Pose bottom = variation.bottom(rep);
    Tempo tempo = variation.tempo(rep);
    double from = line.now();
    line.pose(bottom, technique.bulge());
    if (rep > 1 || lifting.start() != Start.AT_THE_BAR) {
      line.go(depth, descentSeconds(rep, tempo), 0, turns(rep, tempo) ? turnAcceleration(tempo, depth) : 0);
      line.jolt(rep > 1 && !partial ? technique.landingG() * variation.between(0.7, 1.3) : 0);
    }
    double down = line.now();
    waitAtBottom(rep, tempo);
    double up = line.now();
    line.pose(bottom, partial ? technique.bulge() : technique.ascentBulge());
    ascend(depth, tempo.ascentSeconds(), variation.sticking(rep));
    double locked = line.now();
    line.posture(up, variation.lockoutPostureDeg());
    line.move(partial, from, down, up, locked, true, null);
    line.jolt(JOLT_AT_LOCKOUT_G);
    line.rest(tempo.topSeconds());
    line.posture(locked, variation.standingPostureDeg());
  }

  /** Who is half-way down when the record begins is there in half the time. */
  private double descentSeconds(int rep, Tempo tempo) {
    if (rep > 1 || lifting.start() != Start.MID_BEND) {
      return tempo.descentSeconds();
    }
    line.beginMoving(0.5, MIDDLE_TO_MEAN_RATE / tempo.descentSeconds());
    return tempo.descentSeconds() / 2;
  }

  private boolean setsUp(int rep) {
    return rep == 1 && technique.setupSeconds() > 0;
  }

  private boolean turns(int rep, Tempo tempo) {
    return tempo.bottomSeconds() == 0 && !setsUp(rep);
  }

  private void waitAtBottom(int rep, Tempo tempo) {
    if (setsUp(rep)) {
      line.rest(variation.duration(technique.setupSeconds()));
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
    double highest = 1 - lifting.regripRiseShare();
    line.go(variation.between(highest, highest + 0.1), variation.duration(0.4));
    double up = line.now();
    line.go(1, variation.duration(0.4));
    line.move(false, from, from, up, line.now(), true, NotARep.RE_GRIP);
    line.rest(variation.duration(0.5));
  }

  private void ascend(double depth, double seconds, double sticking) {
    if (sticking > 0.01) {
      double rate = -MIDDLE_TO_MEAN_RATE * depth / seconds * (1 - 0.8 * sticking);
      line.go(depth / 2, seconds / 2, rate, 0);
      line.go(0, seconds / 2);
    } else {
      line.go(0, seconds);
    }
  }

  /** Where down turns to up without a stop, the way is as of a ball in a bowl: fastest change at the bottom. */
  private static double turnAcceleration(Tempo tempo, double depth) {
    double mean = (tempo.descentSeconds() + tempo.ascentSeconds()) / 2;
    return -6 * depth / (mean * mean);
  }
}
