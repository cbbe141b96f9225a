package io.flatback.lift;

/** What counts as standing, and what as having left it, beside the standing band itself. */
final class StandingRule {
  /** own: standing bands within which sway and a lazy top still are standing; replaced by the population. */
  private static final double NEAR_STANDING_BANDS = 1.6;
  /** own: of the set's median range; a smaller excursion is sway between reps. */
  private static final double LEAVE_SHARE = 0.3;
  /** own: mean over half a second around a turn; tops of real sets show ≤ 0.3, bottoms ≥ 1.4 m/s². */
  private static final double CAUGHT_MPS2 = 0.8;

  private static final long CAUGHT_HALF_NANOS = 250_000_000L;

  private final ExerciseProfile profile;
  private final LiftFrames frames;
  private final AccelOffset offset = new AccelOffset();

  StandingRule(ExerciseProfile profile, LiftFrames frames) {
    this.profile = profile;
    this.frames = frames;
  }

  /** Every row is felt, wherever the lifter is. */
  void feel(LiftFrame frame, boolean afterHole) {
    offset.update(frame, afterHole);
  }

  double nearDeg() {
    return NEAR_STANDING_BANDS * profile.standingBandDeg();
  }

  /** Who leans further than this has left standing. */
  double leaveDeg(double medianRangeDeg) {
    return Math.max(nearDeg(), LEAVE_SHARE * medianRangeDeg);
  }

  /**
   * Where the inclination left the standing band for good; the band of the wearer's own standing where it was
   * inside that, else of the present level.
   *
   * @param from last row inside the band of the present level
   * @param position where it is now
   * @param notBefore the standing before began here
   */
  long leftNanos(long from, long position, long notBefore, double levelDeg) {
    for (long i = position; i >= Math.max(notBefore, frames.begin()); i--) {
      if (frames.inclinationDeg(i) <= profile.standingBandDeg()) {
        return frames.crossingNanos(i, profile.standingBandDeg());
      }
    }
    return frames.crossingNanos(from, levelDeg + profile.standingBandDeg());
  }

  /** A turn here may be the top of an excursion that went down to {@code peakDeg}. */
  boolean isTop(double relativeDeg, double peakDeg) {
    return relativeDeg <= Math.max(nearDeg(), profile.topShare() * peakDeg);
  }

  /** The weight is being caught and pushed up here: a bottom, whatever the inclination says. */
  boolean isCaught(long position) {
    long at = frames.timeNanos(position);
    double pushMps2 = frames.meanVerticalAccelMps2(at - CAUGHT_HALF_NANOS, at + CAUGHT_HALF_NANOS);
    return pushMps2 - offset.mps2() > CAUGHT_MPS2;
  }
}
