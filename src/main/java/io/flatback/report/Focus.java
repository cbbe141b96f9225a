package io.flatback.report;

import io.flatback.lift.Metric;
import io.flatback.session.SessionResult.Mode;
import java.util.List;

/** Which metrics a report puts first. The others inform and stand in the table. */
final class Focus {
  private Focus() {}

  static Metric posture(Mode mode) {
    return switch (mode) {
      case ONE_SENSOR -> Metric.INCLINATION_AT_ONSET_DEG;
      case TWO_SENSORS -> Metric.LUMBAR_FLEXION_AT_ONSET_DEG;
    };
  }

  /** In the order in which they are drawn. */
  static List<Metric> charted(Mode mode) {
    return switch (mode) {
      case ONE_SENSOR -> List.of(Metric.INCLINATION_AT_ONSET_DEG, Metric.CONCENTRIC_DURATION_S);
      case TWO_SENSORS ->
          List.of(
              Metric.LUMBAR_FLEXION_AT_ONSET_DEG, Metric.INCLINATION_AT_ONSET_DEG, Metric.CONCENTRIC_DURATION_S);
    };
  }

  /** The metrics that alarms are about. */
  static List<Metric> judged(Mode mode) {
    return List.of(posture(mode), Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
  }

  static boolean isCharted(Metric metric, Mode mode) {
    return charted(mode).contains(metric) || metric == Metric.VELOCITY_LOSS_BY_DURATION_RATIO;
  }
}
