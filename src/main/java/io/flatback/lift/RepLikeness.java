package io.flatback.lift;

/**
 * Log odds that a movement which went down and came up again was a lift, by how it was made. A lift is a hinge:
 * nearly all of its way lies in the sagittal plane, the feet stay on the ground, and it ends at the height at
 * which it began. Who bends to do something with the hands stays down for longer and leans or turns to it.
 *
 * <p>own: the marks stand between what recorded lifts show (turning and leaning ≤ 0.3 of the sagittal way, net
 * rise ≤ 0.16 m, least vertical acceleration −5 m/s²) and recorded twists, jumps, knee raises and toe touches;
 * replaced by a fit to labelled movements of many people. What is not known (no gyroscope, no height) says
 * nothing.
 */
final class RepLikeness {
  private static final double PRIOR = 1.0;
  /** own: smaller than this in both is sway, a step, a knee that comes up. */
  private static final double LEAST_DEPTH_DEG = 25.0;

  /** own: what steps look like to an accelerometer alone; the hinges of real sets are wider. */
  private static final double LEAST_APPARENT_DEG = 20.0;

  private static final double LEAST_TRAVEL_M = 0.3;
  private static final double BOTTOM_SHARE = 0.15;
  /** own: a quick turn at the floor or a landing bar is over sooner, a hop is not. */
  private static final double FREE_FALL_SECONDS = 0.18;
  /** own: below this nothing moves that could be told from sway. */
  private static final double MOVING_DPS = 8.0;
  private final LiftFrames frames;
  private final long from;
  private final long to;
  /** A jump leaves the ground as the back comes up. */
  private final long seenTo;

  private final double depthDeg;
  /** The row in which it stands: the first, or the last where it begins bent. */
  private final long standing;

  private final double turnedDeg;
  private double sagittalPathDeg;
  private double axialPathDeg;
  private double lateralPathDeg;
  private double axialReachDeg;
  private double lateralReachDeg;
  private double bottomSeconds;
  private double bottomPathDeg;
  private double bottomLateralDeg;
  private double bottomAxialDeg;

  RepLikeness(
      LiftFrames frames, long from, long to, long seenTo, double peakDeg, double depthDeg, boolean beganStanding) {
    this.frames = frames;
    this.from = from;
    this.to = to;
    this.seenTo = seenTo;
    this.depthDeg = depthDeg;
    this.standing = beganStanding ? from : to;
    this.turnedDeg = walk();
    dwell(peakDeg - BOTTOM_SHARE * depthDeg);
  }

  /** @return how far it had turned at the end */
  private double walk() {
    double turned = 0.0;
    for (long i = from + 1; i <= to; i++) {
      double turn = turnDeg(i);
      turned += turn;
      if (Math.abs(frames.rateDps(i)) > MOVING_DPS) {
        sagittalPathDeg += Math.abs(frames.inclinationDeg(i) - frames.inclinationDeg(i - 1));
        lateralPathDeg += Math.abs(frames.lateralDeg(i) - frames.lateralDeg(i - 1));
        axialPathDeg += Math.abs(turn);
      }
      axialReachDeg = Math.max(axialReachDeg, Math.abs(turned));
      lateralReachDeg = Math.max(lateralReachDeg, Math.abs(lateralDeg(i)));
    }
    return turned;
  }

  /** Means over the bottom; what the turn does not come back by the end is taken for drift. */
  private void dwell(double bottomDeg) {
    double turned = 0.0;
    for (long i = from + 1; i <= to; i++) {
      turned += turnDeg(i);
      if (frames.inclinationDeg(i) > bottomDeg) {
        double seconds = seconds(i - 1, i);
        bottomSeconds += seconds;
        bottomPathDeg += Math.abs(frames.inclinationDeg(i) - frames.inclinationDeg(i - 1));
        bottomLateralDeg += lateralDeg(i) * seconds;
        bottomAxialDeg += (turned - turnedDeg * seconds(from, i) / seconds(from, to)) * seconds;
      }
    }
    bottomSeconds = Math.max(bottomSeconds, 1e-3);
    bottomLateralDeg /= bottomSeconds;
    bottomAxialDeg /= bottomSeconds;
  }

