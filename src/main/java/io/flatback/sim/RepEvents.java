package io.flatback.sim;

import io.flatback.sim.Timeline.Move;
import io.flatback.sim.Truth.Angles;
import io.flatback.sim.Truth.RepTruth;
import java.util.function.DoubleUnaryOperator;

/** Finds the events of one rep in its error-free motion, as contracts.md defines them. */
final class RepEvents {
  private static final double STANDING_BAND_DEG = 5;
  private static final double SLOW_DPS = 20;
  private static final double LOCKOUT_HOLD_SECONDS = 0.2;
  private static final double LOCKOUT_REST_SECONDS = 1;
  private static final double LOWEST_WITHIN_M = 0.001;
  private static final double ONSET_SHARE = 0.01;

  private final RepTrace trace;
  private final Move move;

  /** @param trace from the move's beginning to where the next one is down */
  RepEvents(RepTrace trace, Move move) {
    this.trace = trace;
    this.move = move;
  }

  /** @param deviceSeconds turns true seconds into the record's */
  RepTruth find(int index, DoubleUnaryOperator deviceSeconds) {
    int start = move.fromSeconds() == move.downSeconds() ? 0 : leavesStanding();
    int locked = trace.index(move.lockedSeconds());
    double lowestM = lowestM(start, locked);
    double onsetM = lowestM + Math.max(LOWEST_WITHIN_M, ONSET_SHARE * (trace.heightM(locked) - lowestM));
    int reached = firstBelow(onsetM, start);
    int onset = lastBelow(onsetM, reached, locked);
    int bottom = (reached + onset) / 2;
    int lockout = locksOut();
    int end = leavesLockout(lockout);
    return new RepTruth(
        move.set(),
        index,
        deviceSeconds.applyAsDouble(trace.seconds(start)),
        deviceSeconds.applyAsDouble(trace.seconds(bottom)),
        deviceSeconds.applyAsDouble(trace.seconds(onset)),
        deviceSeconds.applyAsDouble(trace.seconds(comesUpright(onset, lockout))),
        deviceSeconds.applyAsDouble(trace.seconds(lockout)),
        deviceSeconds.applyAsDouble(trace.seconds(end)),
        trace.seconds(onset) - trace.seconds(reached),
        move.partial(),
        angles(start, onset, lockout, deviceSeconds));
  }

  private int leavesStanding() {
    int i = trace.index(move.downSeconds());
    while (i > 0 && Math.abs(trace.inclinationDeg(i)) > STANDING_BAND_DEG) {
      i--;
    }
    return i;
  }

  private double lowestM(int from, int to) {
    double lowest = trace.heightM(from);
    for (int i = from; i <= to; i++) {
      lowest = Math.min(lowest, trace.heightM(i));
    }
    return lowest;
  }

  private int firstBelow(double heightM, int from) {
    int i = from;
    while (trace.heightM(i) > heightM) {
      i++;
    }
    return i;
  }

  private int lastBelow(double heightM, int from, int to) {
    int i = to;
    while (i > from && trace.heightM(i) > heightM) {
      i--;
    }
    return i;
  }

  private int locksOut() {
    int hold = (int) Math.round(LOCKOUT_HOLD_SECONDS / RepTrace.STEP_SECONDS);
    int still = 0;
    for (int i = trace.index(move.upSeconds()); i < trace.size(); i++) {
      still = isStanding(i) && trace.seconds(i) > halfWayUp() ? still + 1 : 0;
      if (still > hold) {
        return i - hold;
      }
    }
    return trace.index(move.lockedSeconds());
  }

  private int comesUpright(int onset, int lockout) {
    int i = lockout;
    while (i > onset && trace.inclinationDeg(i - 1) <= STANDING_BAND_DEG) {
      i--;
    }
    return i;
  }

  private double halfWayUp() {
    return (move.upSeconds() + move.lockedSeconds()) / 2;
  }

  private int leavesLockout(int lockout) {
    int latest = Math.min(trace.index(trace.seconds(lockout) + LOCKOUT_REST_SECONDS), trace.size() - 1);
    int i = lockout;
    while (i < latest && isStanding(i)) {
      i++;
    }
    return i;
  }

  private boolean isStanding(int i) {
    return Math.abs(trace.inclinationDeg(i)) <= STANDING_BAND_DEG && Math.abs(trace.rateDps(i)) < SLOW_DPS;
  }

  private Angles angles(int start, int onset, int lockout, DoubleUnaryOperator deviceSeconds) {
    int trunk = start;
    int pelvis = start;
    int flexion = start;
    for (int i = start; i <= lockout; i++) {
      trunk = trace.trunkDeg(i) > trace.trunkDeg(trunk) ? i : trunk;
      pelvis = trace.pelvisDeg(i) > trace.pelvisDeg(pelvis) ? i : pelvis;
      flexion = trace.flexionDeg(i) > trace.flexionDeg(flexion) ? i : flexion;
    }
    return new Angles(
        trace.trunkDeg(onset),
        trace.flexionDeg(onset),
        trace.trunkDeg(trunk),
        trace.pelvisDeg(pelvis),
        trace.flexionDeg(flexion),
        deviceSeconds.applyAsDouble(trace.seconds(trunk)));
  }
}
