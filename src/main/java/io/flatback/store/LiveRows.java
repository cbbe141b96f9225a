package io.flatback.store;

import io.flatback.form.Warning;
import io.flatback.lift.Rep;
import io.flatback.session.CalibrationOutcome;
import io.flatback.session.CalibrationProgress;
import io.flatback.session.SessionEvent;
import org.jdbi.v3.core.Handle;

/** Writes what a session finds while it runs. Each statement may be repeated. */
final class LiveRows {
  private LiveRows() {}

  static void startSet(Handle handle, String sessionId, SessionEvent.SetStarted started) {
    handle.execute(
        """
        INSERT INTO work_set (session_id, set_index, exercise, exercise_guessed, start_nanos) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET exercise = excluded.exercise, exercise_guessed = excluded.exercise_guessed,
          start_nanos = excluded.start_nanos WHERE end_nanos IS NULL""",
        sessionId,
        started.set(),
        started.exercise(),
        started.exerciseGuessed(),
        started.timeNanos());
  }

  /** A rep may be seen before its set is known to be one. */
  private static void ensureSet(Handle handle, String sessionId, int set, long startNanos) {
    handle.execute(
        """
        INSERT INTO work_set (session_id, set_index, exercise, exercise_guessed, start_nanos) VALUES (?, ?, '', 1, ?)
        ON CONFLICT DO NOTHING""",
        sessionId,
        set,
        startNanos);
  }

  static void provisional(Handle handle, String sessionId, int set, Rep rep) {
    ensureSet(handle, sessionId, set, rep.startNanos());
    ResultRows.upsertRep(handle, sessionId, set, rep, true);
  }

  static void completed(Handle handle, String sessionId, int set, Rep rep) {
    ensureSet(handle, sessionId, set, rep.startNanos());
    ResultRows.upsertRep(handle, sessionId, set, rep, false);
  }

  static void withdraw(Handle handle, String sessionId, SessionEvent.RepWithdrawn withdrawn) {
    handle.execute(
        "DELETE FROM rep WHERE session_id = ? AND set_index = ? AND rep_index = ?",
        sessionId,
        withdrawn.set(),
        withdrawn.rep());
    boolean inSet =
        handle
            .select("SELECT 1 FROM work_set WHERE session_id = ? AND set_index = ?", sessionId, withdrawn.set())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (inSet) {
      ResultRows.insertRejected(handle, sessionId, withdrawn.set(), withdrawn.candidate());
    }
  }

  static void warn(Handle handle, String sessionId, int set, Warning warning) {
    ensureSet(handle, sessionId, set, 0);
    ResultRows.insertWarning(handle, sessionId, set, warning);
  }

  /** The stretch is kept, whatever became of it; what it means is found again from the raw record. */
  static void calibration(Handle handle, String sessionId, CalibrationProgress progress) {
    CalibrationOutcome outcome = progress.outcome();
    if (outcome != null) {
      handle.execute(
          """
          INSERT INTO session_calibration (session_id, from_nanos, to_nanos) VALUES (?, ?, ?)
          ON CONFLICT DO NOTHING""",
          sessionId,
          outcome.stretch().fromNanos(),
          outcome.stretch().toNanos());
    }
  }

  static void mounting(Handle handle, String sessionId, SessionEvent.MountingFound found) {
    ResultRows.upsertMounting(handle, sessionId, found.placement(), found.confidence(), found.followsBack());
  }
}
