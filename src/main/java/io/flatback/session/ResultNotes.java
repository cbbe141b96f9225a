package io.flatback.session;

import io.flatback.signal.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says in words what could not be measured, and why, and what was assumed. */
final class ResultNotes {
  private static final double LEAST_SILENCE_SECONDS = 1.0;

  private ResultNotes() {}

  static List<String> of(
      SessionResult.RecordingFacts facts, SessionResult.MountingFacts mounting, MountingPlan plan, List<WorkSet> sets,
      Map<Placement, Double> sureAfterSeconds) {
    List<String> notes = new ArrayList<>();
    for (SessionResult.SensorFacts sensor : facts.sensors()) {
      sensor(sensor, notes);
      sure(sensor, sureAfterSeconds.getOrDefault(sensor.placement(), Double.NaN), notes);
    }
    if (facts.sensors().size() > 1) {
      facts.sensors().forEach(sensor -> silent(sensor, notes));
    }
    if (plan.isEmpty() && sets.isEmpty()) {
      notes.add("No hinge of the back was seen, so it is not known how the sensor is worn: no angles, no reps.");
    }
    if (!mounting.followsBack()) {
      notes.add(
          "The sensor does not follow the back: it tips or shakes on its own. Tighten the belt; "
              + "the counts and angles of this record are not to be trusted.");
    }
    if (plan.stretches().size() > 1) {
      notes.add(SessionResult.SITS_DIFFERENTLY);
    }
    return notes;
  }

  private static void silent(SessionResult.SensorFacts sensor, List<String> notes) {
    if (sensor.missingSeconds() >= LEAST_SILENCE_SECONDS) {
      String without = sensor.placement() == Placement.LUMBAR ? "their angles" : "lumbar flexion";
      notes.add(
          String.format(
              Locale.ROOT, "For %.1f s the %s sensor was not seen: reps of that time are counted without %s.",
              sensor.missingSeconds(), sensor.placement().key(), without));
    }
  }

  private static void sure(SessionResult.SensorFacts sensor, double afterSeconds, List<String> notes) {
    if (sensor.samples() == 0) {
      return;
    }
    String name = sensor.placement().key();
    notes.add(
        Double.isNaN(afterSeconds)
            ? "The " + name + " sensor's angles never became sure to 3°: take them as rough."
            : String.format(
                Locale.ROOT, "In the first %.1f s the %s sensor's angles are not yet sure to 3°.", afterSeconds, name));
  }

  private static void sensor(SessionResult.SensorFacts sensor, List<String> notes) {
    String name = sensor.placement().key();
    if (sensor.rateHz() < Pipeline.LEAST_RATE_HZ) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The %s sensor gave %.1f samples a second; counting needs at least %.0f, so reps are not counted.",
              name, sensor.rateHz(), Pipeline.LEAST_RATE_HZ));
    }
    if (!sensor.hasGyro()) {
      notes.add(
          "The " + name + " sensor has no gyroscope: angles follow fast movement less closely, "
              + "and axial rotation and smoothness can't be had.");
    }
  }
}
