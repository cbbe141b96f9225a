package io.flatback.form.evidence;

/** Every threshold the code decides by. Each has exactly one row in the catalogue, and each row one of these. */
public enum ThresholdKey {
  LUMBAR_FLEXION_SIGMA_DEG("lumbar_flexion_at_onset_deg.sigma"),
  LUMBAR_FLEXION_WATCH_DEG("lumbar_flexion_at_onset_deg.watch"),
  LUMBAR_FLEXION_WARN_DEG("lumbar_flexion_at_onset_deg.warn"),
  LUMBAR_FLEXION_SMALL_WATCH_DEG("lumbar_flexion_at_onset_deg.small_watch"),
  LUMBAR_FLEXION_SMALL_WARN_DEG("lumbar_flexion_at_onset_deg.small_warn"),
  LUMBAR_FLEXION_LEAST_DEG("lumbar_flexion_at_onset_deg.least"),
  LUMBAR_FLEXION_MOST_DEG("lumbar_flexion_at_onset_deg.most"),
  VELOCITY_LOSS_SIGMA_RATIO("velocity_loss_by_duration_ratio.sigma"),
  VELOCITY_LOSS_WATCH_RATIO("velocity_loss_by_duration_ratio.watch"),
  VELOCITY_LOSS_WARN_RATIO("velocity_loss_by_duration_ratio.warn"),
  VELOCITY_LOSS_LOW_WATCH_RATIO("velocity_loss_by_duration_ratio.low_watch"),
  VELOCITY_LOSS_LOW_WARN_RATIO("velocity_loss_by_duration_ratio.low_warn"),
  VELOCITY_LOSS_HIGH_WATCH_RATIO("velocity_loss_by_duration_ratio.high_watch"),
  VELOCITY_LOSS_HIGH_WARN_RATIO("velocity_loss_by_duration_ratio.high_warn"),
  VELOCITY_LOSS_LEAST_RATIO("velocity_loss_by_duration_ratio.least"),
  VELOCITY_LOSS_MOST_RATIO("velocity_loss_by_duration_ratio.most"),
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
  LOAD_BAND_RATIO("alarm.load_band"),
  BASELINE_REPS("alarm.baseline"),
  BASELINE_REPS_OF_SHORT_SET("alarm.baseline_of_short_set"),
  SHORT_SET_REPS("alarm.short_set"),
  VELOCITY_REFERENCE_REPS("alarm.velocity_reference"),
  DETECTABLE_CHANGE_SIGMAS("alarm.detectable_change"),
  METRIC_CORRELATION("alarm.metric_correlation"),
  TWO_PRIMARIES_MARGIN("alarm.two_primaries_margin"),
  DRIFT_SIGNIFICANCE("drift.significance"),
  SUMMARY_LAST_REPS("summary.last_reps"),
  SUGGESTION_SLOWER_START_RATIO("suggestion.slower_start"),
  SUGGESTION_JUDGED_REPS("suggestion.judged_reps"),
  PATTERN_SETS("pattern.sets"),
  PATTERN_SETS_WITHOUT_CHANGE("pattern.sets_without_change"),
  PATTERN_PROBABILITY("pattern.probability"),
  PATTERN_PROBABILITY_WITHOUT_A_SET("pattern.probability_without_a_set"),
  PATTERN_SET_OFFSET_SIGMAS("pattern.set_offset"),
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
