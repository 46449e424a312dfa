-- The parts of a date that its phrase does not tell, as they were filled in from
-- the anchor: "year", "year, month, day".
ALTER TABLE mention ADD COLUMN date_filled TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN date_filled TEXT NOT NULL DEFAULT '';
