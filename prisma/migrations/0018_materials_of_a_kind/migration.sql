-- Default texts of their own for LUS and feedback rounds; '' = every kind that has none. A round's own are of its kind anyway.
ALTER TABLE material ADD COLUMN kind TEXT NOT NULL DEFAULT '';
