package io.flatback.lift;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is measured in every rep. The key is its name in files, JSON and evidence; how each is defined, in which frame
 * and after whom stands in {@code docs/api.md}.
 */
public enum Metric {
  CONCENTRIC_DURATION_S("concentric_duration_s", "s", "Concentric duration", Needs.TIMES),
  ECCENTRIC_DURATION_S("eccentric_duration_s", "s", "Eccentric duration", Needs.TIMES),
  TIME_UNDER_TENSION_S("time_under_tension_s", "s", "Time under tension", Needs.TIMES),
  REST_BEFORE_S("rest_before_s", "s", "Rest before the rep", Needs.TIMES),
  VELOCITY_LOSS_BY_DURATION_RATIO("velocity_loss_by_duration_ratio", "", "Velocity loss by duration", Needs.TIMES),
  INCLINATION_AT_ONSET_DEG("inclination_at_onset_deg", "°", "Inclination at ascent onset", Needs.BACK),
  INCLINATION_AT_MID_ASCENT_DEG("inclination_at_mid_ascent_deg", "°", "Inclination at mid-ascent", Needs.BACK),
  INCLINATION_AT_LOCKOUT_DEG("inclination_at_lockout_deg", "°", "Inclination at lockout", Needs.BACK),
  INCLINATION_PEAK_DEG("inclination_peak_deg", "°", "Peak inclination", Needs.BACK),
  LEAN_BACK_AT_LOCKOUT_DEG("lean_back_at_lockout_deg", "°", "Lean-back at lockout", Needs.BACK),
  RANGE_OF_MOTION_DEG("range_of_motion_deg", "°", "Range of motion", Needs.BACK),
  EARLY_EXTENSION_RATE_DPS("early_extension_rate_dps", "°/s", "Early trunk extension rate", Needs.BACK),
  LUMBAR_FLEXION_AT_ONSET_DEG("lumbar_flexion_at_onset_deg", "°", "Lumbar flexion at ascent onset", Needs.LUMBAR),
  LUMBAR_FLEXION_GAIN_DEG("lumbar_flexion_gain_deg", "°", "Gain of lumbar flexion to mid-ascent", Needs.LUMBAR),
  LUMBAR_FLEXION_PEAK_DEG("lumbar_flexion_peak_deg", "°", "Peak lumbar flexion", Needs.LUMBAR),
  LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO(
      "lumbar_flexion_peak_of_own_bend_ratio", "", "Peak lumbar flexion, share of the calibration bend", Needs.LUMBAR),
  HIP_TRUNK_LAG_RATIO("hip_trunk_lag_ratio", "", "Hip–trunk lag, share of the ascent", Needs.LUMBAR),
  LATERAL_TILT_CHANGE_DEG("lateral_tilt_change_deg", "°", "Lateral tilt change", Needs.BACK),
  AXIAL_ROTATION_DEG("axial_rotation_deg", "°", "Axial rotation", Needs.BACK),
  SMOOTHNESS_SPARC("smoothness_sparc", "", "Smoothness (SPARC)", Needs.BACK),
  SMOOTHNESS_LDLJ("smoothness_ldlj", "", "Smoothness (LDLJ)", Needs.BACK);

  /** What has to be followed for a metric to mean anything. */
  private enum Needs {
    /** When things happened. */
    TIMES,
    /** A sensor that follows the lower back. */
    BACK,
    /** That, and one over the sacrum. */
    LUMBAR
  }

  private final String key;
  private final String unit;
  private final String title;
  private final Needs needs;

  Metric(String key, String unit, String title, Needs needs) {
    this.key = key;
    this.unit = unit;
    this.title = title;
    this.needs = needs;
  }

  public String key() {
    return key;
  }

  /** Empty for a ratio or a number without a dimension. */
  public String unit() {
    return unit;
  }

  public String title() {
    return title;
  }

  /** Can be had from two sensors only. */
  public boolean isLumbar() {
    return needs == Needs.LUMBAR;
  }

  /** Means nothing where the sensor does not follow the back. */
  public boolean isOfTheBack() {
    return needs != Needs.TIMES;
  }

  /** All that two sensors are needed for. */
  public static Set<Metric> lumbar() {
    Set<Metric> found = EnumSet.allOf(Metric.class);
    found.removeIf(metric -> !metric.isLumbar());
    return found;
  }

  public static Optional<Metric> ofKey(String key) {
    for (Metric metric : values()) {
      if (metric.key.equals(key)) {
        return Optional.of(metric);
      }
    }
    return Optional.empty();
  }
}
