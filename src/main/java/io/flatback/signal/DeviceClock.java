package io.flatback.signal;

import io.flatback.signal.Gap.Reason;
import io.flatback.wire.Imu6;
import org.jspecify.annotations.Nullable;

/**
 * Puts the frames of one reference sensor on one time line that begins at 0 with its first reading and
 * never goes back.
 *
 * <p>Device time is the truth. Its 32-bit microseconds wrap every 71.6 minutes and are unwrapped by the
 * sample index: index × period says within seconds where the frame must lie. When the device starts anew
 * its time and index say nothing about before; then, and only then, the time between arrivals bridges the
 * hole. In: frames with their arrival on the host's monotonic clock. One thread.
 */
public final class DeviceClock {
  /** Further off than this is not the same clock going on. own: jitter is milliseconds, crystals 0.01 %. */
  private static final long TOLERANCE_MICROS = 500_000;

  /** Ceramic resonators are within 0.5 %; twice that. */
  private static final double TOLERANCE_RATIO = 0.01;

  /** One point a second, over a minute: shorter and arrival jitter makes the slope percent wrong. */
  private static final int SLOPE_POINTS = 61;

  private static final long SLOPE_SPACING_NANOS = 1_000_000_000L;

  /** contracts: a hole longer than three sample periods is a gap. */
  private static final double HOLE_PERIODS = 3;

  /** So long may what comes be nothing but what was had; before a sensor is called silent. own: a radio repeats for less. */
  private static final long REPEATING_NANOS = 1_000_000_000L;

  /** The device says itself that there is one: half a period of doubt is enough. */
  private static final double FLAGGED_HOLE_PERIODS = 1.5;

  /**
   * Where a frame lies.
   *
   * @param firstNanos stream time of its first reading
   * @param periodNanos between its readings
   * @param seen how many readings at its beginning were had before
   * @param gap what lies between the reading before and its first new one
   */
  public record Place(long firstNanos, long periodNanos, int seen, @Nullable Gap gap) {}

  private final RobustSlope indexOverSeconds = new RobustSlope(SLOPE_POINTS);
  private final RobustSlope arrivalOverSeconds = new RobustSlope(SLOPE_POINTS);
  private final ArrivalMeter arrivals = new ArrivalMeter();

  private boolean started;
  private boolean restartDue;
  private int bootId;
  /** First reading of the latest frame: the point from which the next one is reckoned. */
  private long anchorIndex;
  private long anchorMicros;
  private long anchorNanos;
  private long anchorCount;
  private long lastIndex;
  private long lastNanos;
  private long lastArrivalNanos;
  private long lastSlopeNanos;
  private boolean repeating;
  private long repeatingSinceNanos;
  private long repeatedIndex;
  private double rateHz = Double.NaN;

  /** Another device speaks from now on: its next frame starts anew even under the same boot id. */
  public void expectRestart() {
    restartDue = started;
  }

  /** The device has said another rate: the one that was measured is over. */
  public void expectRate() {
    indexOverSeconds.clear();
    rateHz = Double.NaN;
  }

  /**
   * Places a live frame; back-filled ones have no place on the live time line.
   *
   * @param nominalPeriodNanos for a frame that does not say its own
   * @param afterSilence nothing at all had arrived for a while before it
   */
  public Place place(Imu6 frame, long nominalPeriodNanos, long arrivalNanos, boolean afterSilence) {
    long periodNanos = frame.periodMicros() > 0 ? frame.periodMicros() * 1000L : nominalPeriodNanos;
    Place place;
    if (!started) {
      started = true;
      place = new Place(0, periodNanos, 0, null);
      anchor(frame, place, 0);
    } else {
      place = follow(frame, periodNanos, nominalPeriodNanos, arrivalNanos, afterSilence);
    }
    if (place.seen() < frame.readings()) {
      advance(frame, place, arrivalNanos);
    }
    return place;
  }

  private Place follow(
      Imu6 frame, long periodNanos, long nominalPeriodNanos, long arrivalNanos, boolean afterSilence) {
    int steps = (int) (frame.firstIndex() - anchorIndex);
    double expectedMicros = steps * (rateHz > 0 ? 1e6 / rateHz : periodNanos / 1000.0);
    int offMicros = (int) (frame.firstMicros() - anchorMicros - Math.round(expectedMicros));
    double toleranceMicros = TOLERANCE_MICROS + TOLERANCE_RATIO * Math.abs(expectedMicros);
    if (restartDue || frame.bootId() != bootId || Math.abs((double) offMicros) > toleranceMicros) {
      return restart(frame, periodNanos, arrivalNanos, 0);
    }
    long firstNanos = anchorNanos + (Math.round(expectedMicros) + offMicros) * 1000L;
    int missing = (int) (frame.firstIndex() - lastIndex - 1);
    int seen = Math.min(frame.readings(), Math.max(0, -missing));
    if (seen == frame.readings()) {
      return isNewLife(frame, arrivalNanos)
          ? restart(frame, periodNanos, arrivalNanos, 0)
          : new Place(firstNanos, periodNanos, seen, null);
    }
    if (firstNanos + seen * periodNanos <= lastNanos) {
      return restart(frame, periodNanos, arrivalNanos, seen);
    }
    // A frame of uneven readings may be closer together than is usual; a hole is measured by what is usual.
    Gap gap = gap(frame, firstNanos, Math.max(periodNanos, nominalPeriodNanos), missing, afterSilence);
    Place place = new Place(firstNanos, periodNanos, seen, gap);
    anchor(frame, place, steps);
    return place;
  }

