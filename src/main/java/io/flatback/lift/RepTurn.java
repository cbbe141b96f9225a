package io.flatback.lift;

/**
 * Where an excursion turns: its bottom and its ascent onset.
 *
 * <p>The bottom is the sensor's lowest point where it travels far enough for its height to be known; where
 * that can't be told from the greatest inclination, and where a hinge about still hips hardly moves the sensor
 * up or down, the middle of the stretch around the greatest inclination. The ascent begins where the sensor rises
 * for good; where its height says that this came before the bottom, where the back does.
 */
final class RepTurn {
  /** own: below this the height is no surer than the angle; replaced by an error estimate of the height. */
  private static final double TRAVEL_KNOWN_M = 0.12;

  /** Within this of the greatest inclination it counts as bottom. */
  private static final double PLATEAU_DEG = 1.5;

  private static final double ONSET_SHARE = 0.05;
  /** own: the time between standing still and leaving the standing band is shorter. */
  private static final long LEAD_NANOS = 400_000_000L;

  private final LiftFrames frames;
  private final long from;
  private final long lockout;
  private final double peakDeg;
  private final double travelM;
  private final double pathOneWayM;
  private final long bottom;
  private final long onset;

  /**
   * @param path is left as this excursion's
   * @param seenTo the last row that still stands; the height is brought to rest there
   * @param settledDeg the least inclination reached by the time the rep was decided
   * @param heightKnown the first row is at rest and nothing is missing since
   */
  RepTurn(
      LiftFrames frames, VerticalPath path, long from, long lockout, long seenTo, double settledDeg,
      boolean beganStanding, boolean heightKnown) {
    this.frames = frames;
    this.from = from;
    this.lockout = lockout;
    long peak = highest(from, lockout);
    this.peakDeg = frames.inclinationDeg(peak);
    long rest = beganStanding ? stillest() : from;
    path.integrate(frames, rest, seenTo, beganStanding);
    this.travelM = heightKnown ? path.travelM() : 0.0;
    this.pathOneWayM = path.oneWayM();
    if (travelM >= TRAVEL_KNOWN_M) {
      long lowest = Math.min(lockout, Math.max(from, rest + path.lowest()));
      this.bottom = path.isAsLow((int) (peak - rest)) ? middleOfPlateau(peak) : lowest;
      long lifted = Math.min(lockout, rest + path.lastNearLowest(ONSET_SHARE));
      this.onset = lifted > bottom ? lifted : lastNearPeak(bottom, peakDeg - settledDeg);
    } else {
      this.bottom = middleOfPlateau(peak);
      this.onset = lastNearPeak(bottom, peakDeg - settledDeg);
    }
  }

  long bottom() {
    return bottom;
  }

  long onset() {
    return onset;
  }

  double peakDeg() {
    return peakDeg;
  }

  /** Rise of the sensor; 0 where it is not known. */
  double travelM() {
    return travelM;
  }

  /** As the height came out, whether or not it is known. */
  double pathOneWayM() {
    return pathOneWayM;
  }

  /** Where it last stood still: the body may already sink as the back leaves standing. */
  private long stillest() {
    long best = from;
    for (long i = from; i >= frames.begin() && frames.timeNanos(from) - frames.timeNanos(i) <= LEAD_NANOS; i--) {
      best = Math.abs(frames.rateDps(i)) < Math.abs(frames.rateDps(best)) ? i : best;
    }
    return best;
  }

  private long highest(long first, long last) {
    long best = first;
    for (long i = first; i <= last; i++) {
      best = frames.inclinationDeg(i) > frames.inclinationDeg(best) ? i : best;
    }
    return best;
  }

  private long middleOfPlateau(long peak) {
    long first = peak;
    while (first > from && frames.inclinationDeg(first - 1) >= peakDeg - PLATEAU_DEG) {
      first--;
    }
    long last = peak;
    while (last < lockout && frames.inclinationDeg(last + 1) >= peakDeg - PLATEAU_DEG) {
      last++;
    }
    long middleNanos = (frames.timeNanos(first) + frames.timeNanos(last)) / 2;
    long middle = first;
    while (middle < last && frames.timeNanos(middle) < middleNanos) {
      middle++;
    }
    return middle;
  }

  private long lastNearPeak(long after, double rangeDeg) {
    double highestDeg = frames.inclinationDeg(highest(after, lockout));
    double marginDeg = Math.max(PLATEAU_DEG, ONSET_SHARE * rangeDeg);
    long i = lockout;
    while (i > after && frames.inclinationDeg(i) < highestDeg - marginDeg) {
      i--;
    }
    return i;
  }
}
