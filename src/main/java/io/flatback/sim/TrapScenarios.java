package io.flatback.sim;

import static io.flatback.sim.Scripts.alone;
import static io.flatback.sim.Scripts.deadlifts;
import static io.flatback.sim.Scripts.oneSensor;
import static io.flatback.sim.Scripts.sets;

import io.flatback.sim.Episode.Bending;
import io.flatback.sim.Episode.Bending.Purpose;
import io.flatback.sim.Episode.Lifting;
import io.flatback.sim.Episode.Lifting.Ending;
import io.flatback.sim.Episode.Standing;
import io.flatback.sim.Episode.Twisting;
import io.flatback.sim.Episode.Walking;
import java.util.List;
import java.util.Set;

/** Movements that look like reps and are none, and reps that hardly look like one. */
final class TrapScenarios {
  private static final Pose PLATES = new Pose(10, 40, 38, 30, 9, -8);
  private static final Pose SHOE = new Pose(25, 70, 40, 42, 8, 6);

  private TrapScenarios() {}

  static List<Scenario> all() {
    Lifting restless = deadlifts(6).withRegrips(3).withEnding(Ending.PUT_DOWN);
    Lifting dropped = deadlifts(6).withEnding(Ending.PUT_DOWN_AND_RISE);
    return List.of(
        oneSensor(
            "failed-last-rep",
            "Five deadlifts that slow down; the sixth stalls half-way and goes back.",
            alone(deadlifts(5).withProgression(new Progression(3, 0.6, Pose.STANDING, 0.5)).withEnding(Ending.FAIL))),
        oneSensor(
            "partials",
            "Eight squats, the fourth and the seventh only half-way down.",
            alone(Lifting.of(Technique.SQUAT, 8, 90.0, Ending.STAND).withPartialReps(Set.of(4, 7)))),
        oneSensor("re-grip", "Six deadlifts after three false starts at the bar.", alone(restless)),
        oneSensor("walkout", "Walks to the rack and out, squats six times, walks back.", walkout()),
        oneSensor("loading-plates", "Bends four times to load plates, then lifts five times.", loadingPlates()),
        oneSensor("twists-and-shoes", "Twists and a shoe-lace between two sets of five.", twistsAndShoes()),
        oneSensor(
            "stands-up-without-the-bar", "Puts the bar down after six and rises without it, twice.",
            sets(dropped, dropped)));
  }

  private static List<Episode> walkout() {
    return List.of(
        new Standing(3),
        new Walking(6, 1.8),
        new Standing(2),
        new Walking(3, 1.6),
        new Standing(3),
        Lifting.of(Technique.SQUAT, 6, 90.0, Ending.STAND),
        new Standing(1),
        new Walking(3, 1.6),
        new Standing(3));
  }

  private static List<Episode> loadingPlates() {
    Bending plate = new Bending(Purpose.LOAD_PLATES, PLATES, 1.4, 2.5, 1.3, 2);
    return List.of(
        new Standing(3),
        plate,
        new Walking(4, 1.8),
        plate,
        new Standing(2),
        plate,
        new Walking(4, 1.8),
        plate,
        new Standing(6),
        deadlifts(5).withEnding(Ending.PUT_DOWN));
  }

  private static List<Episode> twistsAndShoes() {
    return List.of(
        new Standing(4),
        deadlifts(5),
        new Standing(6),
        new Twisting(4, 35, 2.4),
        new Standing(3),
        new Bending(Purpose.TIE_SHOE, SHOE, 1.8, 4, 1.6, 3),
        new Standing(8),
        deadlifts(5).withEnding(Ending.PUT_DOWN));
  }
}
