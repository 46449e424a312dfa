-- The mention's sentence edited for a timeline: "[The minister] was arrested …".
ALTER TABLE mention ADD COLUMN line TEXT NOT NULL DEFAULT '';
