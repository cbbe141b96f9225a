package io.flatback.sim;

import io.flatback.sim.Episode.Bending;
import io.flatback.sim.Episode.Bending.Purpose;
import io.flatback.sim.Episode.Lifting;
import io.flatback.sim.Episode.Lifting.Ending;
import io.flatback.sim.Episode.Lifting.Start;
import io.flatback.sim.Episode.Standing;
import io.flatback.sim.Episode.Twisting;
import io.flatback.sim.Episode.Walking;
import io.flatback.sim.Technique.Tempo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scenarios that come with the program, by name. */
public final class Scenarios {
  private static final Technique DEADLIFT = Technique.DEADLIFT;
  private static final Pose PLATES = new Pose(10, 40, 38, 30, 9, -8);
  private static final Pose SHOE = new Pose(25, 70, 40, 42, 8, 6);
  private static final Map<String, Scenario> BY_NAME = all();

  private Scenarios() {}

  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** @throws IllegalArgumentException with the names there are, when there is none of this name */
  public static Scenario of(String name) {
    Scenario scenario = BY_NAME.get(name);
    if (scenario == null) {
      throw new IllegalArgumentException(
          "scenario '" + name + "' is not known, expected one of " + String.join(", ", BY_NAME.keySet()));
    }
    return scenario;
  }

