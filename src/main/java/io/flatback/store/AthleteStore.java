package io.flatback.store;

import io.flatback.form.FormPreferences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Who lifts. */
public final class AthleteStore {
  private final Sqlite sqlite;
  private final InstantSource clock;
  private final SessionStore sessions;

  AthleteStore(Sqlite sqlite, InstantSource clock, SessionStore sessions) {
    this.sqlite = sqlite;
    this.clock = clock;
    this.sessions = sessions;
  }

  public Athlete create(String name) {
    Athlete athlete = new Athlete(RandomId.next(), name, Timestamps.rounded(clock.instant()), "{}", false);
    sqlite.change(
        handle ->
            handle.execute(
                "INSERT INTO athlete (id, name, created_at) VALUES (?, ?, ?)",
                athlete.id(), name, Timestamps.text(athlete.createdAt())));
    return athlete;
  }

  public Optional<Athlete> find(String id) {
    return sqlite.read(
        handle -> handle.select("SELECT * FROM athlete WHERE id = ?", id).map(AthleteStore::athlete).findOne());
  }

  /** By name. */
  public List<Athlete> list() {
    return sqlite.read(
        handle ->
            handle
                .select("SELECT * FROM athlete ORDER BY name COLLATE NOCASE, id")
                .map(AthleteStore::athlete)
                .list());
  }

  /** @return false when there is no such athlete */
  public boolean rename(String id, String name) {
    return sqlite.write(handle -> handle.execute("UPDATE athlete SET name = ? WHERE id = ?", name, id)) > 0;
  }

  /** What the athlete has set of the alarm rule; the default for one that is not there. */
  public FormPreferences preferences(String id) {
    return sqlite.read(handle -> PreferenceRows.ofAthlete(handle, id));
  }

  /**
   * From the next session on.
   *
   * @return false when there is no such athlete
   */
  public boolean prefer(String id, FormPreferences preferences) {
    return sqlite.write(handle -> PreferenceRows.set(handle, id, preferences));
  }

  /**
   * Whether the motor of the sensor runs with a warning.
   *
   * @return false when there is no such athlete
   */
  public boolean vibrate(String id, boolean wanted) {
    return sqlite.write(handle -> handle.execute("UPDATE athlete SET vibration = ? WHERE id = ?", wanted ? 1 : 0, id)) > 0;
  }

  /**
   * @param json an object
   * @return false when there is no such athlete
   */
  public boolean saveSettings(String id, String json) {
    return sqlite.write(handle -> handle.execute("UPDATE athlete SET settings = ? WHERE id = ?", json, id)) > 0;
  }

  /**
   * Deletes the athlete with all sessions, their results and their raw bytes. Sensors and platforms stay
   * and belong to nobody.
   *
   * @return false when there is no such athlete
   */
  public boolean delete(String id) {
    for (TrainingSession session : sessions.active()) {
      if (session.athleteId().equals(id)) {
        var unused = sessions.end(session.id(), TrainingSession.EndReason.REQUESTED);
      }
    }
    return Erasure.erase(
        sqlite,
        handle -> {
          List<String> sessions =
              handle.select("SELECT id FROM session WHERE athlete_id = ?", id).mapTo(String.class).list();
          sessions.forEach(session -> Erasure.session(handle, session));
          return handle.execute("DELETE FROM athlete WHERE id = ?", id) > 0;
        });
  }

  private static Athlete athlete(ResultSet row, StatementContext context) throws SQLException {
    Instant createdAt = Timestamps.instant(row.getString("created_at"));
    return new Athlete(row.getString("id"), row.getString("name"), createdAt, row.getString("settings"), row.getBoolean("vibration"));
  }
}
