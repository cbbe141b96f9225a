package io.flatback.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The last live events, so that a client that comes back misses nothing. The store keeps their bodies and
 * does not read them. Bounded: the oldest go.
 */
public final class EventLog {
  /** A busy room of ten lifters for a day. */
  public static final int KEPT = 20_000;

  private static final int TRIM_EVERY = 200;

  private final Sqlite sqlite;
  private final InstantSource clock;

  EventLog(Sqlite sqlite, InstantSource clock) {
    this.sqlite = sqlite;
    this.clock = clock;
  }

  /** One event as it was sent. */
  public record LoggedEvent(long id, @Nullable String sessionId, Instant at, String name, String body) {}

  /**
   * @param sessionId goes with its session when that is deleted; null for none
   * @return its id, greater than all before
   */
  public long append(@Nullable String sessionId, String name, String body) {
    return sqlite.write(
        handle -> {
          long id =
              handle
                  .createUpdate("INSERT INTO event (session_id, at, name, body) VALUES (?, ?, ?, ?)")
                  .bind(0, sessionId)
                  .bind(1, Timestamps.text(clock.instant()))
                  .bind(2, name)
                  .bind(3, body)
                  .executeAndReturnGeneratedKeys("id")
                  .mapTo(Long.class)
                  .one();
          trim(handle, id);
          return id;
        });
  }

  private static void trim(Handle handle, long newest) {
    if (newest % TRIM_EVERY == 0) {
      handle.execute("DELETE FROM event WHERE id <= ?", newest - KEPT);
    }
  }

  /** Those after {@code lastId}, oldest first. */
  public List<LoggedEvent> after(long lastId, int limit) {
    return sqlite.read(
        handle ->
            handle
                .select("SELECT * FROM event WHERE id > ? ORDER BY id LIMIT ?", lastId, limit)
                .map(
                    (row, context) ->
                        new LoggedEvent(
                            row.getLong("id"),
                            row.getString("session_id"),
                            Timestamps.instant(row.getString("at")),
                            row.getString("name"),
                            row.getString("body")))
                .list());
  }

  /** 0 when none was ever logged. */
  public long lastId() {
    return sqlite.read(
        handle ->
            handle
                .select("SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = 'event'")
                .mapTo(Long.class)
                .one());
  }
}
