package io.flatback.lift;

/** Measures one excursion from standing and back. Pure arithmetic over the rows between {@code from} and lockout. */
final class RepMeasurement {
  /** What a measurement needs room for; one for all reps, and for one of them at a time. */
  static final class Room {
    private final VerticalPath path = new VerticalPath();
    private final AscentSmoothness smoothness = new AscentSmoothness();
  }

  private final LiftFrames frames;
  private final Room room;
  private final long from;
  private final long lockout;
  private final double settledDeg;
  private final boolean beganStanding;
  private final boolean heightKnown;
  private final long seenTo;
  private final RepTurn turn;

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
    this.turn =
        new RepTurn(frames, room.path, from, lockout, this.seenTo, settledDeg, beganStanding, heightKnown);
  }

  long bottomNanos() {
    return frames.timeNanos(turn.bottom());
  }

  long onsetNanos() {
    return frames.timeNanos(turn.onset());
  }

  double peakDeg() {
    return turn.peakDeg();
  }

  /** Rise of the sensor; 0 where it is not known. */
  double travelM() {
    return turn.travelM();
  }

  double rangeDeg() {
    return turn.peakDeg() - settledDeg;
  }

  /** How far below standing it went: who swings about standing leans back at both ends. */
  double depthDeg() {
    return Math.min(rangeDeg(), peakDeg());
  }

  RepLikeness likeness() {
    return new RepLikeness(frames, from, lockout, seenTo, peakDeg(), depthDeg(), beganStanding);
  }

  /** That it is a rep, taken by itself. */
  double logOdds(RepLikeness likeness) {
    return likeness.logOdds(oneWayM(), heightKnown ? travelM() : Double.NaN);
  }

  /** Ended higher (positive) or lower than it began by more than an error explains; NaN where that is not known. */
  double oneWayM() {
    boolean oriented = !Double.isNaN(frames.axialRateDps(lockout));
    return heightKnown && oriented ? turn.pathOneWayM() : Double.NaN;
  }

  RepMetrics metrics(long startNanos, long lockoutNanos) {
    return measured(startNanos, lockoutNanos).smoothness(room.smoothness).metrics();
  }

  /** Of a rep that is still under way: how smooth it is nobody asks yet. */
  RepMetrics metricsSoFar(long startNanos, long nowNanos) {
    return measured(startNanos, nowNanos).metrics();
  }

  private MeasuredMetrics measured(long startNanos, long lockoutNanos) {
    RepRows rows = new RepRows(frames, from, seenTo);
    return new MeasuredMetrics(rows, turn, from, lockout, beganStanding)
        .times(startNanos, lockoutNanos)
        .phases()
        .extremes(seenTo, rangeDeg());
  }
}
