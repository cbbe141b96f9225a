package io.flatback.session;

import io.flatback.recording.Recording;
import io.flatback.recording.RecordingReader;
import io.flatback.signal.Placement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second look: a whole record, analysed with what the whole of it teaches. Goes through the record
 * twice with the same {@link Pipeline}: once as live, to learn how the sensors are worn, and once knowing
 * it. Memory does not grow with the record.
 */
public final class Reanalysis {
  private Reanalysis() {}

  public static SessionResult analyze(Recording recording, SessionSettings settings) throws IOException {
    return analyze(recording, settings, null);
  }

  /** @param series is told the angles of the second look, sample by sample */
  public static SessionResult analyze(Recording recording, SessionSettings settings, @Nullable SeriesSink series)
      throws IOException {
    List<String> complaints = new ArrayList<>();
    SessionSettings known = settings.with(settings.sensors().orOf(recording.notes(), complaints));
    Calibrations calibrations = Calibrations.of(recording, known.sensors());
    Pipeline first = new Pipeline(known, new MountingPlan(List.of()), calibrations, null);
    run(recording, first);
    MountingPlan plan = first.learntPlan();
    Pipeline second = new Pipeline(known, plan, calibrations.without(first.lostCalibrations()), series);
    List<WorkSet> sets = run(recording, second);
    SessionResult.RecordingFacts facts = second.facts();
    boolean two = plan.stretches().stream().anyMatch(s -> s.mountings().size() == Placement.values().length);
    SessionResult.MountingFacts mounting =
        second
            .mountingFacts()
            .with(MountingNotes.of(plan, first.swappedLogOdds()))
            .with(CalibrationNotes.of(calibrations, first.lostCalibrations()));
    List<String> notes = new ArrayList<>(complaints);
    notes.addAll(ResultNotes.of(facts, mounting, plan, sets, second.sureAfterSeconds()));
    return new SessionResult(
        facts,
        two ? SessionResult.Mode.TWO_SENSORS : SessionResult.Mode.ONE_SENSOR,
        mounting,
        sets,
        notes);
  }

  private static List<WorkSet> run(Recording recording, Pipeline pipeline) throws IOException {
    List<WorkSet> sets = new ArrayList<>();
    try (RecordingReader reader = recording.open()) {
      while (reader.next()) {
        gather(pipeline.update(reader.placement(), reader.event()), sets);
      }
    }
    gather(pipeline.finish(), sets);
    return sets;
  }

  private static void gather(List<SessionEvent> events, List<WorkSet> sets) {
    for (SessionEvent event : events) {
      if (event instanceof SessionEvent.SetEnded ended) {
        sets.add(ended.set());
      }
    }
  }
}
