package io.flatback.lift;

/**
 * The way up at matched phase: phase 0 is the ascent onset, 1 the lockout, by time. So a slow rep is compared with a
 * quick one at the same part of its movement. What fell into a hole is NaN.
 */
final class AscentPhases {
  /** As the evidence has it for the gain of lumbar flexion. */
  private static final double MID_ASCENT = 0.40;

  /** The first 250 ms of the lifting movement [vandieen-1998]. */
  private static final long EARLY_NANOS = 250_000_000L;

  /** own: five samples in the first 250 ms; replaced by the error of the rate. */
  private static final double LEAST_RATE_HZ = 20.0;

  /** own: below this a segment has no way of its own to be early or late on. */
  private static final double LEAST_WAY_DEG = 10.0;

  private final LiftFrames frames;
  private final RepRows rows;
  private final long onset;
  private final long lockout;

  AscentPhases(RepRows rows, long onset, long lockout) {
    this.frames = rows.frames();
    this.rows = rows;
    this.onset = onset;
    this.lockout = lockout;
  }

  double inclinationAtOnsetDeg() {
    return rows.inclinationDeg(frames.timeNanos(onset));
  }

  double inclinationAtMidAscentDeg() {
    return rows.inclinationDeg(phaseNanos(MID_ASCENT));
  }

  double inclinationAtLockoutDeg() {
    return rows.inclinationDeg(frames.timeNanos(lockout));
  }

  double flexionAtOnsetDeg() {
    return rows.flexionDeg(frames.timeNanos(onset));
  }

  /** By how much the lower back bends further from the onset to mid-ascent. */
  double flexionGainDeg() {
    return rows.flexionDeg(phaseNanos(MID_ASCENT)) - flexionAtOnsetDeg();
  }

  private long phaseNanos(double phase) {
    long onsetNanos = frames.timeNanos(onset);
    return onsetNanos + Math.round(phase * (frames.timeNanos(lockout) - onsetNanos));
  }

  /** Mean rate of coming up, in °/s, over the first 250 ms [vandieen-1998]; negative for who bends further. */
  double earlyExtensionRateDps() {
    long onsetNanos = frames.timeNanos(onset);
    boolean gyro = !Double.isNaN(frames.axialRateDps(lockout));
    if (!gyro || onsetNanos + EARLY_NANOS > frames.timeNanos(lockout) || rows.rateHz() < LEAST_RATE_HZ) {
      return Double.NaN;
    }
    double cameUpDeg = rows.inclinationDeg(onsetNanos) - rows.inclinationDeg(onsetNanos + EARLY_NANOS);
    return cameUpDeg / (EARLY_NANOS * 1e-9);
  }

  /**
   * By how much the pelvis leads the trunk, as a share of the ascent: the mean, over the ascent, of how much more of
   * its own way the one has done than the other. For two segments on the same way at different times this is the time
   * between them over the time of the ascent. Positive: hips first.
   *
   * <p>After the phase lag of hip and trunk extension of [vandieen-1998]. Deviation: the pelvis stands for the hip, as
   * no thigh is measured, and the segment under the lumbar sensor for the trunk.
   */
  double hipTrunkLagRatio() {
    if (onset >= lockout || !rows.isSeen(onset, lockout)) {
      return Double.NaN;
    }
    double trunkWayDeg = frames.inclinationDeg(onset) - frames.inclinationDeg(lockout);
    double pelvisWayDeg = pelvisDeg(onset) - pelvisDeg(lockout);
    if (!(trunkWayDeg >= LEAST_WAY_DEG && pelvisWayDeg >= LEAST_WAY_DEG)) {
      return Double.NaN;
    }
    double sum = 0.0;
    double before = 0.0;
    for (long i = onset + 1; i <= lockout; i++) {
      double pelvis = (pelvisDeg(onset) - pelvisDeg(i)) / pelvisWayDeg;
      double trunk = (frames.inclinationDeg(onset) - frames.inclinationDeg(i)) / trunkWayDeg;
      sum += 0.5 * (before + pelvis - trunk) * (frames.timeNanos(i) - frames.timeNanos(i - 1));
      before = pelvis - trunk;
    }
    return sum / (frames.timeNanos(lockout) - frames.timeNanos(onset));
  }

  private double pelvisDeg(long row) {
    return frames.inclinationDeg(row) - frames.flexionDeg(row);
  }
}
