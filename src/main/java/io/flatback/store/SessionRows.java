package io.flatback.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads sessions. */
final class SessionRows {
  private static final String SELECT =
      """
      SELECT s.*,
        (SELECT group_concat(n.sensor_id, ' ') FROM session_sensor n WHERE n.session_id = s.id) AS sensors,
        (SELECT COUNT(*) FROM work_set w WHERE w.session_id = s.id) AS sets,
        (SELECT COUNT(*) FROM rep r WHERE r.session_id = s.id AND NOT r.provisional) AS reps,
        (SELECT COUNT(*) FROM warning a WHERE a.session_id = s.id) AS warnings
      FROM session s\s""";
  private static final String MATCHING =
      "WHERE (:athlete IS NULL OR s.athlete_id = :athlete) AND (:state IS NULL OR s.state = :state)";

  private SessionRows() {}

  static Optional<TrainingSession> find(Handle handle, String id) {
    return handle.select(SELECT + "WHERE s.id = ?", id).map((row, context) -> session(row)).findOne();
  }

  static Paged<TrainingSession> list(Handle handle, SessionFilter filter, Page page) {
    List<TrainingSession> items =
        filtered(handle, SELECT + MATCHING + " ORDER BY s.started_at DESC, s.id LIMIT :limit OFFSET :offset", filter)
            .bind("limit", page.limit())
            .bind("offset", page.offset())
            .map((row, context) -> session(row))
            .list();
    int total =
        filtered(handle, "SELECT COUNT(*) FROM session s " + MATCHING, filter).mapTo(Integer.class).one();
    return new Paged<>(items, page, total);
  }

  private static Query filtered(Handle handle, String sql, SessionFilter filter) {
    TrainingSession.@Nullable State state = filter.state();
    return handle
        .createQuery(sql)
        .bind("athlete", filter.athleteId())
        .bind("state", state == null ? null : state.key());
  }

  static List<TrainingSession> active(Handle handle) {
    return inOrder(handle, "WHERE s.state = 'active'");
  }

  static List<TrainingSession> awaitingAnalysis(Handle handle) {
    return inOrder(handle, "WHERE s.state = 'ended' AND s.analysed_at IS NULL");
  }

  private static List<TrainingSession> inOrder(Handle handle, String where) {
    return handle
        .select(SELECT + where + " ORDER BY s.started_at, s.id")
        .map((row, context) -> session(row))
        .list();
  }

  static Optional<String> activeOn(Handle handle, String sensorId) {
    return handle
        .select(
            """
            SELECT s.id FROM session s JOIN session_sensor n ON n.session_id = s.id
            WHERE n.sensor_id = ? AND s.state = 'active'""",
            sensorId)
        .mapTo(String.class)
        .findFirst();
  }

  private static TrainingSession session(ResultSet row) throws SQLException {
    return new TrainingSession(
        row.getString("id"),
        row.getString("athlete_id"),
        row.getString("platform_id"),
        List.of(row.getString("sensors").split(" ")),
        Timestamps.instant(row.getString("started_at")),
        Timestamps.instantOrNull(row.getString("ended_at")),
        TrainingSession.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        endReason(row.getString("end_reason")),
        row.getString("exercise"),
        SqlValues.doubleOrNull(row, "load_kg"),
        Timestamps.instantOrNull(row.getString("analysed_at")),
        row.getInt("sets"),
        row.getInt("reps"),
        row.getInt("warnings"));
  }

  private static TrainingSession.@Nullable EndReason endReason(@Nullable String key) {
    return key == null ? null : TrainingSession.EndReason.valueOf(key.toUpperCase(Locale.ROOT));
  }
}
