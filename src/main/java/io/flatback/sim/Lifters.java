package io.flatback.sim;

import io.flatback.sim.SensorSetup.Loss;
import io.flatback.sim.Timeline.PlannedSet;
import java.util.List;

/**
 * The simulated population: every seed makes another lifter of a scenario, with a body, a technique, a tempo,
 * sensors and a way of wearing them of their own, drawn as {@link Trait} says. What a scenario is there to
 * show stays: its exercise, its script, its mounting upside-down, its cheap chip.
 */
public final class Lifters {
  /** Rates of the sensors, one lifter in three each. */
  public static final List<Double> RATES_HZ = List.of(50.0, 100.0, 200.0);

  /** One lifter in so many has a link that loses a little. */
  public static final int BAD_LINK_ONE_IN = 8;

  /** Keeps the dice of the person apart from those of the run. */
  private static final long PERSON_SALT = 0x5DEECE66DL;

  /** After so many seeds rates, chips and links come in the same order again. */
  private static final int STRATA = 120;

  private Lifters() {}

  /** The dice of a run: others for each scenario, so that no chip's errors spoil the same seed of them all. */
  static long runSeed(Scenario scenario, long seed) {
    return (seed << 32) ^ scenario.name().hashCode();
  }

  /** The scenario as the lifter of this seed acts it; to be run with {@link #runSeed}. */
  public static Scenario vary(Scenario scenario, long seed) {
    Person person = new Person(PERSON_SALT ^ runSeed(scenario, seed));
    long place = seed + Math.floorMod(scenario.name().hashCode(), STRATA);
    Scenario varied =
        new Scenario(
            scenario.name(),
            scenario.shows(),
            physique(person),
            variability(scenario.variability(), person),
            new PersonalScript(person).of(scenario.script()),
            new PersonalSensors(person).of(scenario.sensors(), place));
    return varied.withSensors(inTime(varied, scenario.sensors(), person, seed));
  }

  private static Physique physique(Person person) {
    double statureM = person.get(Trait.STATURE);
    return new Physique(
        statureM * person.get(Trait.SHANK_SHARE),
        statureM * person.get(Trait.THIGH_SHARE),
        statureM * person.get(Trait.HIP_TO_L5S1_SHARE),
        person.get(Trait.SENSOR_BEHIND),
        person.get(Trait.LUMBAR_SENSOR_UP),
        person.get(Trait.SACRUM_SENSOR_UP));
  }

  private static Variability variability(Variability usual, Person person) {
    double pose = person.get(Trait.POSE_VARIATION);
    return new Variability(
        person.get(Trait.TEMPO_VARIATION),
        usual.pelvisDeg() * pose,
        usual.lumbarDeg() * pose,
        usual.sideDeg() * pose,
        usual.swayDeg() * person.get(Trait.SWAY),
        usual.unsteadyDps() * person.get(Trait.UNSTEADINESS),
        usual.postureDeg() * pose,
        usual.breathingDeg() * person.get(Trait.SWAY));
  }

  /** What happens to a sensor at a moment of the script happens at the same moment of the varied one. */
  private static SensorSetup inTime(Scenario varied, SensorSetup usual, Person person, long seed) {
    SensorSetup sensors = varied.sensors();
    List<PlannedSet> sets = ScriptPlanner.plan(varied, Dice.of(runSeed(varied, seed)).script()).sets();
    if (usual.loss().toSeconds() > usual.loss().fromSeconds()) {
      PlannedSet first = sets.getFirst();
      double from = first.fromSeconds() + 0.4 * (first.toSeconds() - first.fromSeconds());
      sensors =
          sensors.withLoss(new Loss(usual.loss().placement(), from, from + person.get(Trait.LONG_LOSS)));
    }
    if (sensors.worn().getFirst().attachment() instanceof Attachment.Slipping slip && sets.size() > 1) {
      double at = (sets.get(0).toSeconds() + sets.get(1).fromSeconds()) / 2;
      sensors =
          sensors.withAttachment(new Attachment.Slipping(slip.wobbleDeg(), at, slip.tiltDeg(), slip.turnDeg()));
    }
    return sensors;
  }
}
