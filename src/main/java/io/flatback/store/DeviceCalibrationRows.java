package io.flatback.store;

import io.flatback.signal.Calibration;
import io.flatback.signal.CalibrationText;
import io.flatback.signal.Placement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What devices are put right by: as it is now, and as it was when a session began. */
final class DeviceCalibrationRows {
  private DeviceCalibrationRows() {}

  private record Placed(String placement, String calibration) {}

  static boolean set(Handle handle, String sensorId, DeviceCalibration made) {
    Double residual = Double.isNaN(made.residualMps2()) ? null : made.residualMps2();
    return handle.execute(
            "UPDATE sensor SET calibration = ?, calibrated_at = ?, calibration_residual_mps2 = ? WHERE id = ?",
            CalibrationText.write(made.calibration()),
            Timestamps.text(made.madeAt()),
            residual,
            sensorId)
        > 0;
  }

  static boolean delete(Handle handle, String sensorId) {
    return handle.execute(
            """
            UPDATE sensor SET calibration = NULL, calibrated_at = NULL, calibration_residual_mps2 = NULL
            WHERE id = ? AND calibration IS NOT NULL""",
            sensorId)
        > 0;
  }

  /** Of a row of the table {@code sensor}. */
  static @Nullable DeviceCalibration of(ResultSet row) throws SQLException {
    String text = row.getString("calibration");
    Instant madeAt = Timestamps.instantOrNull(row.getString("calibrated_at"));
    if (text == null || madeAt == null) {
      return null;
    }
    double residual = row.getDouble("calibration_residual_mps2");
    return new DeviceCalibration(CalibrationText.read(text), madeAt, row.wasNull() ? Double.NaN : residual);
  }

  /** From now on what becomes of the device does not change this session. */
  static void addSensor(Handle handle, String sessionId, String sensorId) {
    handle.execute(
        """
        INSERT INTO session_sensor (session_id, sensor_id, calibration)
        VALUES (?, ?, (SELECT calibration FROM sensor WHERE id = ?))""",
        sessionId,
        sensorId,
        sensorId);
  }

  /** By where each sensor sat in this session, which the sensor's own row may no longer say. */
  static Map<Placement, Calibration> ofSession(Handle handle, String sessionId) {
    Map<Placement, Calibration> found = new EnumMap<>(Placement.class);
    handle
        .select(
            """
            SELECT COALESCE(
                (SELECT t.placement FROM session_stream x JOIN stream t ON t.id = x.stream_id
                 WHERE x.session_id = n.session_id AND t.sensor_id = n.sensor_id ORDER BY t.started_at LIMIT 1),
                s.placement) AS placement,
              n.calibration
            FROM session_sensor n JOIN sensor s ON s.id = n.sensor_id
            WHERE n.session_id = ? AND n.calibration IS NOT NULL ORDER BY n.sensor_id""",
            sessionId)
        .map((row, context) -> new Placed(row.getString("placement"), row.getString("calibration")))
        .forEach(placed -> found.put(Placement.ofKey(placed.placement()), CalibrationText.read(placed.calibration())));
    return found;
  }
}
