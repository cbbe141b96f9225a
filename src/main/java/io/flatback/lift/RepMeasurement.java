package io.flatback.lift;

import java.util.EnumMap;
import java.util.Map;

/**
 * Measures one excursion from standing and back: where its bottom and its ascent onset lie, and the
 * metrics. Pure arithmetic over the rows between {@code from} and {@code lockout}.
 *
 * <p>The bottom is the sensor's lowest point where it travels far enough for its height to be known; where
 * that can't be told from the greatest inclination, and where a hinge about still hips hardly moves the sensor
 * up or down, the middle of the stretch around the greatest inclination.
 */
final class RepMeasurement {
  /** own: below this the height is no surer than the angle; replaced by an error estimate of the height. */
  private static final double TRAVEL_KNOWN_M = 0.12;

  /** Within this of the greatest inclination it counts as bottom. */
  private static final double PLATEAU_DEG = 1.5;

  private static final double ONSET_SHARE = 0.05;
  /** own: the time between standing still and leaving the standing band is shorter. */
  private static final long LEAD_NANOS = 400_000_000L;

  private static final double LEAST_RATE_FOR_SPARC_HZ = 20.0;

  /** What a measurement needs room for; one for all reps, and for one of them at a time. */
  static final class Room {
    private final VerticalPath path = new VerticalPath();
    private final Sparc sparc = new Sparc();
  }

  private final LiftFrames frames;
  private final Room room;
  private final long from;
  private final long lockout;
  private final double settledDeg;
  private final boolean beganStanding;
  private final boolean heightKnown;
  private final long seenTo;
  private final double travelM;
  private final double oneWayM;
  private final long bottom;
  private final long onset;
  private final double peakDeg;

  /**
   * @param beganStanding false where the record or the set begins within the excursion
   * @param seenTo the last row that still stands; the height is brought to rest there
   * @param settledDeg the least inclination reached by the time the rep was decided
   * @param heightKnown the first row is at rest and nothing is missing since
   */
  RepMeasurement(
      LiftFrames frames,
      Room room,
      long from,
      long lockout,
      long seenTo,
      double settledDeg,
      boolean beganStanding,
      boolean heightKnown) {
    this.frames = frames;
    this.room = room;
    this.settledDeg = settledDeg;
    this.from = from;
    this.lockout = lockout;
    this.beganStanding = beganStanding;
    this.heightKnown = heightKnown;
    this.seenTo = Math.max(lockout, seenTo);
    long peak = highest(from, lockout);
    this.peakDeg = frames.inclinationDeg(peak);
    long rest = beganStanding ? stillest() : from;
    VerticalPath path = room.path;
    path.integrate(frames, rest, this.seenTo, beganStanding);
    this.travelM = heightKnown ? path.travelM() : 0.0;
    boolean oriented = !Double.isNaN(frames.axialRateDps(lockout));
    this.oneWayM = heightKnown && oriented ? path.oneWayM() : Double.NaN;
    if (travelM >= TRAVEL_KNOWN_M) {
      long lowest = Math.min(lockout, Math.max(from, rest + path.lowest()));
      this.bottom = path.isAsLow((int) (peak - rest)) ? middleOfPlateau(peak) : lowest;
      this.onset = Math.min(lockout, Math.max(bottom, rest + path.lastNearLowest(ONSET_SHARE)));
    } else {
      this.bottom = middleOfPlateau(peak);
      this.onset = lastNearPeak(bottom);
    }
  }

  long bottomNanos() {
    return frames.timeNanos(bottom);
  }

  long onsetNanos() {
    return frames.timeNanos(onset);
  }

  double peakDeg() {
    return peakDeg;
  }

  /** Rise of the sensor; 0 where it is not known. */
  double travelM() {
    return travelM;
  }

  double rangeDeg() {
    return peakDeg - settledDeg;
  }

  /** How far below standing it went: who swings about standing leans back at both ends. */
  double depthDeg() {
    return Math.min(rangeDeg(), peakDeg);
  }

