package io.flatback.sim;

import static io.flatback.sim.Scripts.deadlifts;
import static io.flatback.sim.Scripts.eightDeadlifts;
import static io.flatback.sim.Scripts.oneSensor;
import static io.flatback.sim.Scripts.twoSensors;

import io.flatback.sim.Episode.Standing;
import io.flatback.signal.Placement;
import java.util.List;

/** Good lifting seen through sensors that are worn badly, cheap, or hard to reach. */
final class SensorScenarios {
  private SensorScenarios() {}

  static List<Scenario> all() {
    SensorSetup one = SensorSetup.ONE;
    List<Episode> slipping =
        List.of(new Standing(4), deadlifts(5), new Standing(20), deadlifts(5), new Standing(4));
    return List.of(
        eight("upside-down", "worn upside-down", one.withMounting(Mounting.UPSIDE_DOWN)),
        eight("random-mount", "put on anyhow", one.withMounting(new Mounting.Anyhow())),
        eight("loose", "whose case hangs free", one.withAttachment(Attachment.LOOSE)),
        eight("dropouts", "over a bad radio link", one.withDropouts(new SensorSetup.Dropouts(14, 0.25))),
        eight("cheap-chip", "with the noise of an MPU-6050", one.withChip(Chip.MPU_6050)),
        eight("slow-rate", "that sends only 25 readings a second", one.withRateHz(25)),
        eight("on-the-sacrum", "worn on the sacrum", SensorSetup.one(Placement.SACRUM)),
        oneSensor("slipped", "The sensor slides by 14 degrees while standing between two sets.", slipping)
            .withSensors(one.withAttachment(new Attachment.Slipping(0.3, 37, 14, 5))),
        twoSensors(
                "swapped-sensors",
                "Eight even deadlifts; lumbar and sacral sensor sit in each other's place.",
                eightDeadlifts())
            .withSensors(SensorSetup.TWO.withSwapped(true)),
        twoSensors(
                "one-sensor-lost",
                "Eight even deadlifts with two sensors; the sacral one is silent for 8 seconds.",
                eightDeadlifts())
            .withSensors(SensorSetup.TWO.withLoss(new SensorSetup.Loss(Placement.SACRUM, 16, 24))),
        twoSensors(
                "lumbar-sensor-lost",
                "Eight even deadlifts with two sensors; the lumbar one is silent for 8 seconds.",
                eightDeadlifts())
            .withSensors(SensorSetup.TWO.withLoss(new SensorSetup.Loss(Placement.LUMBAR, 16, 24))));
  }

  private static Scenario eight(String name, String sensor, SensorSetup setup) {
    return oneSensor(name, "The eight even deadlifts of 'clean' through a sensor " + sensor + ".", eightDeadlifts())
        .withSensors(setup);
  }
}
