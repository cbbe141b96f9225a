package io.flatback.sim;

import io.flatback.sim.Episode.Lifting;

/** Makes what becomes of the load after the last rep. */
final class SetEnding {
  private final Lifting lifting;
  private final Technique technique;
  private final RepVariation variation;
  private final TimelineBuilder line;

  SetEnding(Lifting lifting, RepVariation variation, TimelineBuilder line) {
    this.lifting = lifting;
    technique = lifting.technique();
    this.variation = variation;
    this.line = line;
  }

  void plan() {
    switch (lifting.ending()) {
      case STAND -> line.rest(0.5);
      case DROP -> drop();
      case PUT_DOWN -> putDown();
      case PUT_DOWN_AND_RISE -> putDownAndRise();
      case FAIL -> fail();
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
    line.rest(variation.duration(1.8));
    double up = line.now();
    line.go(0, variation.duration(1.0));
    line.move(false, from, down, up, line.now(), true, NotARep.ROSE_WITHOUT_LOAD);
    line.rest(0.5);
  }

  private void fail() {
    double from = line.now();
    lower();
    double down = line.now();
    line.rest(variation.duration(0.8));
    double up = line.now();
    line.go(0.5, variation.duration(1.6));
    line.rest(variation.duration(0.9));
    line.go(1, variation.duration(0.9));
    land();
    line.rest(2.5);
    line.move(false, from, down, up, line.now(), true, NotARep.FAILED);
  }

  /** Down with the load in the way of the last rep. */
  private void lower() {
    line.pose(variation.bottom(lifting.reps()), technique.bulge());
    line.go(1, variation.duration(technique.tempo().descentSeconds()));
    land();
  }

  private void land() {
    line.jolt(technique.landingG() * variation.between(0.7, 1.3));
  }
}
