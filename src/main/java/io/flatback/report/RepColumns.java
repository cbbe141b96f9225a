package io.flatback.report;

import io.flatback.lift.Metric;
import io.flatback.session.SessionResult.Mode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The columns of a table of reps: what this many sensors can give. */
final class RepColumns {
  /** Where 80 columns have no room for everything, these are left to the other forms of the report. */
  private static final Set<Metric> LEFT_OUT_OF_TEXT_WITH_TWO =
      EnumSet.of(Metric.ECCENTRIC_DURATION_S, Metric.INCLINATION_PEAK_DEG);

  private RepColumns() {}

  static List<Metric> of(Mode mode) {
    return Arrays.stream(Metric.values())
        .filter(metric -> mode == Mode.TWO_SENSORS || !Focus.isLumbarFlexion(metric))
        .toList();
  }

  static List<Metric> ofText(Mode mode) {
    return of(mode).stream()
        .filter(metric -> mode == Mode.ONE_SENSOR || !LEFT_OUT_OF_TEXT_WITH_TWO.contains(metric))
        .toList();
  }
}
