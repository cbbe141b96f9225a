-- Taken in while the service ran: listened to again at its next start.
ALTER TABLE sensor ADD COLUMN taken_in INTEGER NOT NULL DEFAULT 0;
