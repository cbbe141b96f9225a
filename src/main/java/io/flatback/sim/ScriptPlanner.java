package io.flatback.sim;

import io.flatback.sim.Episode.Bending;
import io.flatback.sim.Episode.Calibrating;
import io.flatback.sim.Episode.Lifting;
import io.flatback.sim.Episode.Standing;
import io.flatback.sim.Episode.Twisting;
import io.flatback.sim.Episode.Walking;
import java.util.List;

/** Makes a timeline of a script; all chance comes from one source. */
final class ScriptPlanner {
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
      line.twist(t.degrees(), t.secondsEach() / 4);
      line.twist(-t.degrees(), t.secondsEach() / 2);
      line.twist(0, t.secondsEach() / 4);
    }
    line.move(false, from, from, from, line.now(), false, NotARep.TWISTED);
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
        };
    line.move(false, from, down, up, line.now(), false, reason);
    line.rest(0.5);
  }
}
