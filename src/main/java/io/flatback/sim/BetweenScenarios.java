package io.flatback.sim;

import static io.flatback.sim.Scripts.deadlifts;
import static io.flatback.sim.Scripts.oneSensor;

import io.flatback.sim.Episode.Bending;
import io.flatback.sim.Episode.Bending.Purpose;
import io.flatback.sim.Episode.Jumping;
import io.flatback.sim.Episode.Lifting;
import io.flatback.sim.Episode.Lifting.Ending;
import io.flatback.sim.Episode.Sitting;
import io.flatback.sim.Episode.Standing;
import io.flatback.sim.Episode.Twisting;
import io.flatback.sim.Episode.Walking;
import java.util.List;

/** What people do in a gym beside lifting. */
final class BetweenScenarios {
  private static final Pose HOP = Pose.sagittal(12, 24, 6, 3);
  private static final Pose CROUCH = Pose.sagittal(26, 58, 24, 12);

  private BetweenScenarios() {}

  static List<Scenario> all() {
    return List.of(
        oneSensor("jumping", "Jumping jacks and jumps from a crouch to warm up; nobody lifts.", jumping()),
        oneSensor("walking", "A walk through the gym; nobody lifts.", walking()),
        oneSensor("twists", "Trunk twists upright, then bending to each side; nobody lifts.", twists()),
        oneSensor("sits-between-sets", "Sits down on a bench between two sets of five.", sitting()),
        oneSensor("setting-up", "Walks to the bar, moves at it for long before the first pull of five.", settingUp()),
        oneSensor(
            "sets-up-and-rises", "Takes hold of the bar twice and comes up without it, then lifts five times.",
            settingUpAndRising()));
  }

  private static List<Episode> jumping() {
    return List.of(
        new Standing(4),
        new Jumping(12, 0.06, HOP, 0.22, 0.1),
        new Standing(4),
        new Walking(5, 1.8),
        new Jumping(5, 0.25, CROUCH, 0.45, 1.5),
        new Standing(3));
  }

  private static List<Episode> walking() {
    return List.of(
        new Standing(3),
        new Walking(15, 1.8),
        new Standing(5),
        new Walking(20, 1.8),
        new Standing(2),
        new Walking(12, 1.8),
        new Standing(3));
  }

  private static List<Episode> twists() {
    return List.of(
        new Standing(4),
        new Twisting(5, 40, 2.2),
        new Standing(3),
        new Twisting(4, 45, 3.2, 28),
        new Standing(3),
        new Twisting(3, 50, 1.6, 22),
        new Standing(3));
  }

  private static List<Episode> sitting() {
    return List.of(
        new Standing(4),
        deadlifts(5),
        new Standing(3),
        new Walking(4, 1.8),
        new Sitting(1.5, 20, 1.4, 2, 22),
        new Walking(4, 1.8),
        new Standing(3),
        deadlifts(5),
        new Standing(4),
        new Sitting(1.5, 8, 1.4, 0, 0),
        new Standing(3));
  }

  private static List<Episode> settingUp() {
    Lifting restless = deadlifts(5).withRegrips(5, 0.45).withEnding(Ending.PUT_DOWN);
    return List.of(new Standing(3), new Walking(5, 1.8), new Standing(1.5), restless);
  }

  private static List<Episode> settingUpAndRising() {
    Bending tryBar = new Bending(Purpose.SET_UP, Technique.DEADLIFT.bottom(), 1.3, 2, 1.2, 3);
    return List.of(
        new Standing(3),
        new Walking(5, 1.8),
        tryBar,
        new Standing(4),
        tryBar,
        new Standing(3),
        deadlifts(5).withEnding(Ending.PUT_DOWN));
  }
}
