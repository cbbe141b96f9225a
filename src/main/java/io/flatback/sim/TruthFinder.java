package io.flatback.sim;

import io.flatback.sim.Timeline.Move;
import io.flatback.sim.Timeline.PlannedSet;
import io.flatback.sim.Truth.Change;
import io.flatback.sim.Truth.OtherMove;
import io.flatback.sim.Truth.RepTruth;
import io.flatback.sim.Truth.SetTruth;
import io.flatback.signal.Placement;
import java.util.ArrayList;
import java.util.List;

/** Reads the truth off the plan and the error-free motion. */
final class TruthFinder {
  private final Simulation simulation;

  private TruthFinder(Simulation simulation) {
    this.simulation = simulation;
  }

  static Truth find(Simulation simulation, long seed) {
    return new TruthFinder(simulation).find(seed);
  }

  private Truth find(long seed) {
    Scenario scenario = simulation.scenario();
    SensorSetup setup = scenario.sensors();
    List<RepTruth> reps = reps();
    return new Truth(
        scenario.name(),
        scenario.shows(),
        seed,
        scenario.exercise(),
        setup.worn().stream().map(SensorSetup.Worn::placement).toList(),
        setup.rateHz(),
        seconds(simulation.timeline().durationSeconds()),
        setup.worn().stream().allMatch(worn -> worn.attachment() instanceof Attachment.Strapped),
        sets(reps),
        reps,
        otherMoves(),
        changes());
  }

  private List<RepTruth> reps() {
    List<RepTruth> reps = new ArrayList<>();
    List<Move> moves = simulation.timeline().moves();
    int set = 0;
    int index = 0;
    for (int i = 0; i < moves.size(); i++) {
      Move move = moves.get(i);
      if (move.notARep() == null) {
        index = move.set() == set ? index + 1 : 1;
        set = move.set();
        reps.add(new RepEvents(trace(move, untilSeconds(moves, i)), move).find(index, this::seconds));
      }
    }
    return reps;
  }

  private RepTrace trace(Move move, double untilSeconds) {
    Placement first = simulation.scenario().sensors().worn().getFirst().placement();
    return new RepTrace(simulation, first, move.fromSeconds(), untilSeconds);
  }

  private double untilSeconds(List<Move> moves, int i) {
    return i + 1 < moves.size() ? moves.get(i + 1).downSeconds() : simulation.timeline().durationSeconds();
  }

  private List<SetTruth> sets(List<RepTruth> reps) {
    List<SetTruth> sets = new ArrayList<>();
    for (PlannedSet set : simulation.timeline().sets()) {
      List<RepTruth> own = reps.stream().filter(rep -> rep.set() == set.index()).toList();
      sets.add(
          new SetTruth(
              set.index(),
              set.lifting().technique().exercise(),
              set.lifting().loadKg(),
              own.getFirst().startSeconds(),
              own.getLast().endSeconds(),
              own.size()));
    }
    return sets;
  }

  private List<OtherMove> otherMoves() {
    List<OtherMove> others = new ArrayList<>();
    for (Move move : simulation.timeline().moves()) {
      NotARep reason = move.notARep();
      if (reason != null) {
        others.add(new OtherMove(move.set(), seconds(move.fromSeconds()), seconds(move.lockedSeconds()), reason));
      }
    }
    return others;
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    boolean two = simulation.scenario().sensors().worn().size() == 2;
    boolean lumbar = simulation.scenario().sensors().worn().getFirst().placement() == Placement.LUMBAR;
    for (PlannedSet set : simulation.timeline().sets()) {
      Progression p = set.lifting().progression();
      double flexion = p.bottomChange().lumbarFlexionDeg();
      double inclination = p.bottomChange().pelvisDeg() + (lumbar ? flexion : 0);
      addIf(changes, set, "velocity_loss_by_duration_ratio", 1 - 1 / (1 + p.ascentLonger()));
      addIf(changes, set, "inclination_at_onset_deg", inclination);
      addIf(changes, set, "lumbar_flexion_at_onset_deg", two ? flexion : 0);
      addIf(changes, set, "lateral_tilt_change_deg", p.bottomChange().lateralDeg());
      addIf(changes, set, "axial_rotation_deg", p.bottomChange().axialDeg());
    }
    return changes;
  }

  private static void addIf(List<Change> changes, PlannedSet set, String metric, double amount) {
    if (amount != 0) {
      changes.add(new Change(set.index(), set.lifting().progression().fromRep(), metric, amount));
    }
  }

  private double seconds(double trueSeconds) {
    return simulation.deviceNanos(trueSeconds) * 1e-9;
  }
}
