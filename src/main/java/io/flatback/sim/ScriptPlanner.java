package io.flatback.sim;

import io.flatback.sim.Episode.Bending;
import io.flatback.sim.Episode.Calibrating;
import io.flatback.sim.Episode.Jumping;
import io.flatback.sim.Episode.Lifting;
import io.flatback.sim.Episode.Sitting;
import io.flatback.sim.Episode.Standing;
import io.flatback.sim.Episode.Twisting;
import io.flatback.sim.Episode.Walking;
import java.util.List;

/** Makes a timeline of a script; all chance comes from one source. */
final class ScriptPlanner {
  private static final double PUSH_OFF_SECONDS = 0.28;
  private static final double LANDING_SECONDS = 0.2;
  private static final double LANDING_G = 0.5;
  private static final double SEAT_G = 0.15;

  /** On a bench: the thighs level, the pelvis rolled back, the back a little round. */
  private static final Pose SEATED = Pose.sagittal(8, 86, -12, 16);

  /** Half-way to it or from it the trunk leans forward, over the feet. */
  private static final Pose GOING_TO_SIT = Pose.sagittal(8, 0, 34, 4);

  private final Variability variability;
  private final Noise noise;
  private final TimelineBuilder line;

  private ScriptPlanner(Scenario scenario, Noise noise) {
    variability = scenario.variability();
    this.noise = noise;
    line = new TimelineBuilder(startsBent(scenario.script()) ? 1 : 0);
  }

  static Timeline plan(Scenario scenario, Noise noise) {
    ScriptPlanner planner = new ScriptPlanner(scenario, noise);
    scenario.script().forEach(planner::add);
    return planner.line.build();
  }

  private static boolean startsBent(List<Episode> script) {
    return script.getFirst() instanceof Lifting lifting && lifting.start() == Lifting.Start.AT_THE_BAR;
  }

  private void add(Episode episode) {
    switch (episode) {
      case Standing s -> line.rest(s.seconds());
      case Walking w -> line.walk(w.seconds(), w.stepsPerSecond(), noise.uniform(-60, 60));
      case Twisting t -> twist(t);
      case Bending b -> bend(b);
      case Calibrating c -> calibrate(c);
      case Jumping j -> jump(j);
      case Sitting s -> sit(s);
      case Lifting l -> SetPlanner.plan(l, variability, noise, line);
    }
  }

  private void calibrate(Calibrating c) {
    double from = line.now();
    c.steps().forEach(this::add);
    line.calibration(from);
  }

  private void twist(Twisting t) {
    double from = line.now();
    for (int i = 0; i < t.times(); i++) {
      line.holdLean();
      twist(t, t.degrees(), t.secondsEach() / 4);
      double middle = line.now() + t.secondsEach() / 4;
      line.lean(middle, 0);
      twist(t, -t.degrees(), t.secondsEach() / 2);
      line.twist(0, t.secondsEach() / 4);
      line.lean(line.now(), 0);
    }
    line.move(false, from, from, from, line.now(), false, NotARep.TWISTED);
    line.rest(0.5);
  }

  private void twist(Twisting t, double degrees, double seconds) {
    line.twist(degrees, seconds);
    line.lean(line.now(), t.forwardDeg() == 0 ? 0 : t.forwardDeg() * noise.uniform(0.8, 1.2));
  }

  private void jump(Jumping j) {
    for (int i = 0; i < j.times(); i++) {
      double from = line.now();
      line.pose(j.crouch().times(noise.uniform(0.8, 1.15)), Pose.STANDING);
      line.go(1, j.dipSeconds() * noise.uniform(0.9, 1.1));
      double down = line.now();
      line.go(0, PUSH_OFF_SECONDS);
      line.fly(j.riseM() * noise.uniform(0.8, 1.2));
      line.jolt(LANDING_G);
      line.go(noise.uniform(0.6, 1), LANDING_SECONDS);
      double up = line.now();
      line.go(0, j.dipSeconds());
      line.move(false, from, down, up, line.now(), false, NotARep.JUMPED);
      line.rest(Math.max(0.05, j.standSeconds() * noise.uniform(0.5, 1.5)));
    }
  }

  private void sit(Sitting s) {
    double from = line.now();
    line.pose(SEATED, GOING_TO_SIT);
    line.go(1, s.downSeconds());
    line.jolt(SEAT_G);
    double down = line.now();
    for (int i = 0; i < s.leans(); i++) {
      double eachSeconds = s.holdSeconds() / s.leans();
      line.rest(eachSeconds * noise.uniform(0.1, 0.3));
      line.holdLean();
      line.rest(1.2);
      line.lean(line.now(), s.leanDeg() * noise.uniform(0.7, 1.2));
      line.rest(eachSeconds * noise.uniform(0.3, 0.6));
      line.holdLean();
      line.rest(1.1);
      line.lean(line.now(), 0);
    }
    line.rest(s.leans() == 0 ? s.holdSeconds() : 1);
    double up = line.now();
    line.go(0, s.upSeconds());
    line.move(false, from, down, up, line.now(), false, NotARep.SAT_DOWN);
    line.rest(0.5);
  }

  private void bend(Bending b) {
    double from = line.now();
    line.pose(b.pose(), Pose.STANDING);
    line.go(1, b.downSeconds());
    double down = line.now();
    for (int i = 0; i < b.fidgets(); i++) {
      line.rest(noise.uniform(0.2, 0.6));
      line.go(noise.uniform(0.86, 0.95), noise.uniform(0.4, 0.7));
      line.go(1, noise.uniform(0.4, 0.7));
    }
    line.rest(b.holdSeconds());
    double up = line.now();
    line.go(0, b.upSeconds());
    NotARep reason =
        switch (b.purpose()) {
          case TIE_SHOE -> NotARep.TIED_A_SHOE;
          case LOAD_PLATES -> NotARep.LOADED_PLATES;
          case CALIBRATE -> NotARep.CALIBRATED;
          case SET_UP -> NotARep.SET_UP;
        };
    line.move(false, from, down, up, line.now(), false, reason);
    line.rest(0.5);
  }
}
