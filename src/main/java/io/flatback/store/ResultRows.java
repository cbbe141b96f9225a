package io.flatback.store;

import io.flatback.form.Warning;
import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.Rep;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import io.flatback.signal.Placement;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Writes what was found in a session. */
final class ResultRows {
  private ResultRows() {}

  /** @return false when there is no such session */
  static boolean replace(Handle handle, String sessionId, SessionResult result, Instant now) {
    if (updateSession(handle, sessionId, result, now) == 0) {
      return false;
    }
    handle.execute("DELETE FROM work_set WHERE session_id = ?", sessionId);
    handle.execute("DELETE FROM session_signal WHERE session_id = ?", sessionId);
    handle.execute("DELETE FROM mounting WHERE session_id = ?", sessionId);
    result.recording().sensors().forEach(sensor -> insertSignal(handle, sessionId, sensor));
    result
        .mounting()
        .sensors()
        .forEach((placement, m) -> upsertMounting(handle, sessionId, placement, m.confidence(), m.followsBack()));
    result.sets().forEach(set -> insertSet(handle, sessionId, set));
    return true;
  }

  private static int updateSession(Handle handle, String sessionId, SessionResult result, Instant now) {
    return handle.execute(
        """
        UPDATE session SET analysed_at = CASE state WHEN 'ended' THEN ? END, duration_s = ?, mode = ?,
          mounting_confidence = ?, mounting_follows_back = ?, mounting_notes = ?, notes = ?
        WHERE id = ?""",
        Timestamps.text(now),
        result.recording().durationSeconds(),
        result.mode().name(),
        SqlValues.nanAsNull(result.mounting().confidence()),
        result.mounting().followsBack(),
        ResultJson.strings(result.mounting().notes()),
        ResultJson.strings(result.notes()),
        sessionId);
  }

  private static void insertSignal(Handle handle, String sessionId, SessionResult.SensorFacts facts) {
    handle.execute(
        """
        INSERT INTO session_signal (session_id, placement, rate_hz, has_gyro, samples, gaps, missing_s)
        VALUES (?, ?, ?, ?, ?, ?, ?)""",
        sessionId,
        facts.placement().key(),
        SqlValues.nanAsNull(facts.rateHz()),
        facts.hasGyro(),
        facts.samples(),
        facts.gaps(),
        SqlValues.nanAsNull(facts.missingSeconds()));
  }

  static void upsertMounting(
      Handle handle, String sessionId, Placement placement, double confidence, boolean followsBack) {
    handle.execute(
        "INSERT OR REPLACE INTO mounting (session_id, placement, confidence, follows_back) VALUES (?, ?, ?, ?)",
        sessionId,
        placement.key(),
        SqlValues.nanAsNull(confidence),
        followsBack);
  }

  static void replaceSet(Handle handle, String sessionId, WorkSet set) {
    handle.execute("DELETE FROM work_set WHERE session_id = ? AND set_index = ?", sessionId, set.index());
    insertSet(handle, sessionId, set);
  }

  private static void insertSet(Handle handle, String sessionId, WorkSet set) {
    handle.execute(
        """
        INSERT INTO work_set (session_id, set_index, exercise, exercise_guessed, start_nanos, end_nanos, load_kg,
          drift, bands, trace) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        sessionId,
        set.index(),
        set.exercise(),
        set.exerciseGuessed(),
        set.startNanos(),
        set.endNanos(),
        set.loadKg(),
        ResultJson.drift(set.drift()),
        ResultJson.bands(set.bands()),
        TraceCoding.toBytes(set.trace()));
    set.reps().forEach(rep -> upsertRep(handle, sessionId, set.index(), rep, false));
    set.rejected().forEach(candidate -> insertRejected(handle, sessionId, set.index(), candidate));
    set.warnings().forEach(warning -> insertWarning(handle, sessionId, set.index(), warning));
  }

  /** A rep that was completed does not become provisional again. */
  static void upsertRep(Handle handle, String sessionId, int set, Rep rep, boolean provisional) {
    handle.execute(
        """
        INSERT INTO rep (session_id, set_index, rep_index, provisional, start_nanos, bottom_nanos,
          ascent_onset_nanos, upright_nanos, lockout_nanos, end_nanos, quality, metrics)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET provisional = excluded.provisional, start_nanos = excluded.start_nanos,
          bottom_nanos = excluded.bottom_nanos, ascent_onset_nanos = excluded.ascent_onset_nanos,
          upright_nanos = excluded.upright_nanos, lockout_nanos = excluded.lockout_nanos,
          end_nanos = excluded.end_nanos, quality = excluded.quality, metrics = excluded.metrics
        WHERE rep.provisional >= excluded.provisional""",
        sessionId,
        set,
        rep.index(),
        provisional,
        rep.startNanos(),
        rep.bottomNanos(),
        rep.ascentOnsetNanos(),
        rep.uprightNanos(),
        rep.lockoutNanos(),
        rep.endNanos(),
        ResultJson.quality(rep.quality()),
        ResultJson.metrics(rep.metrics()));
  }

  static void insertRejected(Handle handle, String sessionId, int set, RejectedCandidate candidate) {
    handle.execute(
        """
        INSERT OR REPLACE INTO rejected (session_id, set_index, start_nanos, end_nanos, reason)
        VALUES (?, ?, ?, ?, ?)""",
        sessionId,
        set,
        candidate.startNanos(),
        candidate.endNanos(),
        candidate.reason().key());
  }

  static void insertWarning(Handle handle, String sessionId, int set, Warning warning) {
    handle.execute(
        """
        INSERT OR REPLACE INTO warning (session_id, set_index, rep_index, metric, level, rule, baseline, value,
          change, limit_value, text, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        sessionId,
        set,
        warning.rep(),
        warning.metric().key(),
        warning.level().key(),
        warning.rule(),
        SqlValues.nanAsNull(warning.baseline()),
        SqlValues.nanAsNull(warning.value()),
        SqlValues.nanAsNull(warning.change()),
        SqlValues.nanAsNull(warning.limit()),
        warning.text(),
        warning.evidence());
  }
}
