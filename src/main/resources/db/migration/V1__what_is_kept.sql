-- Times are UTC, ISO-8601, always with six decimals, so that they sort as text.
-- Nanoseconds named *_ns are on a stream's monotonic arrival clock; those named *_nanos on a session's time line.

PRAGMA application_id = 1179402827; -- "FLBK"

CREATE TABLE athlete (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  settings TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(settings))
) STRICT;

CREATE TABLE platform (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  athlete_id TEXT REFERENCES athlete ON DELETE SET NULL
) STRICT;

CREATE TABLE sensor (
  id TEXT PRIMARY KEY,
  uri TEXT NOT NULL UNIQUE,
  placement TEXT NOT NULL CHECK (placement IN ('lumbar', 'sacrum')),
  driver TEXT NOT NULL,
  uid TEXT,
  created_at TEXT NOT NULL,
  athlete_id TEXT REFERENCES athlete ON DELETE SET NULL,
  platform_id TEXT REFERENCES platform ON DELETE SET NULL,
  forgotten INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  athlete_id TEXT NOT NULL REFERENCES athlete ON DELETE CASCADE,
  platform_id TEXT REFERENCES platform ON DELETE SET NULL,
  started_at TEXT NOT NULL,
  first_set_at TEXT,
  ended_at TEXT,
  state TEXT NOT NULL CHECK (state IN ('active', 'ended')),
  end_reason TEXT,
  exercise TEXT,
  load_kg REAL,
  analysed_at TEXT,
  duration_s REAL,
  mode TEXT,
  mounting_confidence REAL,
  mounting_follows_back INTEGER,
  mounting_notes TEXT,
  notes TEXT,
  CHECK ((state = 'ended') = (ended_at IS NOT NULL))
) STRICT;
CREATE INDEX session_by_start ON session (started_at DESC, id);
CREATE INDEX session_by_athlete ON session (athlete_id, started_at DESC);
CREATE INDEX session_active ON session (state) WHERE state = 'active';

CREATE TABLE session_sensor (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  sensor_id TEXT NOT NULL REFERENCES sensor,
  PRIMARY KEY (session_id, sensor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_sensor ON session_sensor (sensor_id);

-- One connection epoch of one sensor. Streams of one run of the program share its monotonic clock.
CREATE TABLE stream (
  id TEXT PRIMARY KEY,
  sensor_id TEXT NOT NULL REFERENCES sensor,
  driver TEXT NOT NULL,
  placement TEXT NOT NULL,
  run TEXT NOT NULL,
  started_at TEXT NOT NULL,
  origin_ns INTEGER NOT NULL,
  ended_ns INTEGER
) STRICT;
CREATE INDEX stream_by_sensor ON stream (sensor_id, started_at);

-- Which streams a session's record is made of. Its bytes are those that arrived up to and with until_ns.
CREATE TABLE session_stream (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  stream_id TEXT NOT NULL REFERENCES stream ON DELETE CASCADE,
  started_ns INTEGER NOT NULL,
  until_ns INTEGER,
  PRIMARY KEY (session_id, stream_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_stream ON session_stream (stream_id);

-- The raw record. first_chunk counts the chunks of a stream, so that blocks sort and never overlap.
CREATE TABLE raw_block (
  stream_id TEXT NOT NULL REFERENCES stream ON DELETE CASCADE,
  first_chunk INTEGER NOT NULL,
  chunks INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  first_ns INTEGER NOT NULL,
  last_ns INTEGER NOT NULL,
  coding INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX raw_block_in_order ON raw_block (stream_id, first_chunk);
CREATE INDEX raw_block_plain ON raw_block (stream_id) WHERE coding = 0;

CREATE TABLE session_signal (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  placement TEXT NOT NULL,
  rate_hz REAL,
  has_gyro INTEGER NOT NULL,
  samples INTEGER NOT NULL,
  gaps INTEGER NOT NULL,
  missing_s REAL,
  PRIMARY KEY (session_id, placement)
) STRICT, WITHOUT ROWID;

CREATE TABLE mounting (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  placement TEXT NOT NULL,
  confidence REAL,
  follows_back INTEGER NOT NULL,
  PRIMARY KEY (session_id, placement)
) STRICT, WITHOUT ROWID;

CREATE TABLE work_set (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  set_index INTEGER NOT NULL,
  exercise TEXT NOT NULL, -- empty until the set is known to be one
  exercise_guessed INTEGER NOT NULL,
  start_nanos INTEGER NOT NULL,
  end_nanos INTEGER,
  load_kg REAL,
  drift TEXT NOT NULL DEFAULT '[]',
  bands TEXT NOT NULL DEFAULT '[]',
  trace BLOB,
  PRIMARY KEY (session_id, set_index)
) STRICT;

CREATE TABLE rep (
  session_id TEXT NOT NULL,
  set_index INTEGER NOT NULL,
  rep_index INTEGER NOT NULL,
  provisional INTEGER NOT NULL DEFAULT 0,
  start_nanos INTEGER NOT NULL,
  bottom_nanos INTEGER NOT NULL,
  ascent_onset_nanos INTEGER NOT NULL,
  lockout_nanos INTEGER NOT NULL,
  end_nanos INTEGER NOT NULL,
  quality TEXT NOT NULL,
  metrics TEXT NOT NULL CHECK (json_valid(metrics)),
  PRIMARY KEY (session_id, set_index, rep_index),
  FOREIGN KEY (session_id, set_index) REFERENCES work_set ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE rejected (
  session_id TEXT NOT NULL,
  set_index INTEGER NOT NULL,
  start_nanos INTEGER NOT NULL,
  end_nanos INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (session_id, set_index, start_nanos, end_nanos),
  FOREIGN KEY (session_id, set_index) REFERENCES work_set ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE warning (
  session_id TEXT NOT NULL,
  set_index INTEGER NOT NULL,
  rep_index INTEGER NOT NULL,
  metric TEXT NOT NULL,
  level TEXT NOT NULL,
  rule TEXT NOT NULL,
  baseline REAL,
  value REAL,
  change REAL,
  limit_value REAL,
  text TEXT NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (session_id, set_index, rep_index, metric, level, rule),
  FOREIGN KEY (session_id, set_index) REFERENCES work_set ON DELETE CASCADE
) STRICT;

CREATE TABLE rep_edit (
  id INTEGER PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  made_at TEXT NOT NULL,
  kind TEXT NOT NULL,
  from_nanos INTEGER NOT NULL,
  to_nanos INTEGER NOT NULL
) STRICT;
CREATE INDEX rep_edit_by_session ON rep_edit (session_id, id);

-- AUTOINCREMENT: a number once given is never given again, so a client's last id stays true.
CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id TEXT REFERENCES session ON DELETE CASCADE,
  at TEXT NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX event_by_session ON event (session_id);
