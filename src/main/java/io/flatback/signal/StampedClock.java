package io.flatback.signal;

import io.flatback.signal.Gap.Reason;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * A time line for a sensor that says the time of each reading and no number: it begins at 0 and never goes back.
 * Device time is the truth; a hole in it is a {@link Gap} of as many readings as the usual period says.
 *
 * <p>A time that goes back, or on by more than three periods, is held until the next bears it out: one damaged time
 * must not make all that follow look like the past. A clock that begins anew is a {@link Reason#RESET}, bridged by
 * the time between arrivals. Holes that come one after another and are alike are a new rate. One thread; memory does not grow.
 */
final class StampedClock {
  /** contracts: a hole longer than three sample periods is a gap. */
  private static final double HOLE_PERIODS = 3;
  /** Readings that bear each other out are not further apart. own. */
  private static final long NEAR_NANOS = 1_000_000_000L;
  /** A time that goes back no further was on its way for longer, or comes again; a clock begins anew from 0. own. */
  private static final long OLD_NEWS_NANOS = 5_000_000_000L;
  /** After this long without a byte the link is taken to have been down. */
  private static final long LINK_DOWN_NANOS = 1_000_000_000L;
  /** Readings before a period can be told. */
  private static final int FEWEST_INTERVALS = 4;

  /** own: a link that loses as much does not lose so evenly. */
  private static final int HOLES_OF_NEW_RATE = 8;

  private SamplePeriod period = new SamplePeriod();
  private final RateMeter rate = new RateMeter();
  private final ArrivalMeter arrivals = new ArrivalMeter();
  private final ArrayDeque<SignalEvent> out = new ArrayDeque<>();

  private boolean started;
  private long deviceNanos;
  private long lastNanos;
  private long lastArrivalNanos;
  private long readings;
  private int intervals;
  private int evenHoles;
  private long lastHoleNanos;
  private @Nullable Reading doubtful;
  private long doubtfulNanos;
  private long lost;
  private long outOfPlace;
  private long repeated;

  /** @param stampNanos when the device says it was read */
  void take(Reading reading, long stampNanos) {
    Reading before = doubtful;
    if ((started && stampNanos == deviceNanos) || (before != null && stampNanos == doubtfulNanos)) {
      repeated++;
    } else if (started && isNext(stampNanos)) {
      dropDoubtful();
      follow(reading, stampNanos);
    } else if (started && stampNanos < deviceNanos && deviceNanos - stampNanos <= OLD_NEWS_NANOS) {
      outOfPlace++;
    } else if (before != null && near(doubtfulNanos, stampNanos)) {
      doubtful = null;
      jump(before, doubtfulNanos);
      follow(reading, stampNanos);
    } else {
      dropDoubtful();
      doubtful = reading;
      doubtfulNanos = stampNanos;
    }
  }

  private static boolean near(long fromNanos, long toNanos) {
    return toNanos > fromNanos && toNanos - fromNanos <= NEAR_NANOS;
  }

  private boolean isNext(long stampNanos) {
    double mostNanos = intervals < FEWEST_INTERVALS ? NEAR_NANOS : HOLE_PERIODS * period.nanos();
    return stampNanos > deviceNanos && stampNanos - deviceNanos <= mostNanos;
  }

  private void dropDoubtful() {
    outOfPlace += doubtful == null ? 0 : 1;
    doubtful = null;
  }

  private void jump(Reading reading, long stampNanos) {
    if (!started) {
      started = true;
      place(reading, stampNanos, 0);
    } else if (stampNanos > deviceNanos) {
      leap(reading, stampNanos);
    } else {
      restart(reading, stampNanos);
    }
  }

  private void leap(Reading reading, long stampNanos) {
    long hole = stampNanos - deviceNanos;
    int missing = Math.clamp(Math.round((double) hole / Math.max(1, period.nanos())) - 1, 0, Integer.MAX_VALUE);
    boolean down = reading.arrivalNanos() - lastArrivalNanos >= LINK_DOWN_NANOS;
    if (hole > HOLE_PERIODS * period.nanos()) {
      long fromNanos = lastNanos + Math.min(period.nanos(), hole);
      out.add(new Gap(fromNanos, lastNanos + hole, down ? Reason.LINK_DOWN : Reason.HOLE, missing));
      lost += missing;
      rate.breakHere();
      learnRateBy(hole);
    }
    place(reading, stampNanos, lastNanos + hole);
  }

  private void learnRateBy(long holeNanos) {
    boolean alike = Math.abs(holeNanos - lastHoleNanos) <= lastHoleNanos / 4;
    evenHoles = alike ? evenHoles + 1 : 1;
    lastHoleNanos = holeNanos;
    if (evenHoles >= HOLES_OF_NEW_RATE) {
      period = new SamplePeriod();
      period.add(holeNanos);
      rate.clear();
      readings = 0;
    }
  }

  private void restart(Reading reading, long stampNanos) {
    long sinceNanos = Math.max(period.nanos(), reading.arrivalNanos() - lastArrivalNanos);
    long nextNanos = lastNanos + Math.max(1, sinceNanos);
    out.add(new Gap(Math.min(lastNanos + period.nanos(), nextNanos), nextNanos, Reason.RESET, 0));
    rate.clear();
    readings = 0;
    place(reading, stampNanos, nextNanos);
  }

  private void follow(Reading reading, long stampNanos) {
    long intervalNanos = stampNanos - deviceNanos;
    if (intervals >= FEWEST_INTERVALS && intervalNanos > HOLE_PERIODS * period.nanos()) {
      leap(reading, stampNanos);
      return;
    }
    period.add(intervalNanos);
    intervals++;
    evenHoles = 0;
    place(reading, stampNanos, lastNanos + intervalNanos);
  }

  private void place(Reading reading, long stampNanos, long timeNanos) {
    deviceNanos = stampNanos;
    lastNanos = timeNanos;
    lastArrivalNanos = reading.arrivalNanos();
    rate.add(stampNanos * 1e-9, (double) readings++);
    arrivals.add(timeNanos, reading.arrivalNanos());
    out.add(reading.at(timeNanos));
  }

  /** The next event; null when there is none yet. */
  @Nullable SignalEvent poll() {
    return out.poll();
  }

  double rateHz() {
    return rate.rateHz();
  }

  double jitterMs() {
    return arrivals.jitterMs();
  }

  /** Readings known to be missing, by device time. */
  long lost() {
    return lost;
  }

  /** Readings at a time that nothing bore out. */
  long outOfPlace() {
    return outOfPlace;
  }

  long repeated() {
    return repeated;
  }
}