  private static Map<String, Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(goodSets());
    all.addAll(changingSets());
    all.addAll(tempos());
    all.addAll(otherLifts());
    all.addAll(traps());
    all.addAll(sensors());
    all.addAll(samples());
    Map<String, Scenario> byName = new LinkedHashMap<>();
    all.forEach(scenario -> byName.put(scenario.name(), scenario));
    return byName;
  }

  private static List<Scenario> goodSets() {
    return List.of(
        one("clean", "Eight even deadlifts, then the bar is put down for good.", eight()),
        one("starts-at-the-bar", "The record begins with the lifter bent at the bar.",
            List.of(eightLifts().withStart(Start.AT_THE_BAR))),
        one("single", "One heavy single.", set(DEADLIFT.withTempo(new Tempo(1.3, 0.5, 2.2, 1.5)), 1, 180, Ending.PUT_DOWN)),
        new Scenario("two-sensors", "Eight even deadlifts with a sensor on the lumbar spine and one on the sacrum.",
            Physique.AVERAGE, Variability.PRACTISED, eight(), SensorSetup.TWO));
  }

  private static List<Scenario> changingSets() {
    Pose rounder = Pose.sagittal(0, 0, 0, 12);
    Progression tiring = new Progression(3, 0.7, Pose.sagittal(0, 0, 3, 5), 0.6);
    return List.of(
        one("fatigue", "Three sets; the third slows down and leans further.",
            sets(
                lifts(6).withProgression(new Progression(4, 0.1, Pose.STANDING, 0.1)),
                lifts(6).withProgression(new Progression(4, 0.28, Pose.sagittal(0, 0, 1, 2), 0.3)),
                lifts(6).withDynamic(1.05).withProgression(tiring))),
        two("rounding-from-rep-1", "Ten deadlifts rounded 15 degrees more than usual from the first; nothing changes.",
            around(Lifting.of(DEADLIFT.withBottom(Pose.sagittal(12, 55, 32, 34)), 10, 110.0, Ending.PUT_DOWN))),
        two("rounding-late", "Ten deadlifts; lumbar flexion grows by 12 degrees from rep 5 on.",
            around(Lifting.of(DEADLIFT, 10, 110.0, Ending.PUT_DOWN).withProgression(new Progression(5, 0.15, rounder, 0.2)))),
        two("load-rises", "Three sets of five at rising loads; each load adds flexion by itself, none drifts.",
            sets(loaded(80, 0, 1), loaded(110, 3, 1.12), loaded(140, 6, 1.3))));
  }

  private static List<Scenario> tempos() {
    return List.of(
        one("touch-and-go", "Eight deadlifts that turn at the floor without a stop.",
            set(DEADLIFT.withTempo(new Tempo(1.1, 0, 1.0, 0.5)), 8, 90, Ending.PUT_DOWN)),
        one("dead-stop", "Six deadlifts that settle for two seconds on the floor.",
            set(DEADLIFT.withTempo(new Tempo(1.2, 2.0, 1.1, 1.0)), 6, 120, Ending.PUT_DOWN)),
        one("paused", "Six deadlifts held for three seconds at the bottom, hardly any landing.",
            set(DEADLIFT.withTempo(new Tempo(1.6, 3.0, 1.3, 1.0)).withLandingG(0.1), 6, 90, Ending.PUT_DOWN)));
  }

  private static List<Scenario> otherLifts() {
    return List.of(
        one("squat", "Eight squats from a rack.", set(Technique.SQUAT, 8, 90, Ending.STAND)),
        one("sumo", "Six sumo deadlifts: the trunk leans less.", set(Technique.SUMO, 6, 120, Ending.PUT_DOWN)),
        one("romanian", "Eight Romanian deadlifts: they begin with the way down.",
            set(Technique.ROMANIAN, 8, 80, Ending.STAND)),
        one("stoop", "Five boxes lifted with nearly straight legs.", set(Technique.STOOP, 5, 15, Ending.PUT_DOWN)));
  }

  private static List<Scenario> traps() {
    return List.of(
        one("failed-last-rep", "Five deadlifts; the sixth stalls half-way and goes back down.",
            around(lifts(5).withProgression(new Progression(3, 0.5, Pose.STANDING, 0.5)), Ending.FAIL)),
        one("partials", "Eight squats, the fourth and the seventh only half-way down.",
            around(Lifting.of(Technique.SQUAT, 8, 90.0, Ending.STAND).withPartialReps(Set.of(4, 7)))),
        one("re-grip", "Six deadlifts after three false starts at the bar.", around(lifts(6).withRegrips(3), Ending.PUT_DOWN)),
        one("walkout", "Walks to the rack, walks the bar out, squats six times, walks it back.",
            List.of(new Standing(3), new Walking(6, 1.8), new Standing(2), new Walking(3, 1.6), new Standing(2),
                Lifting.of(Technique.SQUAT, 6, 90.0, Ending.STAND), new Walking(3, 1.6), new Standing(2))),
        one("loading-plates", "Bends four times to load plates, then lifts five times.",
            List.of(new Standing(3), plates(), new Walking(4, 1.8), plates(), new Standing(2), plates(), new Walking(4, 1.8),
                plates(), new Standing(5), lifts(5).withEnding(Ending.PUT_DOWN))),
        one("twists-and-shoes", "Two sets with twists and a shoe-lace between them.",
            List.of(new Standing(4), lifts(5), new Standing(6), new Twisting(4, 35, 2.4), new Standing(3),
                new Bending(Purpose.TIE_SHOE, SHOE, 1.8, 4, 1.6, 3), new Standing(6), lifts(5).withEnding(Ending.PUT_DOWN))),
        one("stands-up-without-the-bar", "Puts the bar down after six and rises without it, twice.",
            sets(lifts(6).withEnding(Ending.PUT_DOWN_AND_RISE), lifts(6).withEnding(Ending.PUT_DOWN_AND_RISE))));
  }

  private static List<Scenario> sensors() {
    SensorSetup one = SensorSetup.ONE;
    return List.of(
        one("upside-down", "The clean set with the sensor worn upside-down.", eight())
            .withSensors(one.withMounting(Mounting.UPSIDE_DOWN)),
        one("random-mount", "The clean set with the sensor put on anyhow.", eight())
            .withSensors(one.withMounting(new Mounting.Anyhow())),
        one("slipped", "The sensor slides by 14 degrees while standing between two sets.",
            List.of(new Standing(4), lifts(5), new Standing(20), lifts(5), new Standing(4)))
            .withSensors(one.withAttachment(new Attachment.Slipping(0.3, 36, 14, 5))),
        one("loose", "The clean set with the sensor's case hanging free.", eight())
            .withSensors(one.withAttachment(Attachment.LOOSE)),
        one("dropouts", "The clean set over a bad radio link.", eight())
            .withSensors(one.withDropouts(new SensorSetup.Dropouts(14, 0.25))),
        one("cheap-chip", "The clean set through the noise of an MPU-6050.", eight())
            .withSensors(one.withChip(Chip.MPU_6050)));
  }

  private static List<Scenario> samples() {
    return List.of(
        one("demo", "Eight deadlifts; from rep 5 on they slow down and lean further.",
            List.of(new Standing(4),
                Lifting.of(DEADLIFT.withTempo(new Tempo(1.3, 0.7, 1.15, 1.1)), 8, 120.0, Ending.PUT_DOWN)
                    .withProgression(new Progression(5, 0.75, Pose.sagittal(0, 0, 3.5, 6.5), 0.5)))),
        one("earlier-session", "Three sets of six: two even ones, the third tires a little.",
            sets(lifts(6), lifts(6), lifts(6).withProgression(new Progression(4, 0.3, Pose.sagittal(0, 0, 1.5, 3), 0.3)))));
  }

  private static Scenario one(String name, String shows, List<Episode> script) {
    return new Scenario(name, shows, Physique.AVERAGE, Variability.PRACTISED, script, SensorSetup.ONE);
  }

  private static Scenario two(String name, String shows, List<Episode> script) {
    return new Scenario(name, shows, Physique.AVERAGE, Variability.PRACTISED, script, SensorSetup.TWO);
  }

  private static Lifting eightLifts() {
    return Lifting.of(DEADLIFT, 8, 100.0, Ending.PUT_DOWN);
  }

  private static List<Episode> eight() {
    return around(eightLifts());
  }

  /** A set that ends by letting the bar go, so that another may follow. */
  private static Lifting lifts(int reps) {
    return Lifting.of(DEADLIFT, reps, 100.0, Ending.DROP);
  }

  private static Lifting loaded(double loadKg, double addedFlexionDeg, double dynamic) {
    Technique heavier = DEADLIFT.withBottom(DEADLIFT.bottom().plus(Pose.sagittal(0, 0, 0, addedFlexionDeg)));
    return Lifting.of(heavier, 5, loadKg, Ending.DROP).withDynamic(dynamic);
  }

  private static Bending plates() {
    return new Bending(Purpose.LOAD_PLATES, PLATES, 1.4, 2.5, 1.3, 2);
  }

  private static List<Episode> set(Technique technique, int reps, double loadKg, Ending ending) {
    return around(Lifting.of(technique, reps, loadKg, ending));
  }

  private static List<Episode> around(Lifting lifting, Ending ending) {
    return around(lifting.withEnding(ending));
  }

  private static List<Episode> around(Lifting lifting) {
    return switch (lifting.ending()) {
      case PUT_DOWN, FAIL -> List.of(new Standing(4), lifting);
      case STAND, DROP, PUT_DOWN_AND_RISE -> List.of(new Standing(4), lifting, new Standing(4));
    };
  }

  /** Sets with a short rest between them: standing, a few steps, standing. */
  private static List<Episode> sets(Lifting... sets) {
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
}
