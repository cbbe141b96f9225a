-- Stretches of a session's record in which the wearer calibrated: what they mean is found from the record.
CREATE TABLE session_calibration (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  from_nanos INTEGER NOT NULL,
  to_nanos INTEGER NOT NULL,
  PRIMARY KEY (session_id, from_nanos)
) STRICT, WITHOUT ROWID;
