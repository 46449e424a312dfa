-- The tables of actors, places, kinds and triggers that the user added to those
-- of the program, and by which the articles here are read.
CREATE TABLE own_table (
  role     TEXT NOT NULL,                  -- actors, places, kinds, triggers
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,                  -- of the file that it was read from
  text     TEXT NOT NULL,
  PRIMARY KEY (role, position)
) WITHOUT ROWID;
