package io.flatback.sim;

import io.flatback.sim.Episode.Lifting;
import io.flatback.sim.Episode.Lifting.Ending;
import io.flatback.sim.Episode.Standing;
import io.flatback.sim.Episode.Walking;
import java.util.ArrayList;
import java.util.List;

/** What most scripts are put together from. */
final class Scripts {
  private Scripts() {}

  /** A set that ends by letting the bar go, so that another may follow. */
  static Lifting deadlifts(int reps) {
    return Lifting.of(Technique.DEADLIFT, reps, 100.0, Ending.DROP);
  }

  static List<Episode> eightDeadlifts() {
    return alone(deadlifts(8).withEnding(Ending.PUT_DOWN));
  }

  /** One set with quiet standing before it and, where it ends standing, after it. */
  static List<Episode> alone(Lifting lifting) {
    return lifting.staysDown()
        ? List.of(new Standing(4), lifting)
        : List.of(new Standing(4), lifting, new Standing(4));
  }

  static List<Episode> alone(Technique technique, int reps, double loadKg, Ending ending) {
    return alone(Lifting.of(technique, reps, loadKg, ending));
  }

  /** Sets with a short rest between them: standing, a few steps, standing. */
  static List<Episode> sets(Lifting... sets) {
    List<Episode> script = new ArrayList<>();
    script.add(new Standing(5));
    for (int i = 0; i < sets.length; i++) {
      script.add(sets[i]);
      script.add(new Standing(6));
      if (i < sets.length - 1) {
        script.add(new Walking(8, 1.8));
        script.add(new Standing(14));
      }
    }
    return script;
  }

  static Scenario oneSensor(String name, String shows, List<Episode> script) {
    return new Scenario(name, shows, Physique.AVERAGE, Variability.PRACTISED, script, SensorSetup.ONE);
  }

  static Scenario twoSensors(String name, String shows, List<Episode> script) {
    return new Scenario(name, shows, Physique.AVERAGE, Variability.PRACTISED, script, SensorSetup.TWO);
  }
}
