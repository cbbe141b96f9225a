package io.flatback.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The places to lift at. Sensors are put there by {@link SensorStore#place}. */
public final class PlatformStore {
  private final Sqlite sqlite;
  private final InstantSource clock;

  PlatformStore(Sqlite sqlite, InstantSource clock) {
    this.sqlite = sqlite;
    this.clock = clock;
  }

  public Platform create(String name) {
    Platform platform = new Platform(RandomId.next(), name, Timestamps.rounded(clock.instant()), null, List.of());
    sqlite.change(
        handle ->
            handle.execute(
                "INSERT INTO platform (id, name, created_at) VALUES (?, ?, ?)",
                platform.id(), name, Timestamps.text(platform.createdAt())));
    return platform;
  }

  public Optional<Platform> find(String id) {
    return sqlite.read(handle -> select(handle, "WHERE p.id = ?", id).stream().findFirst());
  }

  /** By name. */
  public List<Platform> list() {
    return sqlite.read(handle -> select(handle, ""));
  }

  public boolean rename(String id, String name) {
    return sqlite.write(handle -> handle.execute("UPDATE platform SET name = ? WHERE id = ?", name, id)) > 0;
  }

  /** @param athleteId null for nobody */
  public boolean assign(String id, @Nullable String athleteId) {
    return sqlite.write(handle -> handle.execute("UPDATE platform SET athlete_id = ? WHERE id = ?", athleteId, id)) > 0;
  }

  /** Its sensors stay and belong to no platform. */
  public boolean delete(String id) {
    return sqlite.write(handle -> handle.execute("DELETE FROM platform WHERE id = ?", id)) > 0;
  }

  private static List<Platform> select(Handle handle, String where, Object... arguments) {
    return handle
        .select("SELECT p.* FROM platform p " + where + " ORDER BY p.name COLLATE NOCASE, p.id", arguments)
        .map(
            (row, context) -> {
              String id = row.getString("id");
              Instant createdAt = Timestamps.instant(row.getString("created_at"));
              String athleteId = row.getString("athlete_id");
              return new Platform(id, row.getString("name"), createdAt, athleteId, sensors(handle, id));
            })
        .list();
  }

  private static List<String> sensors(Handle handle, String platformId) {
    return handle
        .select("SELECT id FROM sensor WHERE platform_id = ? AND NOT forgotten ORDER BY placement, id", platformId)
        .mapTo(String.class)
        .list();
  }
}