  RepLikeness likeness() {
    return new RepLikeness(frames, from, lockout, seenTo, peakDeg, depthDeg(), beganStanding);
  }

  /** That it is a rep, taken by itself. */
  double logOdds(RepLikeness likeness) {
    return likeness.logOdds(oneWayM, heightKnown ? travelM : Double.NaN);
  }

  /** Ended higher (positive) or lower than it began by more than an error explains; NaN where that is not known. */
  double oneWayM() {
    return oneWayM;
  }

  RepMetrics metrics(long startNanos, long lockoutNanos) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.put(Metric.CONCENTRIC_DURATION_S, (lockoutNanos - onsetNanos()) * 1e-9);
    if (beganStanding) {
      values.put(Metric.ECCENTRIC_DURATION_S, (bottomNanos() - startNanos) * 1e-9);
    }
    values.put(Metric.INCLINATION_AT_ONSET_DEG, frames.inclinationDeg(onset));
    values.put(Metric.INCLINATION_PEAK_DEG, peakDeg);
    values.put(Metric.RANGE_OF_MOTION_DEG, rangeDeg());
    values.put(Metric.LUMBAR_FLEXION_AT_ONSET_DEG, frames.flexionDeg(onset));
    values.put(Metric.LUMBAR_FLEXION_PEAK_DEG, peakFlexionDeg());
    values.put(Metric.LATERAL_TILT_CHANGE_DEG, lateralTiltChangeDeg());
    values.put(Metric.AXIAL_ROTATION_DEG, axialRotationDeg());
    values.put(Metric.SMOOTHNESS_SPARC, smoothness(room.sparc));
    return new RepMetrics(values);
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

  private long lastNearPeak(long after) {
    double highestDeg = frames.inclinationDeg(highest(after, lockout));
    double marginDeg = Math.max(PLATEAU_DEG, ONSET_SHARE * rangeDeg());
    long i = lockout;
    while (i > after && frames.inclinationDeg(i) < highestDeg - marginDeg) {
      i--;
    }
    return i;
  }

  private double peakFlexionDeg() {
    double peak = Double.NaN;
    for (long i = from; i <= lockout; i++) {
      double value = frames.flexionDeg(i);
      peak = Double.isNaN(peak) || value > peak ? value : peak;
    }
    return peak;
  }

  /** The largest change from the first row, signed, right positive. */
  private double lateralTiltChangeDeg() {
    double largest = 0.0;
    for (long i = from; i <= lockout; i++) {
      double change = frames.lateralDeg(i) - frames.lateralDeg(from);
      largest = Math.abs(change) > Math.abs(largest) ? change : largest;
    }
    return largest;
  }

  /** The largest turn since the first row, signed, left positive; NaN without a gyroscope. */
  private double axialRotationDeg() {
    double turnedDeg = 0.0;
    double largest = 0.0;
    for (long i = from + 1; i <= lockout; i++) {
      double seconds = (frames.timeNanos(i) - frames.timeNanos(i - 1)) * 1e-9;
      turnedDeg += frames.axialRateDps(i) * seconds;
      if (Double.isNaN(turnedDeg)) {
        return Double.NaN;
      }
      largest = Math.abs(turnedDeg) > Math.abs(largest) ? turnedDeg : largest;
    }
    return largest;
  }

  private double smoothness(Sparc sparc) {
    int n = (int) (lockout - onset + 1);
    double seconds = (frames.timeNanos(lockout) - frames.timeNanos(onset)) * 1e-9;
    double rateHz = seconds > 0 ? (n - 1) / seconds : 0.0;
    if (rateHz < LEAST_RATE_FOR_SPARC_HZ || Double.isNaN(frames.axialRateDps(lockout))) {
      return Double.NaN;
    }
    double[] speed = sparc.speed(n);
    for (int i = 0; i < n; i++) {
      speed[i] = -frames.rateDps(onset + i);
    }
    return sparc.of(n, rateHz).orElse(Double.NaN);
  }
}
