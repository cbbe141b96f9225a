package io.flatback.report;

import io.flatback.form.NoiseBand;
import io.flatback.lift.Metric;
import io.flatback.session.SessionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the numbers came about, and how far they can be trusted, in plain sentences. */
final class Method {
  private Method() {}

  static List<String> of(ReportModel model) {
    List<String> lines = new ArrayList<>();
    lines.add(sensors(model.result().mode()));
    lines.add(
        "The start of the ascent is the moment at which the sensor begins to rise for good. When the bar leaves the"
            + " floor can't be seen from the back.");
    lines.add(
        "Angles are compared with the mean of your first clean reps in the same set, ascent times with the fastest of"
            + " the first three. You are never compared with the posture or pace of others.");
    lines.add(
        "Watch asks for a rise over several clean reps that chance does not explain, large enough to matter. Warn asks"
            + " for two clean reps in a row beyond that.");
    lines.addAll(Judging.of(model));
    lines.add(
        "Each \u00b1 is half of a 95 % interval, 1.96 \u03c3 \u221a(1/m + 1/k): m reps against a reference of k."
            + " It holds the scatter from rep to rep, not an error that a whole set shares. Reps that led to a warning"
            + " were picked for being far off, so their mean is a little too large.");
    noise(model).ifPresent(lines::add);
    lines.add(
        "A trend is the Theil\u2013Sen slope; it is drawn only where an exact Mann\u2013Kendall test gives"
            + " p \u2264 0.05 and the whole change is large enough to matter.");
    lines.add(
        "From one day to the next 10 to 15\u00b0 of posture can't be told from how you stood and where the sensor"
            + " sat.");
    lines.add(
        "Not to be had from the lower back at all: the upper back, the path of the bar, its load, the work of single"
            + " muscles.");
    return lines;
  }

  private static String sensors(SessionResult.Mode mode) {
    return switch (mode) {
      case ONE_SENSOR ->
          "One sensor sees one thing: how far your lower back leans forward from your own standing. A deeper hinge at"
              + " the hips and a change within the lower back look the same to it; telling them apart needs a second"
              + " sensor.";
      case TWO_SENSORS ->
          "Lumbar flexion is the angle of the upper sensor minus that of the lower one, 0 in your own standing. It is"
              + " never judged as such, only its change.";
    };
  }

  /** The noise that was reckoned with, and whose it is. */
  private static Optional<String> noise(ReportModel model) {
    List<String> parts = new ArrayList<>();
    for (Metric metric : Focus.judged(model.result().mode())) {
      model.sets().stream()
          .flatMap(set -> DepartureFinder.band(set.set(), metric).stream())
          .findFirst()
          .ifPresent(band -> parts.add(noise(band)));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of("Scatter reckoned with: " + String.join("; ", parts) + ".");
  }

  private static String noise(NoiseBand band) {
    MetricView view = MetricView.of(band.metric());
    String whose =
        band.degreesOfFreedom() == 0
            ? "taken from other people until enough is known of yours"
            : "your own, from " + band.degreesOfFreedom() + " degrees of freedom";
    return DriftSentence.decapitalised(view.name()) + " \u03c3 = " + view.value(band.sigma()) + ", " + whose;
  }
}