  /**
   * @param oneWayM by how much more it ended higher than it began than an error explains; NaN where not known
   * @param travelM rise of the sensor from the lowest point; NaN where that is not known
   */
  double logOdds(double oneWayM, double travelM) {
    return PRIOR
        - turning()
        - leaning()
        - handling()
        - staying()
        - leaping()
        - haste()
        - rising(oneWayM)
        - smallness(travelM);
  }

  /** Down and up again, also where the way down was not seen. */
  private double wayDeg() {
    return Math.max(sagittalPathDeg, 2.0 * depthDeg);
  }

  private double turning() {
    double share = above(axialPathDeg / wayDeg(), 0.27, 0.12);
    return isTurnKnown() ? Math.min(share, above(axialReachDeg, 6.0, 3.0)) : 0.0;
  }

  private double leaning() {
    double share = above(lateralPathDeg / wayDeg(), isTurnKnown() ? 0.27 : 0.6, 0.12);
    return Math.min(share, above(lateralReachDeg, 6.0, 3.0));
  }

  /**
   * Without a gyroscope a step, a hop and a swing of the trunk look like a quick tilt. own: nobody lifts a load so
   * quickly.
   */
  private double haste() {
    return isTurnKnown() ? 0.0 : haste(seconds(from, to));
  }

  /** How much less likely a lift it is for being so quick, where nothing else tells. */
  static double haste(double seconds) {
    return above(-seconds, -0.95, 0.1);
  }

  /** Without a gyroscope every push looks like a tilt: the sides say little, and the height nothing. */
  private boolean isTurnKnown() {
    return !Double.isNaN(turnedDeg);
  }

  /** Stays down, bent or turned to one side. */
  private double handling() {
    double asideDeg = new BottomPose(bottomSeconds, bottomLateralDeg, bottomAxialDeg, 0.0).asideDeg();
    return Math.sqrt(above(bottomSeconds, 2.5, 1.0) * above(asideDeg, 3.0, 3.0));
  }

  BottomPose pose() {
    return new BottomPose(bottomSeconds, bottomLateralDeg, bottomAxialDeg, handling());
  }

  /** Moves about down there. Who sets up for a lift may do so too: this alone decides nothing. */
  double staying() {
    double restlessness = Math.min(1.0, above(bottomPathDeg / bottomSeconds, 2.0, 3.0));
    return restlessness * Math.min(1.2, above(bottomSeconds, 4.0, 2.0));
  }

  /** Both feet off the ground: a jump. */
  private double leaping() {
    double leastMps2 = 0.0;
    double sum = 0.0;
    long first = from;
    for (long i = from; i <= seenTo; i++) {
      sum += frames.verticalAccelMps2(i);
      while (seconds(first, i) > FREE_FALL_SECONDS) {
        sum -= frames.verticalAccelMps2(first++);
      }
      if (seconds(first, i) > 0.7 * FREE_FALL_SECONDS) {
        leastMps2 = Math.min(leastMps2, sum / (i - first + 1));
      }
    }
    return above(-leastMps2, 7.0, 0.7);
  }

  /** Sat down, or stood up from a seat. */
  private double rising(double oneWayM) {
    return Double.isNaN(oneWayM) || !isTurnKnown() ? 0.0 : above(Math.abs(oneWayM), 0.04, 0.04);
  }

  private double smallness(double travelM) {
    if (!isTurnKnown()) {
      return above(-depthDeg, -LEAST_APPARENT_DEG, 4.0);
    }
    double size = depthDeg / LEAST_DEPTH_DEG + travelM / LEAST_TRAVEL_M;
    return Double.isNaN(travelM) ? 0.0 : above(-size, -1.0, 0.1);
  }

  private double lateralDeg(long i) {
    return frames.lateralDeg(i) - frames.lateralDeg(standing);
  }

  private double turnDeg(long i) {
    return frames.axialRateDps(i) * seconds(i - 1, i);
  }

  private double seconds(long a, long b) {
    return (frames.timeNanos(b) - frames.timeNanos(a)) * 1e-9;
  }

  /** 0 up to {@code limit}, from there 1 for each {@code width}. */
  private static double above(double value, double limit, double width) {
    return Math.max(0.0, (value - limit) / width);
  }
}
