package io.flatback.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** From when on what athletes' sets taught is used. Nothing is deleted: a reset that is undone changes nothing. */
public final class BaselineStore {
  private final Sqlite sqlite;
  private final InstantSource clock;

  BaselineStore(Sqlite sqlite, InstantSource clock) {
    this.sqlite = sqlite;
    this.clock = clock;
  }

  /**
   * From now on.
   *
   * @param exercise null: all
   * @throws StoreException when there is no such athlete
   */
  public BaselineReset reset(String athleteId, @Nullable String exercise) {
    BaselineReset made =
        new BaselineReset(RandomId.next(), athleteId, exercise, Timestamps.rounded(clock.instant()), null);
    sqlite.change(
        handle ->
            handle.execute(
                "INSERT INTO baseline_reset (id, athlete_id, exercise, made_at) VALUES (?, ?, ?, ?)",
                made.id(), athleteId, exercise, Timestamps.text(made.madeAt())));
    return made;
  }

  /**
   * From now on what was before the reset is used again.
   *
   * @return false where there is no such reset, or it is undone already
   */
  public boolean undo(String athleteId, String id) {
    return sqlite.write(
            handle ->
                handle.execute(
                    "UPDATE baseline_reset SET undone_at = ? WHERE id = ? AND athlete_id = ? AND undone_at IS NULL",
                    Timestamps.text(clock.instant()), id, athleteId))
        > 0;
  }

  /** Those that hold and those undone, newest first. */
  public List<BaselineReset> list(String athleteId) {
    return sqlite.read(
        handle ->
            handle
                .select("SELECT * FROM baseline_reset WHERE athlete_id = ? ORDER BY made_at DESC, id", athleteId)
                .map((row, context) -> ofRow(row))
                .list());
  }

  /** What held when a session started; empty when all that was known was used. */
  public Optional<Instant> learntSince(Instant sessionStart, String athleteId, String exercise) {
    return sqlite.read(handle -> learntSince(handle, sessionStart, athleteId, exercise));
  }

  static Optional<Instant> learntSince(Handle handle, Instant sessionStart, String athleteId, String exercise) {
    return handle
        .createQuery(
            """
            SELECT MAX(made_at) FROM baseline_reset
            WHERE athlete_id = :athlete AND (exercise IS NULL OR exercise = :exercise)
              AND made_at <= :start AND (undone_at IS NULL OR undone_at > :start)""")
        .bind("athlete", athleteId)
        .bind("exercise", exercise)
        .bind("start", Timestamps.text(sessionStart))
        .mapTo(String.class)
        .findOne()
        .map(Timestamps::instant);
  }

  private static BaselineReset ofRow(ResultSet row) throws SQLException {
    return new BaselineReset(
        row.getString("id"),
        row.getString("athlete_id"),
        row.getString("exercise"),
        Timestamps.instant(row.getString("made_at")),
        Timestamps.instantOrNull(row.getString("undone_at")));
  }
}
