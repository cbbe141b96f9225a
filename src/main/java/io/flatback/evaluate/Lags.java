package io.flatback.evaluate;

import io.flatback.evaluate.LiveRun.Told;
import java.util.ArrayList;
import java.util.List;

/**
 * Seconds from a rep's lockout, as found, to when it was told.
 *
 * @param atOnce reps that were decided by themselves, to {@code rep_completed}
 * @param inDoubt reps that were first shown as provisional: to when they were shown
 * @param confirmed the same reps, to {@code rep_completed}
 * @param whileMounting reps that waited until it was known how the sensor is worn, to {@code rep_completed}
 */
record Lags(Errors atOnce, Errors inDoubt, Errors confirmed, Errors whileMounting) {

  static final Lags NONE = new Lags(Errors.NONE, Errors.NONE, Errors.NONE, Errors.NONE);

  static Lags of(LiveRun run) {
    List<Double> atOnce = new ArrayList<>();
    List<Double> inDoubt = new ArrayList<>();
    List<Double> confirmed = new ArrayList<>();
    List<Double> whileMounting = new ArrayList<>();
    for (Told told : run.completed()) {
      double lockout = RepMoment.LOCKOUT.seconds(told.rep());
      double lag = told.completedSeconds() - lockout;
      if (told.waitedForMounting()) {
        whileMounting.add(lag);
      } else if (told.shownSeconds() < told.completedSeconds()) {
        inDoubt.add(told.shownSeconds() - lockout);
        confirmed.add(lag);
      } else {
        atOnce.add(lag);
      }
    }
    return new Lags(new Errors(atOnce), new Errors(inDoubt), new Errors(confirmed), new Errors(whileMounting));
  }

  /** To {@code rep_completed}, of all reps that did not wait for the mounting. */
  Errors decided() {
    return Errors.together(List.of(atOnce, confirmed));
  }

  static Lags together(List<Lags> parts) {
    return new Lags(
        Errors.together(parts.stream().map(Lags::atOnce).toList()),
        Errors.together(parts.stream().map(Lags::inDoubt).toList()),
        Errors.together(parts.stream().map(Lags::confirmed).toList()),
        Errors.together(parts.stream().map(Lags::whileMounting).toList()));
  }
}
