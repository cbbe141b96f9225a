package io.flatback.report;

import io.flatback.lift.Metric;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionResult.Mode;
import io.flatback.signal.Placement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something this recording could not give, and why.
 *
 * @param metrics the metrics that are missing with it
 */
public record NotMeasured(String what, String reason, Set<Metric> metrics) {
  private static final String BEND = "How far the lower back itself bends";
  private static final String ANGLES = "Every angle of your back";
  private static final String UNCARRIED = "the signal did not carry it in any rep";
  private static final double LEAST_RATE_FOR_JERK_HZ = 40.0;

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
              BEND, secondSensor(result), Metric.lumbar()));
    }
    if (result.sets().stream().anyMatch(set -> !set.reps().isEmpty())) {
      Set<Metric> missing = missing(result);
      if (!result.mounting().followsBack()) {
        Set<Metric> angles = missing.stream().filter(Metric::isOfTheBack).collect(Collectors.toSet());
        missing.removeAll(angles);
        if (!angles.isEmpty()) {
          found.add(new NotMeasured(ANGLES, "the sensor did not follow your back", angles));
        }
      }
      missing.forEach(
          metric -> found.add(new NotMeasured(MetricView.of(metric).name(), reason(metric, result), Set.of(metric))));
    }
    return found;
  }

  private static String secondSensor(SessionResult result) {
    boolean atSacrum =
        result.recording().sensors().stream().anyMatch(sensor -> sensor.placement() == Placement.SACRUM);
    return "needs a second sensor, over the " + (atSacrum ? "upper lumbar spine" : "sacrum");
  }

  /** Of no rep, though there are sensors enough for it. */
  private static Set<Metric> missing(SessionResult result) {
    Set<Metric> missing = EnumSet.allOf(Metric.class);
    missing.removeIf(metric -> metric.isLumbar() && result.mode() == Mode.ONE_SENSOR);
    result.sets().stream()
        .flatMap(set -> set.reps().stream())
        .forEach(rep -> missing.removeAll(rep.metrics().values().keySet()));
    return missing;
  }

  private static String reason(Metric metric, SessionResult result) {
    boolean gyro = result.recording().sensors().stream().allMatch(sensor -> sensor.hasGyro());
    return switch (metric) {
      case AXIAL_ROTATION_DEG, EARLY_EXTENSION_RATE_DPS, SMOOTHNESS_SPARC, SMOOTHNESS_LDLJ ->
          gyro ? ofTooSlowASensor(metric, result) : "needs a gyroscope; this recording holds acceleration only";
      case VELOCITY_LOSS_BY_DURATION_RATIO -> "needs three clean reps to find your fastest early one";
      case REST_BEFORE_S -> "needs a second rep in the set that begins from standing";
      case ECCENTRIC_DURATION_S, TIME_UNDER_TENSION_S -> "no rep was seen to begin from standing";
      case LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO -> "needs a guided calibration with both sensors";
      default -> UNCARRIED;
    };
  }

  /** For some metrics alone the readings come too seldom. */
  private static String ofTooSlowASensor(Metric metric, SessionResult result) {
    boolean slow =
        metric == Metric.SMOOTHNESS_LDLJ
            && result.recording().sensors().stream().anyMatch(sensor -> sensor.rateHz() < LEAST_RATE_FOR_JERK_HZ);
    return slow ? "needs 40 readings a second or more" : UNCARRIED;
  }
}
