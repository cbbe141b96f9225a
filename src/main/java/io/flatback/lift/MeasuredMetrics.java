package io.flatback.lift;

import java.util.EnumMap;
import java.util.Map;

/**
 * The metrics of one rep, family by family. What the rows do not carry is left out: a hole where it would have to be
 * read, a rep that begins in the bend, no gyroscope, too low a rate.
 */
final class MeasuredMetrics {
  private final LiftFrames frames;
  private final RepRows rows;
  private final RepTurn turn;
  private final long from;
  private final long lockout;
  private final boolean beganStanding;
  private final Map<Metric, Double> values = new EnumMap<>(Metric.class);

  MeasuredMetrics(RepRows rows, RepTurn turn, long from, long lockout, boolean beganStanding) {
    this.frames = rows.frames();
    this.rows = rows;
    this.turn = turn;
    this.from = from;
    this.lockout = lockout;
    this.beganStanding = beganStanding;
  }

  /** Time under tension is the time of the whole rep, lowering, pausing and pulling [schoenfeld-2015]. */
  MeasuredMetrics times(long startNanos, long lockoutNanos) {
    boolean lockoutSeen = rows.isSeen(lockout, lockout);
    if (lockoutSeen && rows.isSeen(turn.onset(), turn.onset())) {
      values.put(Metric.CONCENTRIC_DURATION_S, (lockoutNanos - frames.timeNanos(turn.onset())) * 1e-9);
    }
    boolean startSeen = beganStanding && rows.isSeen(from, from);
    if (startSeen && rows.isSeen(turn.bottom(), turn.bottom())) {
      values.put(Metric.ECCENTRIC_DURATION_S, (frames.timeNanos(turn.bottom()) - startNanos) * 1e-9);
    }
    if (startSeen && lockoutSeen) {
      values.put(Metric.TIME_UNDER_TENSION_S, (lockoutNanos - startNanos) * 1e-9);
    }
    return this;
  }

  MeasuredMetrics phases() {
    AscentPhases ascent = new AscentPhases(rows, turn.onset(), lockout);
    values.put(Metric.INCLINATION_AT_ONSET_DEG, ascent.inclinationAtOnsetDeg());
    values.put(Metric.INCLINATION_AT_MID_ASCENT_DEG, ascent.inclinationAtMidAscentDeg());
    values.put(Metric.INCLINATION_AT_LOCKOUT_DEG, ascent.inclinationAtLockoutDeg());
    values.put(Metric.EARLY_EXTENSION_RATE_DPS, ascent.earlyExtensionRateDps());
    values.put(Metric.LUMBAR_FLEXION_AT_ONSET_DEG, ascent.flexionAtOnsetDeg());
    values.put(Metric.LUMBAR_FLEXION_GAIN_DEG, ascent.flexionGainDeg());
    values.put(Metric.HIP_TRUNK_LAG_RATIO, ascent.hipTrunkLagRatio());
    return this;
  }

  /** @param seenTo the last row that still stands */
  MeasuredMetrics extremes(long seenTo, double rangeDeg) {
    RepExtremes extremes = new RepExtremes(rows, from, lockout);
    values.put(Metric.LEAN_BACK_AT_LOCKOUT_DEG, extremes.leanBackDeg(seenTo));
    if (extremes.isWhole()) {
      values.put(Metric.INCLINATION_PEAK_DEG, turn.peakDeg());
      values.put(Metric.RANGE_OF_MOTION_DEG, rangeDeg);
      values.put(Metric.LUMBAR_FLEXION_PEAK_DEG, extremes.peakFlexionDeg());
    }
    if (extremes.isWhole() && beganStanding) {
      values.put(Metric.LATERAL_TILT_CHANGE_DEG, extremes.lateralTiltChangeDeg());
      values.put(Metric.AXIAL_ROTATION_DEG, extremes.axialRotationDeg());
    }
    return this;
  }

  MeasuredMetrics smoothness(AscentSmoothness smoothness) {
    values.put(Metric.SMOOTHNESS_SPARC, smoothness.sparc(rows, turn.onset(), lockout));
    values.put(Metric.SMOOTHNESS_LDLJ, smoothness.ldlj(rows, turn.onset(), lockout));
    return this;
  }

  RepMetrics metrics() {
    return new RepMetrics(values);
  }
}
