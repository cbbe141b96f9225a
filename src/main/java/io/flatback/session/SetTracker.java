package io.flatback.session;

import io.flatback.form.AthleteHistory;
import io.flatback.form.FormSettings;
import io.flatback.form.LoadedHistory;
import io.flatback.form.NoiseBand;
import io.flatback.form.SetFindings;
import io.flatback.form.SetForm;
import io.flatback.form.SetNoise;
import io.flatback.form.Warning;
import io.flatback.form.summary.SetFacts;
import io.flatback.form.summary.SetSummary;
import io.flatback.lift.ExerciseGuess;
import io.flatback.lift.LiftEvent;
import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.Rep;
import io.flatback.lift.RepWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers reps into sets and has each set's form judged. In: what the rep finder says. Out: session events,
 * and at the end of each set the whole of it.
 */
final class SetTracker {
  private static final long END_OF_REP_NANOS = 1_000_000_000L;
  private static final int NOT_SHOWN = 0;
  private static final long LEAD_NANOS = 2_000_000_000L;
  /** Turned-down candidates this long before a set still belong to it. */
  private static final long BELONGS_NANOS = 60_000_000_000L;

  /** Counts how often the sensor was found to sit otherwise than before. */
  interface Stretches {
    int at(long timeNanos);
  }

  private final SessionSettings settings;
  private final TraceRecorder trace;
  private final Stretches stretches;
  private final SetsOfToday before;
  private final List<Rep> reps = new ArrayList<>();
  private final List<RejectedCandidate> rejected = new ArrayList<>();
  private final Map<String, LoadedHistory> today = new HashMap<>();
  private List<NoiseBand> bands = List.of();
  private int shownRep = NOT_SHOWN;
  private int index = 1;
  private boolean twoSensors;
  private @Nullable SetForm form;
  private ExerciseGuess guess = new ExerciseGuess();

  SetTracker(SessionSettings settings, TraceRecorder trace, Stretches stretches) {
    this.settings = settings;
    this.before = new SetsOfToday(settings.days());
    this.trace = trace;
    this.stretches = stretches;
  }

  boolean isOpen() {
    return !reps.isEmpty();
  }

  long lastLockoutNanos() {
    return reps.getLast().lockoutNanos();
  }

  void take(LiftEvent event, boolean withTwoSensors, List<SessionEvent> out) {
    switch (event) {
      case LiftEvent.Started s -> out.add(new SessionEvent.RepStarted(s.timeNanos(), index, reps.size() + 1));
      case LiftEvent.Provisional p -> show(p, out);
      case LiftEvent.Rejected r -> reject(r, out);
      case LiftEvent.Completed c -> complete(c, withTwoSensors, out);
    }
  }

  private void show(LiftEvent.Provisional event, List<SessionEvent> out) {
    shownRep = event.rep().index();
    out.add(new SessionEvent.RepProvisional(event.timeNanos(), index, event.rep()));
  }

  private void reject(LiftEvent.Rejected event, List<SessionEvent> out) {
    rejected.removeIf(old -> reps.isEmpty() && old.endNanos() < event.timeNanos() - BELONGS_NANOS);
    rejected.add(event.candidate());
    out.add(new SessionEvent.RepWithdrawn(event.timeNanos(), index, shownRep, event.candidate()));
    shownRep = NOT_SHOWN;
  }

  private void complete(LiftEvent.Completed event, boolean withTwoSensors, List<SessionEvent> out) {
    guess.add(event.rep(), event.travelM());
    if (reps.isEmpty()) {
      twoSensors = withTwoSensors;
      before.begin(event.timeNanos());
      form =
          new SetForm(
              FormSettings.of(known(), twoSensors, settings.preferences()),
              RepWords.of(exercise(), settings.exercise() == null));
      rejected.removeIf(old -> old.endNanos() < event.rep().startNanos() - BELONGS_NANOS);
      out.add(new SessionEvent.SetStarted(event.timeNanos(), index, exercise(), settings.exercise() == null));
    } else {
      closeRep(event.rep().startNanos());
    }
    Rep rested = reps.isEmpty() ? event.rep() : event.rep().restedSince(reps.getLast());
    shownRep = NOT_SHOWN;
    if (form != null) {
      List<Warning> raised = form.update(rested);
      reps.add(form.latest());
      out.add(new SessionEvent.RepCompleted(event.timeNanos(), index, form.latest()));
      learn(event.timeNanos(), form.bands(), out);
      for (Warning warning : raised) {
        out.add(new SessionEvent.WarningRaised(event.timeNanos(), index, warning));
      }
      out.add(new SessionEvent.SetSummarised(event.timeNanos(), before.soFar(facts(form, event.timeNanos()))));
    }
  }

  private SetFacts facts(SetForm judged, long nowNanos) {
    List<Rep> told = judged.reps();
    return new SetFacts(
        index, exercise(), settings.exercise() == null, settings.loadKg(), stretches.at(nowNanos), told,
        judged.warnings(), judged.drift(SetFacts.postureOf(told)).stream().toList(), judged.bands());
  }

  private void learn(long timeNanos, List<NoiseBand> found, List<SessionEvent> out) {
    if (!found.equals(bands)) {
      bands = found;
      out.add(new SessionEvent.BandsLearnt(timeNanos, index, found));
    }
  }

  /** A rep ends a second after its lockout, or when the next begins. */
  private void closeRep(long nextNanos) {
    Rep last = reps.getLast();
    long end = Math.max(last.lockoutNanos(), Math.min(last.lockoutNanos() + END_OF_REP_NANOS, nextNanos));
    reps.set(reps.size() - 1, last.withEnd(end));
  }

  /** The set is over; without a rep there was none. */
  void end(long nowNanos, List<SessionEvent> out) {
    if (reps.isEmpty() || form == null) {
      return;
    }
    closeRep(nowNanos);
    SetFindings findings = form.finish();
    long start = reps.getFirst().startNanos();
    long end = reps.getLast().endNanos();
    List<Rep> judged = new ArrayList<>();
    for (int i = 0; i < reps.size(); i++) {
      judged.add(findings.reps().get(i).withEnd(reps.get(i).endNanos()));
    }
    WorkSet set =
        new WorkSet(
            index, exercise(), settings.exercise() == null, start, end, settings.loadKg(), judged, rejected,
            findings.warnings(), findings.drift(), findings.bands(),
            trace.between(start - LEAD_NANOS, end + LEAD_NANOS));
    SetSummary summary = before.end(set.facts(stretches.at(reps.getLast().lockoutNanos())));
    out.add(new SessionEvent.SetEnded(nowNanos, set, summary));
    AthleteHistory taught = SetNoise.of(set.reps(), set.warnings());
    today.merge(exercise(), LoadedHistory.of(set.loadKg(), taught), LoadedHistory::and);
    reset();
  }

  /** Of the wearer's noise at this load: from days before, and from this exercise's sets today, where it is known. */
  private AthleteHistory known() {
    LoadedHistory sinceMorning = today.getOrDefault(settings.exercise(), LoadedHistory.NONE);
    return settings.history().and(sinceMorning).at(settings.loadKg());
  }

  private void reset() {
    index++;
    reps.clear();
    rejected.clear();
    form = null;
    bands = List.of();
    guess = new ExerciseGuess();
  }

  private String exercise() {
    return settings.exercise() != null ? settings.exercise() : guess.exercise();
  }
}
