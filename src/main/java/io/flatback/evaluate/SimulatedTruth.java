package io.flatback.evaluate;

import io.flatback.session.SeriesRow;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.sim.Attachment;
import io.flatback.sim.SimulatedReader;
import io.flatback.sim.SimulatedRecording;
import io.flatback.sim.Truth;
import io.flatback.sim.Truth.OtherMove;
import io.flatback.sim.Truth.RepTruth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** A simulated recording together with all that is true of it, gone through once. */
record SimulatedTruth(HeldRecording recording, LiftTruth truth) {
  /** Hands on the bar before, and the bar on the floor after a set belong to it. */
  private static final double BEFORE_SET_SECONDS = 2;

  private static final double AFTER_SET_SECONDS = 1;

  /** Angles are compared so often; more says no more. */
  private static final long COMPARED_EVERY_NANOS = 19_000_000;

  static SimulatedTruth of(SimulatedRecording simulated) {
    Truth truth = simulated.truth();
    List<HeldRecording.Reading> readings = new ArrayList<>();
    DoubleStream.Builder times = DoubleStream.builder();
    DoubleStream.Builder inclination = DoubleStream.builder();
    DoubleStream.Builder flexion = DoubleStream.builder();
    Placement first = simulated.placements().getFirst();
    SimulatedReader reader = simulated.open();
    long lastNanos = -COMPARED_EVERY_NANOS;
    while (reader.next()) {
      readings.add(new HeldRecording.Reading(reader.placement(), reader.event()));
      if (reader.placement() == first
          && reader.event() instanceof Sample s
          && s.timeNanos() - lastNanos >= COMPARED_EVERY_NANOS) {
        lastNanos = s.timeNanos();
        var now = reader.truth();
        times.add(now.timeNanos() * 1e-9);
        inclination.add(first == Placement.LUMBAR ? now.trunkPitchDeg() : now.pelvisPitchDeg());
        flexion.add(now.lumbarFlexionDeg());
      }
    }
    HeldRecording held = new HeldRecording(simulated.notes(), simulated.placements(), readings);
    double[] at = times.build().toArray();
    boolean two = simulated.placements().size() == Placement.values().length;
    // Of sensors that sit in each other's place no angle is compared.
    boolean inPlace = !simulated.scenario().sensors().swapped();
    Optional<PostureCheck> lean =
        inPlace
            ? Optional.of(
                PostureCheck.simulated(
                    at, inclination.build().toArray(), row -> row.primary().sagittalInclinationDeg()))
            : Optional.empty();
    Optional<PostureCheck> bend =
        inPlace && two
            ? Optional.of(PostureCheck.simulated(at, flexion.build().toArray(), SeriesRow::flexionDeg))
            : Optional.empty();
    return new SimulatedTruth(
        held, new LiftTruth(TrueReps.of(truth, follows(simulated)), idle(truth), lean, bend));
  }

  private static boolean follows(SimulatedRecording simulated) {
    return simulated.scenario().sensors().worn().stream()
        .noneMatch(worn -> worn.attachment() instanceof Attachment.Hanging);
  }

  /** Outside the sets, and outside of what no sensor on the back can tell from a rep. */
  static List<Span> idle(Truth truth) {
    List<Span> busy = new ArrayList<>();
    for (RepTruth rep : truth.reps()) {
      busy.add(new Span(rep.startSeconds() - BEFORE_SET_SECONDS, rep.endSeconds() + AFTER_SET_SECONDS));
    }
    for (OtherMove move : truth.notReps()) {
      if (move.set() > 0 || move.reason().looksLikeARep()) {
        busy.add(new Span(move.startSeconds(), move.endSeconds() + AFTER_SET_SECONDS));
      }
    }
    busy.sort(Comparator.comparingDouble(Span::fromSeconds));
    List<Span> idle = new ArrayList<>();
    double since = 0;
    for (Span span : busy) {
      if (span.fromSeconds() > since) {
        idle.add(new Span(since, span.fromSeconds()));
      }
      since = Math.max(since, span.toSeconds());
    }
    if (truth.durationSeconds() > since) {
      idle.add(new Span(since, truth.durationSeconds()));
    }
    return idle;
  }
}
