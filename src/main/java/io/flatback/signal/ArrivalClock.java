package io.flatback.signal;

import io.flatback.signal.Gap.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time line for a sensor that says neither time nor number: readings are counted, at the rate at which they
 * are seen to come, and the count is kept in step with the earliest arrivals. Times rise always.
 *
 * <p>Readings are held back in two cases: at the beginning, until their rate is known, and when they come
 * later than can be. If the next make up for it, as after a stall of the radio, all is well and nothing is
 * missing. If they don't, a {@link Gap} of reason {@link Reason#SUSPECTED} tells how many may be lost: it is
 * a guess from arrival times, and said to be one. When readings come steadily slower or faster than thought, the
 * rate is learnt anew.
 *
 * <p>In: readings with their arrival on the host's monotonic clock. Memory does not grow. One thread. All limits
 * own, from one real capture; to be replaced by more of them.
 */
final class ArrivalClock {
  static final long LEARN_NANOS = 500_000_000L;
  private static final int LEARN_ARRIVALS = 4;
  /** Twice what a healthy Bluetooth link was seen to be late. */
  static final long LATE_NANOS = 80_000_000L;
  private static final long EARLY_NANOS = 50_000_000L;
  /** A radio that has caught up has done so within a few connection intervals. */
  private static final long HOLD_NANOS = 100_000_000L;
  private static final int HOLD_ARRIVALS = 3;
  private static final long LONGEST_HOLD_NANOS = 500_000_000L;
  /** After this long without a byte the link is taken to have been down. */
  private static final long LINK_DOWN_NANOS = 1_000_000_000L;
  static final int MOST_HELD = 1024;
  private static final double LEAST_RATE_HZ = 1;
  private static final double MOST_RATE_HZ = 2000;

  private enum Mode {
    LEARNING,
    RUNNING,
    HOLDING
  }

  private final double nominalPeriodNanos;
  private final RateMeter rate = new RateMeter();
  private final ArrivalMeter arrivals = new ArrivalMeter();
  private final ArrivalStep step = new ArrivalStep();
  private final StallNotice notice = new StallNotice();
  private final ArrayDeque<Reading> held = new ArrayDeque<>();
  private final ArrayDeque<SignalEvent> out = new ArrayDeque<>();

  private Mode mode = Mode.LEARNING;
  private boolean started;
  private boolean finished;
  private long startNanos;
  private boolean anySample;
  private long lastNanos;
  private double periodNanos;
  private long readings;
  private long readArrivalNanos;
  private long suspectedLost;

  private long lastArrivalNanos;
  private long holdStartNanos;
  private long stallNanos;
  private int heldArrivals;
  private double firstLateNanos;
  private double leastLateNanos;
  private double lastLateNanos;

  /** @param nominalRateHz until a rate has been measured */
  ArrivalClock(double nominalRateHz) {
    this.nominalPeriodNanos = 1e9 / nominalRateHz;
    this.periodNanos = nominalPeriodNanos;
  }

  void take(Reading reading) {
    if (!started) {
      started = true;
      startNanos = reading.arrivalNanos();
      lastArrivalNanos = startNanos;
      readArrivalNanos = startNanos;
    }
    switch (mode) {
      case LEARNING -> learn(reading);
      case RUNNING -> run(reading);
      case HOLDING -> hold(reading);
    }
    lastArrivalNanos = reading.arrivalNanos();
    notice.now(lastArrivalNanos);
  }

  /** No more will come: what is held is decided. */
  void finish() {
    finished = true;
    while (!held.isEmpty()) {
      if (mode == Mode.LEARNING) {
        settle();
      } else {
        decide();
      }
    }
  }

  /** The next event; null when there is none yet. */
  @Nullable SignalEvent poll() {
    return out.poll();
  }

  private void learn(Reading reading) {
    held.add(reading);
    count(reading);
    boolean known = rate.spanSeconds() * 1e9 >= LEARN_NANOS && rate.count() >= LEARN_ARRIVALS;
    if (known || held.size() >= MOST_HELD) {
      settle();
    }
  }

  /** The rate is known, or will not be: what was held goes the way of all that follows. */
  private void settle() {
    adoptRate(nominalPeriodNanos);
    List<Reading> learnt = new ArrayList<>(held);
    held.clear();
    rate.clear();
    readings = 0;
    lastNanos = anySample ? lastNanos : -Math.round(periodNanos);
    lastArrivalNanos = learnt.getFirst().arrivalNanos();
    readArrivalNanos = lastArrivalNanos;
    step.restart();
    for (int i = 0; i < learnt.size(); i++) {
      step.anchor(lastNanos + Math.round((i + 1) * periodNanos), learnt.get(i).arrivalNanos());
    }
    mode = Mode.RUNNING;
    learnt.forEach(this::take);
  }

