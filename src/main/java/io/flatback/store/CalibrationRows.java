package io.flatback.store;

import io.flatback.recording.TimeStretch;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Where in its record a session's wearer calibrated. */
final class CalibrationRows {
  private CalibrationRows() {}

  static List<TimeStretch> ofSession(Handle handle, String sessionId) {
    return handle
        .select(
            "SELECT from_nanos, to_nanos FROM session_calibration WHERE session_id = ? ORDER BY from_nanos", sessionId)
        .map((row, context) -> new TimeStretch(row.getLong("from_nanos"), row.getLong("to_nanos")))
        .list();
  }
}
