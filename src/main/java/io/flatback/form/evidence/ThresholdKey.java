package io.flatback.form.evidence;

/** Every threshold the code decides by. Each has exactly one row in the catalogue, and each row one of these. */
public enum ThresholdKey {
  LUMBAR_FLEXION_SIGMA_DEG("lumbar_flexion_at_onset_deg.sigma"),
  LUMBAR_FLEXION_WATCH_DEG("lumbar_flexion_at_onset_deg.watch"),
  LUMBAR_FLEXION_WARN_DEG("lumbar_flexion_at_onset_deg.warn"),
  VELOCITY_LOSS_SIGMA_RATIO("velocity_loss_by_duration_ratio.sigma"),
  VELOCITY_LOSS_WATCH_RATIO("velocity_loss_by_duration_ratio.watch"),
  VELOCITY_LOSS_WARN_RATIO("velocity_loss_by_duration_ratio.warn"),
  INCLINATION_SIGMA_DEG("inclination_at_onset_deg.sigma"),
  INCLINATION_WATCH_DEG("inclination_at_onset_deg.watch"),
  LATERAL_TILT_SIGMA_DEG("lateral_tilt_change_deg.sigma"),
  LATERAL_TILT_MINIMUM_DEG("lateral_tilt_change_deg.minimum"),
  AXIAL_ROTATION_SIGMA_DEG("axial_rotation_deg.sigma"),
  AXIAL_ROTATION_MINIMUM_DEG("axial_rotation_deg.minimum"),
  RANGE_OF_MOTION_SIGMA_SHARE("range_of_motion_deg.sigma_share"),
  RANGE_OF_MOTION_MINIMUM_SHARE("range_of_motion_deg.minimum_share"),
  SMOOTHNESS_MINIMUM("smoothness_sparc.minimum"),
  HISTORY_DEGREES_OF_FREEDOM("alarm.history"),
  BASELINE_REPS("alarm.baseline"),
  BASELINE_REPS_OF_SHORT_SET("alarm.baseline_of_short_set"),
  SHORT_SET_REPS("alarm.short_set"),
  VELOCITY_REFERENCE_REPS("alarm.velocity_reference"),
  DETECTABLE_CHANGE_SIGMAS("alarm.detectable_change"),
  METRIC_CORRELATION("alarm.metric_correlation"),
  DRIFT_SIGNIFICANCE("drift.significance");

  private final String key;

  ThresholdKey(String key) {
    this.key = key;
  }

  /** As in the catalogue. */
  public String key() {
    return key;
  }
}
