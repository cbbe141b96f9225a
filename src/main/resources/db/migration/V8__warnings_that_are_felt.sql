-- Whether a warning lets the motor of the athlete's sensor run. Off until it is asked for.
ALTER TABLE athlete ADD COLUMN vibration INTEGER NOT NULL DEFAULT 0;
