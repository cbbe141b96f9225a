package io.flatback.report;

import io.flatback.lift.Metric;

/**
 * How a metric is shown to people.
 *
 * @param name in a sentence or above a chart
 * @param column above a table's column, without the unit
 * @param factor from the metric's own unit to the one shown
 * @param decimals of a single rep's value
 * @param unit as shown, with the space before it where one belongs
 */
record MetricView(Metric metric, String name, String column, double factor, int decimals, String unit) {

  static MetricView of(Metric metric) {
    return switch (metric) {
      case CONCENTRIC_DURATION_S -> seconds(metric, "Ascent time", "Ascent");
      case ECCENTRIC_DURATION_S -> seconds(metric, "Lowering time", "Lowering");
      case VELOCITY_LOSS_BY_DURATION_RATIO ->
          new MetricView(metric, "Velocity loss by ascent time", "Velocity loss", 100, 0, " %");
      case INCLINATION_AT_ONSET_DEG -> degrees(metric, "Back angle at the start of the ascent", "Back angle, start");
      case INCLINATION_PEAK_DEG -> degrees(metric, "Largest back angle", "Back angle, largest");
      case TIME_UNDER_TENSION_S -> seconds(metric, "Time under tension", "Under tension");
      case REST_BEFORE_S -> seconds(metric, "Rest before the rep", "Rest before");
      case INCLINATION_AT_MID_ASCENT_DEG ->
          degrees(metric, "Back angle at 40 % of the ascent", "Back angle, 40\u00a0%");
      case INCLINATION_AT_LOCKOUT_DEG -> degrees(metric, "Back angle at lockout", "Back angle, lockout");
      case LEAN_BACK_AT_LOCKOUT_DEG -> degrees(metric, "Lean-back at lockout", "Lean-back");
      case EARLY_EXTENSION_RATE_DPS ->
          new MetricView(metric, "Back extension rate in the first 0.25 s", "Early extension", 1, 0, "\u00b0/s");
      case LUMBAR_FLEXION_GAIN_DEG ->
          degrees(metric, "Lumbar flexion gained by 40 % of the ascent", "Flexion, gain");
      case LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO ->
          percent(metric, "Largest lumbar flexion against your calibration bend", "Flexion, of own bend");
      case HIP_TRUNK_LAG_RATIO -> percent(metric, "Hips ahead of the back, share of the ascent", "Hips ahead");
      case SMOOTHNESS_LDLJ -> new MetricView(metric, "Smoothness (LDLJ)", "Smoothness, jerk", 1, 2, "");
      case RANGE_OF_MOTION_DEG -> degrees(metric, "Range of motion", "Range");
      case LUMBAR_FLEXION_AT_ONSET_DEG ->
          degrees(metric, "Lumbar flexion at the start of the ascent", "Flexion, start");
      case LUMBAR_FLEXION_PEAK_DEG -> degrees(metric, "Largest lumbar flexion", "Flexion, largest");
      case LATERAL_TILT_CHANGE_DEG -> degrees(metric, "Side tilt against your first reps", "Side tilt");
      case AXIAL_ROTATION_DEG -> degrees(metric, "Twist within the rep", "Twist");
      case SMOOTHNESS_SPARC -> new MetricView(metric, "Smoothness (SPARC)", "Smoothness", 1, 2, "");
    };
  }

  private static MetricView seconds(Metric metric, String name, String column) {
    return new MetricView(metric, name, column, 1, 2, " s");
  }

  private static MetricView percent(Metric metric, String name, String column) {
    return new MetricView(metric, name, column, 100, 0, " %");
  }

  private static MetricView degrees(Metric metric, String name, String column) {
    return new MetricView(metric, name, column, 1, 1, "\u00b0");
  }

  /** The number alone, for a table whose head names the unit. */
  String number(double value) {
    return Figures.fixed(value * factor, decimals);
  }

  String value(double value) {
    return number(value) + unit;
  }

  String change(double change) {
    return numberOfChange(change) + unit;
  }

  String numberOfChange(double change) {
    return Figures.signed(change * factor, decimals);
  }

  /** A change as a headline gives it: degrees and percent without decimals. */
  String roundedChange(double change) {
    return Figures.signed(change * factor, roundedDecimals()) + unit;
  }

  String rounded(double value) {
    return Figures.fixed(value * factor, roundedDecimals()) + unit;
  }

  /** Half-width of an interval, rounded up so that it never claims more than is known. */
  String roundedPlusMinus(double halfWidth) {
    double step = Math.pow(10, -roundedDecimals());
    double up = Math.ceil(halfWidth * factor / step - 1e-9) * step;
    return "\u00b1 " + Figures.fixed(Math.max(up, step), roundedDecimals()) + unit;
  }

  String plusMinus(double halfWidth) {
    return "\u00b1 " + Figures.fixed(halfWidth * factor, decimals) + unit;
  }

  private int roundedDecimals() {
    return unit.equals(" s") || unit.isEmpty() ? 2 : 0;
  }
}
