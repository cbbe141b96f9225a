package io.flatback.report;

import io.flatback.lift.Metric;

/** The head of a narrow column: two lines of at most seven characters. */
record TextColumn(String top, String bottom) {

  static TextColumn of(Metric metric) {
    return switch (metric) {
      case CONCENTRIC_DURATION_S -> new TextColumn("pull", "s");
      case ECCENTRIC_DURATION_S -> new TextColumn("lower", "s");
      case VELOCITY_LOSS_BY_DURATION_RATIO -> new TextColumn("v.loss", "%");
      case INCLINATION_AT_ONSET_DEG -> new TextColumn("start", "\u00b0");
      case INCLINATION_PEAK_DEG -> new TextColumn("largest", "\u00b0");
      case TIME_UNDER_TENSION_S -> new TextColumn("tension", "s");
      case REST_BEFORE_S -> new TextColumn("rest", "s");
      case INCLINATION_AT_MID_ASCENT_DEG -> new TextColumn("40 %", "\u00b0");
      case INCLINATION_AT_LOCKOUT_DEG -> new TextColumn("lockout", "\u00b0");
      case LEAN_BACK_AT_LOCKOUT_DEG -> new TextColumn("lean-bk", "\u00b0");
      case EARLY_EXTENSION_RATE_DPS -> new TextColumn("early", "\u00b0/s");
      case LUMBAR_FLEXION_GAIN_DEG -> new TextColumn("flexion", "gain \u00b0");
      case LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO -> new TextColumn("flexion", "own %");
      case HIP_TRUNK_LAG_RATIO -> new TextColumn("hips", "%");
      case SMOOTHNESS_LDLJ -> new TextColumn("smooth", "LDLJ");
      case RANGE_OF_MOTION_DEG -> new TextColumn("range", "\u00b0");
      case LUMBAR_FLEXION_AT_ONSET_DEG -> new TextColumn("flexion", "start \u00b0");
      case LUMBAR_FLEXION_PEAK_DEG -> new TextColumn("flexion", "max \u00b0");
      case LATERAL_TILT_CHANGE_DEG -> new TextColumn("tilt", "\u00b0");
      case AXIAL_ROTATION_DEG -> new TextColumn("twist", "\u00b0");
      case SMOOTHNESS_SPARC -> new TextColumn("smooth", "SPARC");
    };
  }
}
