package io.flatback.store;

import io.flatback.signal.Calibration;
import io.flatback.signal.Placement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The sensors that are known, and who wears them. */
public final class SensorStore {
  private final Sqlite sqlite;
  private final InstantSource clock;

  SensorStore(Sqlite sqlite, InstantSource clock) {
    this.sqlite = sqlite;
    this.clock = clock;
  }

  /** Finds the sensor with this address and brings placement and driver up to date, or makes a new one. */
  public Sensor register(String uri, Placement placement, String driver) {
    return sqlite.write(
        handle -> {
          handle.execute(
              """
              INSERT INTO sensor (id, uri, placement, driver, created_at) VALUES (?, ?, ?, ?, ?)
              ON CONFLICT (uri) DO UPDATE
              SET placement = excluded.placement, driver = excluded.driver, forgotten = 0""",
              RandomId.next(), uri, placement.key(), driver, Timestamps.text(clock.instant()));
          return handle.select("SELECT * FROM sensor WHERE uri = ?", uri).map(SensorStore::sensor).one();
        });
  }

  public Optional<Sensor> find(String id) {
    return sqlite.read(
        handle -> handle.select("SELECT * FROM sensor WHERE id = ?", id).map(SensorStore::sensor).findOne());
  }

  public Optional<Sensor> findByUri(String uri) {
    return sqlite.read(
        handle -> handle.select("SELECT * FROM sensor WHERE uri = ?", uri).map(SensorStore::sensor).findOne());
  }

  /** Those not forgotten, by address. */
  public List<Sensor> list() {
    return sqlite.read(
        handle ->
            handle.select("SELECT * FROM sensor WHERE NOT forgotten ORDER BY uri").map(SensorStore::sensor).list());
  }

  /** Keeps what the device calls itself. */
  public boolean identify(String id, String uid) {
    return sqlite.write(handle -> handle.execute("UPDATE sensor SET uid = ? WHERE id = ?", uid, id)) > 0;
  }

  /** @param athleteId null for nobody */
  public boolean assign(String id, @Nullable String athleteId) {
    return sqlite.write(handle -> handle.execute("UPDATE sensor SET athlete_id = ? WHERE id = ?", athleteId, id)) > 0;
  }

  /** @param platformId null for none */
  public boolean place(String id, @Nullable String platformId) {
    return sqlite.write(handle -> handle.execute("UPDATE sensor SET platform_id = ? WHERE id = ?", platformId, id)) > 0;
  }

  /** Who wears it now: the athlete of its platform, else its own. */
  public Optional<String> athleteOf(String id) {
    return sqlite.read(
        handle ->
            handle
                .select(
                    """
                    SELECT COALESCE(p.athlete_id, s.athlete_id) AS athlete
                    FROM sensor s LEFT JOIN platform p ON p.id = s.platform_id
                    WHERE s.id = ? AND athlete IS NOT NULL""",
                    id)
                .mapTo(String.class)
                .findOne());
  }

  /** Takes it off the list; sessions that it recorded stay. Registering its address brings it back. */
  public boolean forget(String id) {
    return sqlite.write(
            handle ->
                handle.execute(
                    "UPDATE sensor SET forgotten = 1, athlete_id = NULL, platform_id = NULL WHERE id = ?", id))
        > 0;
  }

  /** It was taken in while the service ran, and is listened to again at its next start. */
  public boolean takeIn(String id) {
    return sqlite.write(handle -> handle.execute("UPDATE sensor SET taken_in = 1 WHERE id = ?", id)) > 0;
  }

  /** Is not listened to by itself at the next start; where it stood, and its sessions, stay known. */
  public boolean letGo(String id) {
    return sqlite.write(handle -> handle.execute("UPDATE sensor SET taken_in = 0 WHERE id = ?", id)) > 0;
  }

  /** Those to be listened to without being named, the first that came first. */
  public List<Sensor> takenIn() {
    return sqlite.read(
        handle ->
            handle
                .select("SELECT * FROM sensor WHERE taken_in AND NOT forgotten ORDER BY created_at, id")
                .map(SensorStore::sensor)
                .list());
  }

  /** Keeps what its readings are put right by, from the next session on, in place of what was there. */
  public boolean calibrate(String id, Calibration calibration, double residualMps2) {
    DeviceCalibration made = new DeviceCalibration(calibration, Timestamps.rounded(clock.instant()), residualMps2);
    return sqlite.write(handle -> DeviceCalibrationRows.set(handle, id, made));
  }

  /** @return false where there is none */
  public boolean forgetCalibration(String id) {
    return sqlite.write(handle -> DeviceCalibrationRows.delete(handle, id));
  }

  private static Sensor sensor(ResultSet row, StatementContext context) throws SQLException {
    return new Sensor(
        row.getString("id"),
        row.getString("uri"),
        Placement.ofKey(row.getString("placement")),
        row.getString("driver"),
        row.getString("uid"),
        Timestamps.instant(row.getString("created_at")),
        row.getString("athlete_id"),
        row.getString("platform_id"),
        DeviceCalibrationRows.of(row));
  }
}
