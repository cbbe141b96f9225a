package io.flatback.lift;

/**
 * A sensor that slips leaves its wearer bent in its own eyes. Where the inclination stays quite still a little off
 * standing, hinges from there and comes back to the same place, that is where the lifter stands by now.
 *
 * <p>Looks at one excursion at a time. Angles are inclinations, not relative to anything.
 */
final class SlippedStanding {
  /** own: who stands sways less about his middle, and who is bent over his bar for as long sways more. */
  private static final double SWAY_DEG = 2.5;

  private static final long STILL_NANOS = 4_000_000_000L;
  /** own: a belt slips less far. */
  private static final double FURTHEST_DEG = 35.0;

  private final ExerciseProfile profile;
  private double middleDeg;
  private long sinceNanos = Long.MAX_VALUE;
  private boolean found;
  private double deg;
  private double peakDeg;
  private long peakNanos;
  private long lastNear;

  SlippedStanding(ExerciseProfile profile) {
    this.profile = profile;
  }

  /** Another excursion begins. */
  void forget() {
    found = false;
    sinceNanos = Long.MAX_VALUE;
  }

  /**
   * @param slow as one is who has come to stand
   * @param thoughtDeg where the lifter was thought to stand
   * @return true when he has hinged and stands again where he stood before, off that
   */
  boolean update(long position, LiftFrame frame, boolean slow, double thoughtDeg) {
    if (found) {
      follow(position, frame);
    } else {
      seek(position, frame, thoughtDeg);
    }
    return found
        && slow
        && peakDeg - deg > profile.leastRangeDeg()
        && Math.abs(frame.inclinationDeg - deg) < profile.standingBandDeg();
  }

  private void seek(long position, LiftFrame frame, double thoughtDeg) {
    if (sinceNanos == Long.MAX_VALUE || Math.abs(frame.inclinationDeg - middleDeg) > SWAY_DEG) {
      middleDeg = frame.inclinationDeg;
      sinceNanos = frame.timeNanos;
    }
    if (frame.timeNanos - sinceNanos >= STILL_NANOS && Math.abs(middleDeg - thoughtDeg) < FURTHEST_DEG) {
      found = true;
      deg = middleDeg;
      peakDeg = middleDeg;
      lastNear = position;
    }
  }

  private void follow(long position, LiftFrame frame) {
    if (Math.abs(frame.inclinationDeg - deg) < SWAY_DEG && isStill()) {
      lastNear = position;
    }
    if (frame.inclinationDeg > peakDeg) {
      peakDeg = frame.inclinationDeg;
      peakNanos = frame.timeNanos;
    }
  }

  /** He stays there and has not bent since. */
  boolean isStill() {
    return found && peakDeg - deg < 2.0 * SWAY_DEG;
  }

  /** Where he stands. */
  double deg() {
    return deg;
  }

  /** The way out and back since he last stood there. */
  Excursion excursion(LiftFrames frames, Excursion whole, long position) {
    long from = Math.max(lastNear, frames.begin());
    Excursion since = new Excursion(from, frames.timeNanos(from), true);
    since.resume(whole, position, frames.timeNanos(position));
    since.peakDeg = peakDeg - deg;
    since.peakNanos = peakNanos;
    return since;
  }
}
