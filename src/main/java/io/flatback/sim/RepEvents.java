package io.flatback.sim;

import io.flatback.sim.Timeline.Move;
import io.flatback.sim.Truth.Angles;
import io.flatback.sim.Truth.RepTruth;
import io.flatback.signal.Placement;

/** Finds the events of one rep in the error-free motion, as contracts.md defines them. */
final class RepEvents {
  private static final double STEP_SECONDS = 0.002;
  private static final double STANDING_BAND_DEG = 5;
  private static final double SLOW_DPS = 20;
  private static final double LOCKOUT_HOLD_SECONDS = 0.2;
  private static final double LOCKOUT_REST_SECONDS = 1;
  private static final double LOWEST_WITHIN_M = 0.001;
  private static final double ONSET_SHARE = 0.01;

  private final Simulation simulation;
  private final Placement placement;
  private final Vector3 placeM;

  RepEvents(Simulation simulation) {
    this.simulation = simulation;
    placement = simulation.scenario().sensors().worn().getFirst().placement();
    placeM = SensorMotion.placeM(placement, simulation.scenario().physique());
  }

  RepTruth find(Move move, int index, double untilSeconds) {
    double start = move.fromSeconds() == move.downSeconds() ? move.fromSeconds() : leavesStanding(move);
    double lowestM = lowest(start, move.lockedSeconds());
    double highestM = heightM(move.lockedSeconds());
    double bottom = firstBelow(lowestM + LOWEST_WITHIN_M, start);
    double onsetM = lowestM + Math.max(LOWEST_WITHIN_M, ONSET_SHARE * (highestM - lowestM));
    double onset = lastBelow(onsetM, bottom, move.lockedSeconds());
    double lockout = locksOut(move.upSeconds(), move.lockedSeconds());
    double end = leavesLockout(lockout, untilSeconds);
    return new RepTruth(
        move.set(),
        index,
        seconds(start),
        seconds(bottom),
        seconds(onset),
        seconds(lockout),
        seconds(end),
        move.partial(),
        angles(start, onset, lockout));
  }

  private double leavesStanding(Move move) {
    double t = move.downSeconds();
    while (t > move.fromSeconds() && Math.abs(inclinationDeg(t)) > STANDING_BAND_DEG) {
      t -= STEP_SECONDS;
    }
    return Math.max(t, move.fromSeconds());
  }

  private double lowest(double from, double to) {
    double lowest = Double.POSITIVE_INFINITY;
    for (double t = from; t <= to; t += STEP_SECONDS) {
      lowest = Math.min(lowest, heightM(t));
    }
    return lowest;
  }

  private double firstBelow(double heightM, double from) {
    double t = from;
    while (heightM(t) > heightM) {
      t += STEP_SECONDS;
    }
    return t;
  }

  private double lastBelow(double heightM, double from, double to) {
    double t = to;
    while (t > from && heightM(t) > heightM) {
      t -= STEP_SECONDS;
    }
    return Math.max(t, from);
  }

  private double locksOut(double from, double to) {
    double since = to;
    for (double t = to; t > from && isStanding(t); t -= STEP_SECONDS) {
      since = t;
    }
    return since;
  }

  private double leavesLockout(double lockout, double until) {
    double latest = Math.min(lockout + LOCKOUT_REST_SECONDS, until);
    double t = lockout + LOCKOUT_HOLD_SECONDS;
    while (t < latest && isStanding(t)) {
      t += STEP_SECONDS;
    }
    return Math.min(t, latest);
  }

  private boolean isStanding(double seconds) {
    double rateDps = (inclinationDeg(seconds + STEP_SECONDS) - inclinationDeg(seconds)) / STEP_SECONDS;
    return Math.abs(inclinationDeg(seconds)) <= STANDING_BAND_DEG && Math.abs(rateDps) < SLOW_DPS;
  }

  private Angles angles(double start, double onset, double lockout) {
    double trunk = Double.NEGATIVE_INFINITY;
    double pelvis = Double.NEGATIVE_INFINITY;
    double flexion = Double.NEGATIVE_INFINITY;
    double trunkSeconds = start;
    for (double t = start; t <= lockout; t += STEP_SECONDS) {
      double trunkDeg = sagittalDeg(t, Placement.LUMBAR);
      double pelvisDeg = sagittalDeg(t, Placement.SACRUM);
      trunkSeconds = trunkDeg > trunk ? t : trunkSeconds;
      trunk = Math.max(trunk, trunkDeg);
      pelvis = Math.max(pelvis, pelvisDeg);
      flexion = Math.max(flexion, trunkDeg - pelvisDeg);
    }
    double trunkAtOnset = sagittalDeg(onset, Placement.LUMBAR);
    double flexionAtOnset = trunkAtOnset - sagittalDeg(onset, Placement.SACRUM);
    return new Angles(trunkAtOnset, flexionAtOnset, trunk, pelvis, flexion, seconds(trunkSeconds));
  }

  private double inclinationDeg(double seconds) {
    return sagittalDeg(seconds, placement);
  }

  private double sagittalDeg(double seconds, Placement of) {
    return simulation.body().at(seconds).segment(of).sagittalDeg();
  }

  private double heightM(double seconds) {
    return simulation.body().at(seconds).segment(placement).shift(placeM).positionM().y();
  }

  private double seconds(double trueSeconds) {
    return simulation.deviceNanos(trueSeconds) * 1e-9;
  }
}
