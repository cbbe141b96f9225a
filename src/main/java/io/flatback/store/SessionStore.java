package io.flatback.store;

import io.flatback.form.FormPreferences;
import io.flatback.form.PreferencesText;
import io.flatback.signal.Calibration;
import io.flatback.signal.Placement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Sessions from their start to their end, and the list of them. */
public final class SessionStore {
  private final Sqlite sqlite;
  private final InstantSource clock;
  private final RawJournal journal;
  private final RawCompaction compaction;

  SessionStore(Sqlite sqlite, InstantSource clock, RawJournal journal, RawCompaction compaction) {
    this.sqlite = sqlite;
    this.clock = clock;
    this.journal = journal;
    this.compaction = compaction;
  }

  /**
   * Starts a session. The open streams of its sensors, and those they begin until it ends, are its record.
   *
   * @throws StoreConflictException when one of the sensors has an active session already
   * @throws StoreException when the athlete, the platform or a sensor does not exist
   */
  public TrainingSession start(NewSession session) {
    String id = RandomId.next();
    Instant startedAt = session.startedAt() == null ? clock.instant() : session.startedAt();
    return sqlite.write(
        handle -> {
          insert(handle, id, session, startedAt);
          for (String sensor : session.sensorIds()) {
            addSensor(handle, id, sensor);
          }
          return SessionRows.find(handle, id).orElseThrow();
        });
  }

  private static void insert(Handle handle, String id, NewSession session, Instant startedAt) {
    handle.execute(
        """
        INSERT INTO session (id, athlete_id, platform_id, started_at, state, exercise, load_kg, alarm_preferences)
        VALUES (?, ?, ?, ?, 'active', ?, ?, ?)""",
        id,
        session.athleteId(),
        session.platformId(),
        Timestamps.text(startedAt),
        session.exercise(),
        session.loadKg(),
        PreferencesText.writeInFull(PreferenceRows.ofAthlete(handle, session.athleteId())));
  }

  private void addSensor(Handle handle, String sessionId, String sensorId) {
    SessionRows.activeOn(handle, sensorId)
        .ifPresent(
            other -> {
              throw new StoreConflictException(
                  "sensor " + sensorId + " already has the active session " + other + ": end that one first");
            });
    DeviceCalibrationRows.addSensor(handle, sessionId, sensorId);
    for (Map.Entry<String, Long> stream : journal.cut(sensorId).entrySet()) {
      handle.execute(
          "INSERT INTO session_stream (session_id, stream_id, started_ns) VALUES (?, ?, ?)",
          sessionId,
          stream.getKey(),
          stream.getValue());
    }
  }

  /** Ends a session now; one that has ended stays as it is. What arrived until now is its record. */
  public Optional<TrainingSession> end(String id, TrainingSession.EndReason reason) {
    return end(id, reason, clock.instant());
  }

  /** @param endedAt given for a recording that is imported, or for a session whose program died */
  public Optional<TrainingSession> end(String id, TrainingSession.EndReason reason, Instant endedAt) {
    Map<String, Long> cuts = cuts(id);
    journal.flush();
    return sqlite.write(
        handle -> {
          int ended =
              handle.execute(
                  """
                  UPDATE session SET state = 'ended', end_reason = ?, ended_at = MAX(started_at, ?)
                  WHERE id = ? AND state = 'active'""",
                  reason.key(),
                  Timestamps.text(endedAt),
                  id);
          if (ended > 0) {
            closeRecord(handle, id, cuts);
            compaction.soon();
          }
          return SessionRows.find(handle, id);
        });
  }

  private Map<String, Long> cuts(String sessionId) {
    Map<String, Long> cuts = new HashMap<>();
    find(sessionId).ifPresent(session -> session.sensorIds().forEach(sensor -> cuts.putAll(journal.cut(sensor))));
    return cuts;
  }

  private static void closeRecord(Handle handle, String sessionId, Map<String, Long> cuts) {
    handle.execute(
        """
        UPDATE session_stream
        SET until_ns = (SELECT COALESCE(ended_ns, origin_ns) FROM stream WHERE id = stream_id)
        WHERE session_id = ?""",
        sessionId);
    cuts.forEach(
        (stream, lastNanos) ->
            handle.execute(
                "UPDATE session_stream SET until_ns = ? WHERE session_id = ? AND stream_id = ?",
                lastNanos,
                sessionId,
                stream));
  }

  /** What the user says about the session, before, during or after it. */
  public boolean describe(String id, @Nullable String exercise, @Nullable Double loadKg) {
    return sqlite.write(
            handle -> handle.execute("UPDATE session SET exercise = ?, load_kg = ? WHERE id = ?", exercise, loadKg, id))
        > 0;
  }

  public Optional<TrainingSession> find(String id) {
    return sqlite.read(handle -> SessionRows.find(handle, id));
  }

  /** What the readings of its devices are put right by: as it was when the session began. */
  public Map<Placement, Calibration> deviceCalibrations(String id) {
    return sqlite.read(handle -> DeviceCalibrationRows.ofSession(handle, id));
  }

  /** What its athlete had set of the alarm rule when it began. */
  public FormPreferences preferences(String id) {
    return sqlite.read(handle -> PreferenceRows.ofSession(handle, id));
  }

  /** Newest first. */
  public Paged<TrainingSession> list(SessionFilter filter, Page page) {
    return sqlite.read(handle -> SessionRows.list(handle, filter, page));
  }

  /** Those that go on, oldest first. After a crash, those that the dead program left. */
  public List<TrainingSession> active() {
    return sqlite.read(SessionRows::active);
  }

  /** Ended sessions whose second look is still to be made, oldest first. */
  public List<TrainingSession> awaitingAnalysis() {
    return sqlite.read(SessionRows::awaitingAnalysis);
  }

  public Optional<TrainingSession> activeOn(String sensorId) {
    return sqlite.read(
        handle -> SessionRows.activeOn(handle, sensorId).flatMap(id -> SessionRows.find(handle, id)));
  }

  /**
   * Deletes a session with its results, edits, events and raw bytes.
   *
   * @return false when there is no such session
   */
  public boolean delete(String id) {
    end(id, TrainingSession.EndReason.REQUESTED);
    return Erasure.erase(sqlite, handle -> Erasure.session(handle, id));
  }
}
