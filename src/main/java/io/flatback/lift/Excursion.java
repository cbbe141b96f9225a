package io.flatback.lift;

/**
 * One way out of standing and, perhaps, back: what the rep finder remembers while it lasts. Angles are
 * relative to the present level of standing.
 */
final class Excursion {
  private static final long NEVER = -1;

  /** Position of its first row, and the time at which it left the standing band. */
  long from;

  final long startNanos;
  /** False where the record, or what was seen after a gap, begins within it. */
  final boolean beganStanding;

  double peakDeg;
  long peakNanos;
  boolean shown;
  boolean provisional;
  boolean clipped;
  boolean untrusted;
  boolean sinking;
  long gapNanos;
  long longestGapNanos;
  /** How much it came up while nobody saw. */
  double unseenAscentDeg;
  /** The lowest the lifter has come up to since the peak, and where. */
  double topDeg = Double.POSITIVE_INFINITY;

  long topPosition;
  /** When the inclination came back inside the standing band. */
  private long uprightNanos = NEVER;
  /** Since when it is slow and near standing. */
  private long slowSinceNanos = NEVER;

  Excursion(long from, long startNanos, boolean beganStanding) {
    this.from = from;
    this.startNanos = startNanos;
    this.beganStanding = beganStanding;
  }

  /** Rows before this are no longer held. */
  void keepTo(long firstHeld) {
    from = Math.max(from, firstHeld);
    topPosition = Math.max(topPosition, firstHeld);
  }

  /** It ends there by the user's word. @return the rest of it */
  Excursion partedAt(long position, long nanos) {
    Excursion rest = new Excursion(position, nanos, false);
    rest.peakDeg = peakDeg;
    rest.topPosition = topPosition;
    topPosition = position;
    return rest;
  }

  /** Is the later part of another, which has just come back to standing. */
  void resume(Excursion whole, long position, long nowNanos) {
    shown = true;
    provisional = whole.provisional;
    clipped = whole.clipped;
    untrusted = whole.untrusted;
    gapNanos = whole.gapNanos;
    longestGapNanos = whole.longestGapNanos;
    topDeg = 0.0;
    topPosition = position;
    upright(nowNanos);
    hold(true, nowNanos);
  }

  /** Bent again: what was found on the last way up no longer counts. */
  void forgetTop() {
    topDeg = Double.POSITIVE_INFINITY;
    uprightNanos = NEVER;
    slowSinceNanos = NEVER;
  }

  void deepen(double relativeDeg, long nowNanos) {
    peakDeg = relativeDeg;
    peakNanos = nowNanos;
    forgetTop();
  }

  void bridge(long unseenNanos, double ascentDeg) {
    gapNanos += unseenNanos;
    longestGapNanos = Math.max(longestGapNanos, unseenNanos);
    unseenAscentDeg += Math.max(0.0, ascentDeg);
    slowSinceNanos = NEVER;
  }

  void hold(boolean slowNearStanding, long nowNanos) {
    if (!slowNearStanding) {
      slowSinceNanos = NEVER;
    } else if (slowSinceNanos == NEVER) {
      slowSinceNanos = nowNanos;
    }
  }

  boolean isUpright() {
    return uprightNanos != NEVER;
  }

  void upright(long atNanos) {
    uprightNanos = atNanos;
  }

  /** How long it has been slow and near standing; 0 while it is not. */
  long slowNanos(long nowNanos) {
    return slowSinceNanos == NEVER ? 0 : nowNanos - slowSinceNanos;
  }

  /** How long it has been slow inside the band; 0 while it is not. */
  long lockedNanos(long nowNanos) {
    return slowSinceNanos == NEVER || uprightNanos == NEVER ? 0 : nowNanos - Math.max(slowSinceNanos, uprightNanos);
  }

  /** Back inside the band; where it never came back so far, where it stopped. */
  long uprightNanos(long topNanos) {
    return uprightNanos != NEVER ? uprightNanos : lockoutNanos(topNanos);
  }

  /** Where the slow hold began; the turn itself where there was none. */
  long lockoutNanos(long topNanos) {
    return slowSinceNanos == NEVER ? topNanos : Math.max(slowSinceNanos, uprightNanos);
  }
}
