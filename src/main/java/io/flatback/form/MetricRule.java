package io.flatback.form;

import io.flatback.form.evidence.ThresholdKey;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How the changes of one metric are judged.
 *
 * @param worse the direction that fatigue takes it
 * @param scale what {@code sigma} and {@code minimum} are in
 * @param sigma the population's rep-to-rep noise; null where none is known
 * @param minimum the practical minimum: smaller changes don't matter; from it on a watched metric may watch
 * @param warn from here on the metric may warn, if it is the primary one; null: never
 */
record MetricRule(
    Metric metric,
    Direction worse,
    Scale scale,
    @Nullable ThresholdKey sigma,
    @Nullable ThresholdKey minimum,
    @Nullable ThresholdKey warn) {

  enum Direction {
    UP,
    DOWN,
    EITHER
  }

  enum Scale {
    /** The metric's own unit. */
    UNIT,
    /** A share of the mean of the first reps. */
    SHARE_OF_BASELINE,
    /** Loss of velocity against the fastest early rep; noise is that of the duration's logarithm. */
    LOSS
  }

  static MetricRule of(Metric metric) {
    return switch (metric) {
      case LUMBAR_FLEXION_AT_ONSET_DEG -> new MetricRule(
          metric, Direction.UP, Scale.UNIT, ThresholdKey.LUMBAR_FLEXION_SIGMA_DEG,
          ThresholdKey.LUMBAR_FLEXION_WATCH_DEG, ThresholdKey.LUMBAR_FLEXION_WARN_DEG);
      case VELOCITY_LOSS_BY_DURATION_RATIO -> new MetricRule(
          metric, Direction.UP, Scale.LOSS, ThresholdKey.VELOCITY_LOSS_SIGMA_RATIO,
          ThresholdKey.VELOCITY_LOSS_WATCH_RATIO, ThresholdKey.VELOCITY_LOSS_WARN_RATIO);
      case INCLINATION_AT_ONSET_DEG -> new MetricRule(
          metric, Direction.UP, Scale.UNIT, ThresholdKey.INCLINATION_SIGMA_DEG,
          ThresholdKey.INCLINATION_WATCH_DEG, null);
      case LATERAL_TILT_CHANGE_DEG -> new MetricRule(
          metric, Direction.EITHER, Scale.UNIT, ThresholdKey.LATERAL_TILT_SIGMA_DEG,
          ThresholdKey.LATERAL_TILT_MINIMUM_DEG, null);
      case AXIAL_ROTATION_DEG -> new MetricRule(
          metric, Direction.EITHER, Scale.UNIT, ThresholdKey.AXIAL_ROTATION_SIGMA_DEG,
          ThresholdKey.AXIAL_ROTATION_MINIMUM_DEG, null);
      case RANGE_OF_MOTION_DEG -> new MetricRule(
          metric, Direction.EITHER, Scale.SHARE_OF_BASELINE, ThresholdKey.RANGE_OF_MOTION_SIGMA_SHARE,
          ThresholdKey.RANGE_OF_MOTION_MINIMUM_SHARE, null);
      case SMOOTHNESS_SPARC -> new MetricRule(
          metric, Direction.DOWN, Scale.UNIT, ThresholdKey.SMOOTHNESS_SIGMA, ThresholdKey.SMOOTHNESS_MINIMUM, null);
      case INCLINATION_PEAK_DEG -> new MetricRule(
          metric, Direction.UP, Scale.UNIT, ThresholdKey.INCLINATION_SIGMA_DEG, null, null);
      case LUMBAR_FLEXION_PEAK_DEG -> new MetricRule(
          metric, Direction.UP, Scale.UNIT, ThresholdKey.LUMBAR_FLEXION_SIGMA_DEG, null, null);
      case CONCENTRIC_DURATION_S -> new MetricRule(metric, Direction.UP, Scale.UNIT, null, null, null);
      case ECCENTRIC_DURATION_S -> new MetricRule(
          metric, Direction.EITHER, Scale.SHARE_OF_BASELINE, ThresholdKey.ECCENTRIC_DURATION_SIGMA_SHARE, null, null);
      case LUMBAR_FLEXION_GAIN_DEG -> new MetricRule(
          metric, Direction.UP, Scale.UNIT, ThresholdKey.LUMBAR_FLEXION_GAIN_SIGMA_DEG,
          ThresholdKey.LUMBAR_FLEXION_GAIN_WATCH_DEG, ThresholdKey.LUMBAR_FLEXION_GAIN_WARN_DEG);
      case EARLY_EXTENSION_RATE_DPS -> new MetricRule(
          metric, Direction.DOWN, Scale.UNIT, ThresholdKey.EARLY_EXTENSION_SIGMA_DPS, null, null);
      case HIP_TRUNK_LAG_RATIO -> new MetricRule(
          metric, Direction.UP, Scale.UNIT, ThresholdKey.HIP_TRUNK_LAG_SIGMA_RATIO, null, null);
      case INCLINATION_AT_MID_ASCENT_DEG -> new MetricRule(
          metric, Direction.UP, Scale.UNIT, ThresholdKey.INCLINATION_AT_MID_ASCENT_SIGMA_DEG, null, null);
      case INCLINATION_AT_LOCKOUT_DEG -> new MetricRule(
          metric, Direction.EITHER, Scale.UNIT, ThresholdKey.INCLINATION_AT_LOCKOUT_SIGMA_DEG, null, null);
      case LEAN_BACK_AT_LOCKOUT_DEG -> new MetricRule(
          metric, Direction.EITHER, Scale.UNIT, ThresholdKey.LEAN_BACK_SIGMA_DEG, null, null);
      case LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO -> new MetricRule(
          metric, Direction.UP, Scale.UNIT, ThresholdKey.LUMBAR_FLEXION_OF_OWN_BEND_SIGMA_RATIO, null, null);
      case TIME_UNDER_TENSION_S -> new MetricRule(
          metric, Direction.EITHER, Scale.SHARE_OF_BASELINE, ThresholdKey.TIME_UNDER_TENSION_SIGMA_SHARE, null, null);
      case REST_BEFORE_S -> new MetricRule(
          metric, Direction.EITHER, Scale.SHARE_OF_BASELINE, ThresholdKey.REST_SIGMA_SHARE, null, null);
      case SMOOTHNESS_LDLJ -> new MetricRule(
          metric, Direction.DOWN, Scale.UNIT, ThresholdKey.SMOOTHNESS_LDLJ_SIGMA,
          ThresholdKey.SMOOTHNESS_LDLJ_MINIMUM, null);
    };
  }

  /** A new one, for one set. */
  Reference reference(int baselineReps) {
    return switch (scale) {
      case UNIT, SHARE_OF_BASELINE -> new MeanReference(metric, baselineReps);
      case LOSS -> new FastestReference(baselineReps);
    };
  }

  /** What is charted of a rep, on the scale of the noise; empty for one that is not clean or lacks it. */
  OptionalDouble charted(Rep rep) {
    if (scale == Scale.LOSS) {
      OptionalDouble seconds = VelocityLoss.concentricSeconds(rep);
      return seconds.isPresent() ? OptionalDouble.of(Math.log(seconds.getAsDouble())) : seconds;
    }
    return rep.isClean() ? rep.metrics().get(metric) : OptionalDouble.empty();
  }

  /** A change on the scale of the noise, in the metric's unit. */
  double told(double charted) {
    return scale == Scale.LOSS ? -Math.expm1(-charted) : charted;
  }

  /** What a fitted level is told as: a loss is told from none. */
  double baseline(double level) {
    return scale == Scale.LOSS ? 0 : level;
  }
}
