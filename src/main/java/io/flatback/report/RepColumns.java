package io.flatback.report;

import io.flatback.lift.Metric;
import io.flatback.session.SessionResult.Mode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of a table of reps: what matters most of what so many sensors give. JSON and CSV hold every metric. */
final class RepColumns {
  private static final Set<Metric> LEFT_TO_FILES =
      EnumSet.of(
          Metric.TIME_UNDER_TENSION_S, Metric.REST_BEFORE_S, Metric.INCLINATION_AT_LOCKOUT_DEG,
          Metric.LEAN_BACK_AT_LOCKOUT_DEG, Metric.EARLY_EXTENSION_RATE_DPS,
          Metric.LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO, Metric.HIP_TRUNK_LAG_RATIO, Metric.SMOOTHNESS_LDLJ);

  /** A page shows the back at matched phase, where the peaks of two reps are of different ones. */
  private static final Set<Metric> LEFT_OUT_OF_PAGE =
      EnumSet.of(Metric.INCLINATION_PEAK_DEG, Metric.LUMBAR_FLEXION_PEAK_DEG);

  /** 80 columns have no room for everything. */
  private static final Set<Metric> LEFT_OUT_OF_TEXT =
      EnumSet.of(Metric.INCLINATION_AT_MID_ASCENT_DEG, Metric.LUMBAR_FLEXION_GAIN_DEG);

  private static final Set<Metric> LEFT_OUT_OF_TEXT_WITH_TWO =
      EnumSet.of(Metric.ECCENTRIC_DURATION_S, Metric.INCLINATION_PEAK_DEG);

  private RepColumns() {}

  static List<Metric> ofPage(Mode mode) {
    return of(mode).filter(metric -> !LEFT_OUT_OF_PAGE.contains(metric)).toList();
  }

  static List<Metric> ofText(Mode mode) {
    return of(mode)
        .filter(metric -> !LEFT_OUT_OF_TEXT.contains(metric))
        .filter(metric -> mode == Mode.ONE_SENSOR || !LEFT_OUT_OF_TEXT_WITH_TWO.contains(metric))
        .toList();
  }

  private static Stream<Metric> of(Mode mode) {
    return Arrays.stream(Metric.values())
        .filter(metric -> !LEFT_TO_FILES.contains(metric))
        .filter(metric -> mode == Mode.TWO_SENSORS || !metric.isLumbar());
  }

  /** People are told of a trend in what a page shows. */
  static boolean isShown(Metric metric) {
    return !LEFT_TO_FILES.contains(metric) && !LEFT_OUT_OF_PAGE.contains(metric);
  }
}
