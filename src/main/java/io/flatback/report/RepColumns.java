package io.flatback.report;

import io.flatback.lift.Metric;
import io.flatback.session.SessionResult.Mode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The columns of a table of reps: what this many sensors can give, and matters most. JSON and CSV hold every metric. */
final class RepColumns {
  private static final Set<Metric> LEFT_TO_FILES =
      EnumSet.of(
          Metric.TIME_UNDER_TENSION_S, Metric.REST_BEFORE_S, Metric.INCLINATION_AT_LOCKOUT_DEG,
          Metric.EARLY_EXTENSION_RATE_DPS, Metric.LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO, Metric.HIP_TRUNK_LAG_RATIO,
          Metric.SMOOTHNESS_LDLJ);

  /** Where 80 columns have no room for everything, these are left to the other forms of the report. */
  private static final Set<Metric> LEFT_OUT_OF_TEXT =
      EnumSet.of(
          Metric.INCLINATION_AT_MID_ASCENT_DEG, Metric.LEAN_BACK_AT_LOCKOUT_DEG, Metric.LUMBAR_FLEXION_GAIN_DEG);

  private static final Set<Metric> LEFT_OUT_OF_TEXT_WITH_TWO =
      EnumSet.of(Metric.ECCENTRIC_DURATION_S, Metric.INCLINATION_PEAK_DEG);

  private RepColumns() {}

  static List<Metric> of(Mode mode) {
    return Arrays.stream(Metric.values())
        .filter(RepColumns::isShown)
        .filter(metric -> mode == Mode.TWO_SENSORS || !metric.isLumbar())
        .toList();
  }

  static List<Metric> ofText(Mode mode) {
    return of(mode).stream()
        .filter(metric -> !LEFT_OUT_OF_TEXT.contains(metric))
        .filter(metric -> mode == Mode.ONE_SENSOR || !LEFT_OUT_OF_TEXT_WITH_TWO.contains(metric))
        .toList();
  }

  /** To people, in one form of the report at least. */
  static boolean isShown(Metric metric) {
    return !LEFT_TO_FILES.contains(metric);
  }
}
