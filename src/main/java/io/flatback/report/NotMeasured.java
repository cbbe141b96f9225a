package io.flatback.report;

import io.flatback.lift.Metric;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionResult.Mode;
import io.flatback.signal.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something this recording could not give, and why.
 *
 * @param metrics the metrics that are missing with it
 */
public record NotMeasured(String what, String reason, Set<Metric> metrics) {
  private static final String BEND = "How far the lower back itself bends";
  public NotMeasured {
    metrics = Set.copyOf(metrics);
  }

  static Optional<NotMeasured> find(List<NotMeasured> all, Metric metric) {
    return all.stream().filter(missing -> missing.metrics().contains(metric)).findFirst();
  }

  static List<NotMeasured> of(SessionResult result) {
    List<NotMeasured> found = new ArrayList<>();
    if (result.mode() == Mode.ONE_SENSOR) {
      found.add(
          new NotMeasured(
              BEND, secondSensor(result), Set.of(Metric.LUMBAR_FLEXION_AT_ONSET_DEG, Metric.LUMBAR_FLEXION_PEAK_DEG)));
    }
    if (result.sets().stream().anyMatch(set -> !set.reps().isEmpty())) {
      for (Metric metric : Metric.values()) {
        reasonIfMissing(metric, result)
            .ifPresent(reason -> found.add(new NotMeasured(MetricView.of(metric).name(), reason, Set.of(metric))));
      }
    }
    return found;
  }

  private static String secondSensor(SessionResult result) {
    boolean atSacrum =
        result.recording().sensors().stream().anyMatch(sensor -> sensor.placement() == Placement.SACRUM);
    return "needs a second sensor, over the " + (atSacrum ? "upper lumbar spine" : "sacrum");
  }

  private static Optional<String> reasonIfMissing(Metric metric, SessionResult result) {
    boolean covered = Focus.isLumbarFlexion(metric) && result.mode() == Mode.ONE_SENSOR;
    boolean present =
        result.sets().stream()
            .flatMap(set -> set.reps().stream())
            .anyMatch(rep -> rep.metrics().get(metric).isPresent());
    return covered || present ? Optional.empty() : Optional.of(reason(metric, result));
  }

  private static String reason(Metric metric, SessionResult result) {
    boolean gyro = result.recording().sensors().stream().allMatch(sensor -> sensor.hasGyro());
    if (!gyro) {
      return "needs a gyroscope; this recording holds acceleration only";
    }
    if (!result.mounting().followsBack()) {
      return "the sensor did not follow your back";
    }
    return metric == Metric.VELOCITY_LOSS_BY_DURATION_RATIO
        ? "needs three clean reps to find your fastest early one"
        : "the signal did not carry it in any rep";
  }
}
