package io.flatback.store;

import io.flatback.form.Level;
import io.flatback.form.Warning;
import io.flatback.lift.Metric;
import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.Rep;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import io.flatback.signal.Placement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what was found in a session. */
final class ResultReader {
  private final Handle handle;
  private final String sessionId;

  private ResultReader(Handle handle, String sessionId) {
    this.handle = handle;
    this.sessionId = sessionId;
  }

  static Optional<SessionResult> find(Handle handle, String sessionId) {
    ResultReader reader = new ResultReader(handle, sessionId);
    return handle
        .select("SELECT * FROM session WHERE id = ?", sessionId)
        .map((row, context) -> reader.result(row))
        .findOne();
  }

  private SessionResult result(ResultSet row) throws SQLException {
    List<SessionResult.SensorFacts> signals = signals();
    return new SessionResult(
        new SessionResult.RecordingFacts(row.getDouble("duration_s"), signals),
        mode(row.getString("mode")),
        new SessionResult.MountingFacts(
            row.getDouble("mounting_confidence"),
            row.getBoolean("mounting_follows_back"),
            mountings(),
            ResultJson.strings(row.getString("mounting_notes"))),
        sets(),
        ResultJson.strings(row.getString("notes")));
  }

  private SessionResult.Mode mode(@Nullable String stored) {
    if (stored != null) {
      return SessionResult.Mode.valueOf(stored);
    }
    return mountings().size() > 1 ? SessionResult.Mode.TWO_SENSORS : SessionResult.Mode.ONE_SENSOR;
  }

  private List<SessionResult.SensorFacts> signals() {
    return handle
        .select("SELECT * FROM session_signal WHERE session_id = ? ORDER BY placement", sessionId)
        .map(
            (row, context) ->
                new SessionResult.SensorFacts(
                    Placement.ofKey(row.getString("placement")),
                    SqlValues.doubleOrNan(row, "rate_hz"),
                    row.getBoolean("has_gyro"),
                    row.getLong("samples"),
                    row.getInt("gaps"),
                    SqlValues.doubleOrNan(row, "missing_s")))
        .list();
  }

  private Map<Placement, SessionResult.SensorMounting> mountings() {
    Map<Placement, SessionResult.SensorMounting> mountings = new EnumMap<>(Placement.class);
    handle
        .select("SELECT * FROM mounting WHERE session_id = ?", sessionId)
        .map(
            (row, context) ->
                mountings.put(
                    Placement.ofKey(row.getString("placement")),
                    new SessionResult.SensorMounting(
                        SqlValues.doubleOrNan(row, "confidence"), row.getBoolean("follows_back"))))
        .list();
    return mountings;
  }

  private List<WorkSet> sets() {
    return handle
        .select("SELECT * FROM work_set WHERE session_id = ? AND exercise <> '' ORDER BY set_index", sessionId)
        .map((row, context) -> set(row))
        .list();
  }

  private WorkSet set(ResultSet row) throws SQLException {
    int index = row.getInt("set_index");
    List<Rep> reps = reps(index);
    long startNanos = row.getLong("start_nanos");
    long endNanos = row.getLong("end_nanos");
    if (row.wasNull()) {
      endNanos = reps.isEmpty() ? startNanos : Math.max(startNanos, reps.getLast().endNanos());
    }
    return new WorkSet(
        index,
        row.getString("exercise"),
        row.getBoolean("exercise_guessed"),
        startNanos,
        endNanos,
        SqlValues.doubleOrNull(row, "load_kg"),
        reps,
        rejected(index),
        warnings(index),
        ResultJson.drift(row.getString("drift")),
        ResultJson.bands(row.getString("bands")),
        TraceCoding.ofBytes(row.getBytes("trace")));
  }

  private List<Rep> reps(int set) {
    return handle
        .select(
            "SELECT * FROM rep WHERE session_id = ? AND set_index = ? AND NOT provisional ORDER BY rep_index",
            sessionId,
            set)
        .map(
            (row, context) ->
                new Rep(
                    row.getInt("rep_index"),
                    row.getLong("start_nanos"),
                    row.getLong("bottom_nanos"),
                    row.getLong("ascent_onset_nanos"),
                    row.getLong("upright_nanos"),
                    row.getLong("lockout_nanos"),
                    row.getLong("end_nanos"),
                    ResultJson.quality(row.getString("quality")),
                    ResultJson.metrics(row.getString("metrics"))))
        .list();
  }

  private List<RejectedCandidate> rejected(int set) {
    return handle
        .select("SELECT * FROM rejected WHERE session_id = ? AND set_index = ? ORDER BY start_nanos", sessionId, set)
        .map(
            (row, context) ->
                new RejectedCandidate(
                    row.getLong("start_nanos"),
                    row.getLong("end_nanos"),
                    RejectedCandidate.Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT))))
        .list();
  }

  private List<Warning> warnings(int set) {
    return handle
        .select("SELECT * FROM warning WHERE session_id = ? AND set_index = ? ORDER BY rowid", sessionId, set)
        .map((row, context) -> warning(row))
        .list();
  }

  private static Warning warning(ResultSet row) throws SQLException {
    String metric = row.getString("metric");
    return new Warning(
        row.getInt("rep_index"),
        Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
        Metric.ofKey(metric)
            .orElseThrow(
                () -> new StoreException("warning about the unknown metric '" + metric + "': update flatback")),
        SqlValues.doubleOrNan(row, "baseline"),
        SqlValues.doubleOrNan(row, "value"),
        SqlValues.doubleOrNan(row, "change"),
        SqlValues.doubleOrNan(row, "limit_value"),
        row.getString("rule"),
        row.getString("text"),
        row.getString("evidence"));
  }
}
