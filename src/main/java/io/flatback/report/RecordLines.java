package io.flatback.report;

import io.flatback.session.SessionResult;
import io.flatback.session.SessionResult.SensorFacts;
import java.util.ArrayList;
import java.util.List;

/** The record in a few lines: sensors, rates, what is missing, how sure the mounting is. */
final class RecordLines {
  private RecordLines() {}

  static List<String> of(SessionResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(Figures.fixed(result.recording().durationSeconds(), 1) + " s of recording.");
    result.recording().sensors().forEach(sensor -> lines.add(line(sensor)));
    lines.add(
        "Mounting found with a confidence of " + Figures.fixed(result.mounting().confidence() * 100, 0)
            + " %; the sensor " + (result.mounting().followsBack() ? "followed" : "did not follow") + " your back.");
    lines.addAll(result.mounting().notes());
    return lines;
  }

  private static String rate(double hz) {
    return Double.isFinite(hz) ? Figures.fixed(hz, 1) + " a second" : "rate not known";
  }

  private static String line(SensorFacts sensor) {
    String gaps =
        sensor.gaps() == 0
            ? "no gap"
            : Figures.count(sensor.gaps(), "gap", "gaps") + ", "
                + Figures.fixed(sensor.missingSeconds(), 1) + " s not seen";
    String name = sensor.placement().key();
    return Character.toUpperCase(name.charAt(0)) + name.substring(1) + " sensor: " + sensor.samples() + " readings, "
        + rate(sensor.rateHz()) + ", " + (sensor.hasGyro() ? "" : "no gyroscope, ") + gaps + ".";
  }
}
