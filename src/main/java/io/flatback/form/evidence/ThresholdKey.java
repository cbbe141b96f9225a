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
  LUMBAR_FLEXION_GAIN_SIGMA_DEG("lumbar_flexion_gain_deg.sigma"),
  LUMBAR_FLEXION_GAIN_WATCH_DEG("lumbar_flexion_gain_deg.watch"),
  LUMBAR_FLEXION_GAIN_WARN_DEG("lumbar_flexion_gain_deg.warn"),
  EARLY_EXTENSION_SIGMA_DPS("early_extension_rate_dps.sigma"),
  HIP_TRUNK_LAG_SIGMA_RATIO("hip_trunk_lag_ratio.sigma"),
  INCLINATION_AT_MID_ASCENT_SIGMA_DEG("inclination_at_mid_ascent_deg.sigma"),
  INCLINATION_AT_LOCKOUT_SIGMA_DEG("inclination_at_lockout_deg.sigma"),
  LEAN_BACK_SIGMA_DEG("lean_back_at_lockout_deg.sigma"),
  LUMBAR_FLEXION_OF_OWN_BEND_SIGMA_RATIO("lumbar_flexion_peak_of_own_bend_ratio.sigma"),
  ECCENTRIC_DURATION_SIGMA_SHARE("eccentric_duration_s.sigma_share"),
  REST_SIGMA_SHARE("rest_before_s.sigma_share"),
  TIME_UNDER_TENSION_SIGMA_SHARE("time_under_tension_s.sigma_share"),
  SMOOTHNESS_SIGMA("smoothness_sparc.sigma"),
  SMOOTHNESS_LDLJ_SIGMA("smoothness_ldlj.sigma"),
  SMOOTHNESS_LDLJ_MINIMUM("smoothness_ldlj.minimum"),
  HISTORY_DEGREES_OF_FREEDOM("alarm.history"),
  BASELINE_REPS("alarm.baseline"),
  BASELINE_REPS_OF_SHORT_SET("alarm.baseline_of_short_set"),
  SHORT_SET_REPS("alarm.short_set"),
  VELOCITY_REFERENCE_REPS("alarm.velocity_reference"),
  DETECTABLE_CHANGE_SIGMAS("alarm.detectable_change"),
  METRIC_CORRELATION("alarm.metric_correlation"),
  DRIFT_SIGNIFICANCE("drift.significance"),
  COMPARE_AUTOCORRELATION("compare.autocorrelation"),
  COMPARE_FEWEST_REPS("compare.fewest_reps"),
  COMPARE_ASKEW_SHARE("compare.askew_share"),
  COMPARE_SAME_LOAD_SHARE("compare.same_load_share"),
  COMPARE_DAYS_APART_LOW_DEG("compare.days_apart_low_deg"),
  COMPARE_DAYS_APART_HIGH_DEG("compare.days_apart_high_deg");

  private final String key;

  ThresholdKey(String key) {
    this.key = key;
  }

  /** As in the catalogue. */
  public String key() {
    return key;
  }
}
