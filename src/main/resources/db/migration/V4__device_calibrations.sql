-- What a device's readings are put right by, until it is calibrated anew: offset and matrices in one line.
ALTER TABLE sensor ADD COLUMN calibration TEXT;
ALTER TABLE sensor ADD COLUMN calibrated_at TEXT;
ALTER TABLE sensor ADD COLUMN calibration_residual_mps2 REAL;
-- The one a session began with: its analysis stays the same when the device is calibrated anew.
ALTER TABLE session_sensor ADD COLUMN calibration TEXT;
