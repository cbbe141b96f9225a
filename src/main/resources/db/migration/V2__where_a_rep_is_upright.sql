-- Where the inclination comes back into the standing band; lockout is the slow hold after it.
-- Kept reps get it with the next analysis; until then it is their lockout.
ALTER TABLE rep ADD COLUMN upright_nanos INTEGER NOT NULL DEFAULT 0;
UPDATE rep SET upright_nanos = lockout_nanos;
