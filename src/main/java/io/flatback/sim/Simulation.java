package io.flatback.sim;

import io.flatback.signal.Placement;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a scenario: the timeline the seed made of it, and the body that follows it. Sources of chance
 * are used up while reading, so every reading of a recording has a run of its own.
 */
record Simulation(Scenario scenario, Dice dice, Timeline timeline, Body body) {

  static Simulation of(Scenario scenario, long seed) {
    Dice dice = Dice.of(seed);
    Timeline timeline = ScriptPlanner.plan(scenario, dice.script());
    Body body = 
        new Body(scenario.physique(), new JointMotion(timeline, new Sway(scenario.variability(), dice.sway())));
    return new Simulation(scenario, dice, timeline, body);
  }

  List<SimulatedSensor> sensors() {
    List<SimulatedSensor> sensors = new ArrayList<>();
    double rateHz = scenario.sensors().rateHz();
    for (SensorSetup.Worn worn : scenario.sensors().worn()) {
      Rotation3 mounting = Mounting.draw(worn.mounting(), dice.mounting().split());
      SensorMotion motion = 
          new SensorMotion(worn, scenario.physique(), timeline.jolts(), mounting, dice.mounting().split());
      sensors.add(new SimulatedSensor(body, motion, worn.chip(), rateHz, dice.chips().split(), told(worn.placement())));
    }
    return scenario.sensors().swapped() ? sensors.reversed() : sensors;
  }

  private Placement told(Placement placement) {
    if (!scenario.sensors().swapped()) {
      return placement;
    }
    return placement == Placement.LUMBAR ? Placement.SACRUM : Placement.LUMBAR;
  }

  /** The record's times are the device's; its clock may run fast. */
  double trueSeconds(long timeNanos) {
    return timeNanos * 1e-9 / clockRatio();
  }

  long deviceNanos(double trueSeconds) {
    return Math.round(trueSeconds * 1e9 * clockRatio());
  }

  private double clockRatio() {
    return 1 + scenario.sensors().clockPpm() * 1e-6;
  }

  TruthSample truthAt(long timeNanos, SimulatedSensor sensor) {
    double seconds = trueSeconds(timeNanos);
    Body.State state = body.at(seconds);
    Frame trunk = state.segment(Placement.LUMBAR);
    Frame pelvis = state.segment(Placement.SACRUM);
    Vector3 up = sensor.up(seconds);
    return new TruthSample(
        timeNanos,
        trunk.sagittalDeg(),
        trunk.lateralDeg(),
        pelvis.sagittalDeg(),
        pelvis.lateralDeg(),
        trunk.sagittalDeg() - pelvis.sagittalDeg(),
        up.x(),
        up.y(),
        up.z());
  }
}
