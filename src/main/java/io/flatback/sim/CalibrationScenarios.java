package io.flatback.sim;

import static io.flatback.sim.Scripts.deadlifts;
import static io.flatback.sim.Scripts.oneSensor;
import static io.flatback.sim.Scripts.twoSensors;

import io.flatback.sim.Episode.Bending;
import io.flatback.sim.Episode.Bending.Purpose;
import io.flatback.sim.Episode.Calibrating;
import io.flatback.sim.Episode.Lifting.Ending;
import io.flatback.sim.Episode.Standing;
import io.flatback.sim.Episode.Twisting;
import io.flatback.sim.Episode.Walking;
import java.util.ArrayList;
import java.util.List;

/** A guided calibration before a set: as asked, and not as asked. */
final class CalibrationScenarios {
  /** A slow hinge to where the hamstrings say no, arms hanging, with a little lean of the wearer's own. */
  private static final Pose HINGE = new Pose(-3, 12, 46, 26, 1.5, 0);

  private static final Bending SLOW = hinge(HINGE, 2.4);

  private CalibrationScenarios() {}

  static List<Scenario> all() {
    Pose small = HINGE.times(0.3);
    Pose twisted = new Pose(-3, 12, 46, 26, 14, 25);
    return List.of(
        oneSensor("guided-calibration", "Stands still, hinges slowly three times, then eight deadlifts.", good()),
        twoSensors(
            "guided-calibration-two-sensors",
            "Stands still, hinges slowly three times, then eight deadlifts, with two sensors.",
            good()),
        bad("moved", "that fidgets while standing still", new Twisting(2, 8, 1.6), SLOW, SLOW, SLOW),
        bad("two-hinges", "of two hinges only", new Standing(3.5), SLOW, SLOW),
        bad("quick", "hinged as quickly as a rep", new Standing(3.5), quick(), quick(), quick()),
        bad("small", "of hinges that are nods", new Standing(3.5), hinge(small, 1), hinge(small, 1), hinge(small, 1)),
        bad("unlike", "of three different hinges", new Standing(3.5), SLOW, hinge(HINGE.times(0.5), 1.6), SLOW),
        bad("twisted", "whose hinges turn to a side", new Standing(3.5), hinge(twisted, 2.4), SLOW, SLOW),
        bad("walking", "while walking about", new Walking(4, 1.8), SLOW, SLOW, SLOW),
        bad("loose", "of a sensor whose case hangs free", new Standing(3.5), SLOW, SLOW, SLOW)
            .withSensors(SensorSetup.ONE.withAttachment(Attachment.LOOSE)),
        bad("dropouts", "over a bad radio link", new Standing(3.5), SLOW, SLOW, SLOW)
            .withSensors(SensorSetup.ONE.withDropouts(new SensorSetup.Dropouts(40, 0.25))));
  }

  private static Bending quick() {
    return hinge(HINGE, 0.8);
  }

  private static Bending hinge(Pose pose, double eachWaySeconds) {
    return new Bending(Purpose.CALIBRATE, pose, eachWaySeconds, 0.3, eachWaySeconds, 0);
  }

  private static List<Episode> good() {
    return script(List.of(new Standing(3.5), SLOW, SLOW, SLOW));
  }

  private static Scenario bad(String name, String how, Episode... steps) {
    return oneSensor(
        "bad-calibration-" + name, "Eight deadlifts after a calibration " + how + ".", script(List.of(steps)));
  }

  private static List<Episode> script(List<Episode> steps) {
    List<Episode> calibration = new ArrayList<>(steps);
    calibration.add(new Standing(1.5));
    return List.of(new Calibrating(calibration), new Standing(5), deadlifts(8).withEnding(Ending.PUT_DOWN));
  }
}