  /** Old indices that go on and on, and nothing new between: a device that began anew and kept its boot id. */
  private boolean isNewLife(Imu6 frame, long arrivalNanos) {
    boolean goesOn = repeating && (int) (frame.firstIndex() - repeatedIndex) > 0;
    if (!goesOn) {
      repeatingSinceNanos = arrivalNanos;
    }
    repeating = true;
    repeatedIndex = frame.firstIndex() + frame.readings() - 1;
    return arrivalNanos - repeatingSinceNanos >= REPEATING_NANOS;
  }

  private @Nullable Gap gap(Imu6 frame, long firstNanos, long periodNanos, int missing, boolean afterSilence) {
    long fromNanos = Math.min(lastNanos + periodNanos, firstNanos);
    if (missing > 0) {
      return new Gap(fromNanos, firstNanos, afterSilence ? Reason.LINK_DOWN : Reason.LOST, missing);
    }
    double periods = (double) (firstNanos - lastNanos) / periodNanos;
    boolean hole = periods > (frame.gapBefore() ? FLAGGED_HOLE_PERIODS : HOLE_PERIODS);
    return missing == 0 && hole
        ? new Gap(fromNanos, firstNanos, Reason.HOLE, (int) Math.round(periods) - 1)
        : null;
  }

  /** The device's clock does not go on from where it was: from here the arrivals say how long it took. */
  private Place restart(Imu6 frame, long periodNanos, long arrivalNanos, int seen) {
    restartDue = false;
    indexOverSeconds.clear();
    arrivalOverSeconds.clear();
    rateHz = Double.NaN;
    int fresh = frame.readings() - seen;
    long sinceNanos = Math.max(0, arrivalNanos - lastArrivalNanos);
    long freshNanos = lastNanos + Math.max(periodNanos, sinceNanos - (fresh - 1) * periodNanos);
    boolean countsFromZero = frame.bootId() != bootId && frame.firstIndex() * periodNanos <= sinceNanos;
    int missing = countsFromZero ? (int) frame.firstIndex() : 0;
    Gap gap = new Gap(lastNanos + periodNanos, freshNanos, Reason.RESET, missing);
    Place place = new Place(freshNanos - seen * periodNanos, periodNanos, seen, gap);
    anchor(frame, place, 0);
    return place;
  }

  private void anchor(Imu6 frame, Place place, long steps) {
    bootId = frame.bootId();
    anchorIndex = frame.firstIndex();
    anchorMicros = frame.firstMicros();
    anchorNanos = place.firstNanos();
    anchorCount += steps;
  }

  private void advance(Imu6 frame, Place place, long arrivalNanos) {
    int last = frame.readings() - 1;
    lastIndex = frame.firstIndex() + last;
    lastNanos = place.firstNanos() + last * place.periodNanos();
    lastArrivalNanos = arrivalNanos;
    repeating = false;
    arrivals.add(lastNanos, arrivalNanos);
    if (indexOverSeconds.count() == 0 || anchorNanos - lastSlopeNanos >= SLOPE_SPACING_NANOS) {
      lastSlopeNanos = anchorNanos;
      indexOverSeconds.add(anchorNanos * 1e-9, (double) anchorCount);
      arrivalOverSeconds.add(anchorNanos * 1e-9, arrivalNanos * 1e-9);
      rateHz = indexOverSeconds.slope();
    }
  }

  /** Readings per second of device time over the last minute; NaN in the first second. */
  public double rateHz() {
    return rateHz;
  }

  /** Standard deviation of arrival against device time; NaN until known. */
  public double jitterMs() {
    return arrivals.jitterMs();
  }

  /** Host seconds per device second; NaN until a minute was seen: shorter, jitter makes it percent wrong. */
  public double hostSecondsPerDeviceSecond() {
    return arrivalOverSeconds.count() < SLOPE_POINTS ? Double.NaN : arrivalOverSeconds.slope();
  }

  /**
   * When stream time 0 was on the host's monotonic clock, by the least delayed arrival of the last half
   * minute or so: what puts two sensors on one time line. 0 before the first reading.
   */
  public long originArrivalNanos() {
    return started ? arrivals.originNanos() : 0;
  }
}
