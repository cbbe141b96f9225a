-- What an athlete has set of the alarm rule, in one line: a preset's name and what is other than the preset's.
-- Null: the default. A session keeps what it began with, in full, so that its analysis stays the same.
ALTER TABLE athlete ADD COLUMN alarm_preferences TEXT;
ALTER TABLE session ADD COLUMN alarm_preferences TEXT;

-- From when on an athlete's noise is learnt anew. What was before is kept, and used again once this is undone.
CREATE TABLE baseline_reset (
  id TEXT PRIMARY KEY,
  athlete_id TEXT NOT NULL REFERENCES athlete ON DELETE CASCADE,
  exercise TEXT, -- null: all
  made_at TEXT NOT NULL,
  undone_at TEXT
) STRICT;
CREATE INDEX baseline_reset_by_athlete ON baseline_reset (athlete_id, made_at);