  private void run(Reading reading) {
    double nextNanos = lastNanos + step.paced(periodNanos);
    double lateNanos = step.lateNanos(nextNanos, reading.arrivalNanos());
    if (lateNanos < -EARLY_NANOS && !finished) {
      learnAnew(List.of(reading));
    } else if (lateNanos > LATE_NANOS) {
      beginHold(reading, lateNanos);
    } else {
      pass(reading, nextNanos);
    }
  }

  private void learnAnew(List<Reading> from) {
    mode = Mode.LEARNING;
    rate.clear();
    held.clear();
    readings = 0;
    readArrivalNanos = from.getFirst().arrivalNanos();
    from.forEach(this::learn);
  }

  private void beginHold(Reading reading, double lateNanos) {
    mode = Mode.HOLDING;
    holdStartNanos = reading.arrivalNanos();
    stallNanos = holdStartNanos - lastArrivalNanos;
    heldArrivals = 1;
    firstLateNanos = lateNanos;
    leastLateNanos = lateNanos;
    lastLateNanos = lateNanos;
    held.add(reading);
  }

  private void hold(Reading reading) {
    long waitedNanos = reading.arrivalNanos() - holdStartNanos;
    boolean enough = waitedNanos >= HOLD_NANOS && heldArrivals >= HOLD_ARRIVALS;
    if (enough || waitedNanos >= LONGEST_HOLD_NANOS || held.size() >= MOST_HELD) {
      decide();
      take(reading);
      return;
    }
    heldArrivals += reading.arrivalNanos() > lastArrivalNanos ? 1 : 0;
    held.add(reading);
    lastLateNanos = step.lateNanos(lastNanos + held.size() * periodNanos, reading.arrivalNanos());
    leastLateNanos = Math.min(leastLateNanos, lastLateNanos);
    if (lastLateNanos <= LATE_NANOS / 2.0) {
      notice.caughtUp(stallNanos, reading.arrivalNanos());
      release(0);
    }
  }

  private void decide() {
    boolean everLater = lastLateNanos - firstLateNanos > 0.5 * (lastArrivalNanos - holdStartNanos);
    if (everLater && heldArrivals >= HOLD_ARRIVALS && !finished) {
      learnAnew(new ArrayList<>(held));
      return;
    }
    int missing = Math.clamp(Math.round(leastLateNanos / periodNanos), 1, Integer.MAX_VALUE);
    long fromNanos = lastNanos + Math.round(periodNanos);
    Reason reason = stallNanos >= LINK_DOWN_NANOS ? Reason.LINK_DOWN : Reason.SUSPECTED;
    out.add(new Gap(fromNanos, fromNanos + Math.round(leastLateNanos), reason, missing));
    suspectedLost += missing;
    notice.suspected(stallNanos, missing, lastArrivalNanos);
    countPoint();
    rate.breakHere();
    release(leastLateNanos);
  }

  private void release(double shiftNanos) {
    double nextNanos = lastNanos + periodNanos + shiftNanos;
    mode = Mode.RUNNING;
    while (!held.isEmpty()) {
      pass(held.remove(), nextNanos);
      nextNanos = lastNanos + periodNanos;
    }
  }

  private void pass(Reading reading, double timeNanos) {
    count(reading);
    place(reading, timeNanos);
    step.follow(lastNanos, reading.arrivalNanos());
    adoptRate(periodNanos);
  }

  private void place(Reading reading, double timeNanos) {
    lastNanos = anySample ? Math.max(lastNanos + 1, Math.round(timeNanos)) : 0;
    anySample = true;
    arrivals.add(lastNanos, reading.arrivalNanos());
    out.add(reading.at(lastNanos));
  }

  /** Readings that arrive together make one point of the slope, when the next has shown that it was all. */
  private void count(Reading reading) {
    if (reading.arrivalNanos() > readArrivalNanos) {
      countPoint();
      notice.interval(reading.arrivalNanos() - readArrivalNanos);
      readArrivalNanos = reading.arrivalNanos();
    }
    readings++;
  }

  private void countPoint() {
    if (readings > 0) {
      rate.add((readArrivalNanos - startNanos) * 1e-9, (double) readings);
    }
  }

  private void adoptRate(double otherwiseNanos) {
    double hz = rate.rateHz();
    periodNanos = hz >= LEAST_RATE_HZ && hz <= MOST_RATE_HZ ? 1e9 / hz : otherwiseNanos;
  }

  /** Readings a second of arrival time; NaN until known. */
  double rateHz() {
    return mode == Mode.LEARNING ? Double.NaN : rate.rateHz();
  }

  /** Standard deviation of arrival against time line; NaN until known. */
  double jitterMs() {
    return arrivals.jitterMs();
  }

  /** Readings that may be lost; nothing can prove it. */
  long suspectedLost() {
    return suspectedLost;
  }

  /** What happened in the last seconds, for people; empty while all is well. */
  String trouble() {
    return notice.text();
  }
}
