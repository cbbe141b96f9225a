package io.flatback.lift;

import java.util.Optional;

/** What is measured in every rep. The key is its name in files, JSON and evidence. */
public enum Metric {
  CONCENTRIC_DURATION_S("concentric_duration_s", "s", "Concentric duration"),
  ECCENTRIC_DURATION_S("eccentric_duration_s", "s", "Eccentric duration"),
  VELOCITY_LOSS_BY_DURATION_RATIO("velocity_loss_by_duration_ratio", "", "Velocity loss by duration"),
  INCLINATION_AT_ONSET_DEG("inclination_at_onset_deg", "°", "Inclination at ascent onset"),
  INCLINATION_PEAK_DEG("inclination_peak_deg", "°", "Peak inclination"),
  RANGE_OF_MOTION_DEG("range_of_motion_deg", "°", "Range of motion"),
  LUMBAR_FLEXION_AT_ONSET_DEG("lumbar_flexion_at_onset_deg", "°", "Lumbar flexion at ascent onset"),
  LUMBAR_FLEXION_PEAK_DEG("lumbar_flexion_peak_deg", "°", "Peak lumbar flexion"),
  LATERAL_TILT_CHANGE_DEG("lateral_tilt_change_deg", "°", "Lateral tilt change"),
  AXIAL_ROTATION_DEG("axial_rotation_deg", "°", "Axial rotation"),
  SMOOTHNESS_SPARC("smoothness_sparc", "", "Smoothness (SPARC)");

  private final String key;
  private final String unit;
  private final String title;

  Metric(String key, String unit, String title) {
    this.key = key;
    this.unit = unit;
    this.title = title;
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

  public static Optional<Metric> ofKey(String key) {
    for (Metric metric : values()) {
      if (metric.key.equals(key)) {
        return Optional.of(metric);
      }
    }
    return Optional.empty();
  }
}
