-- The tables of a dateline database. Days are written YYYY-MM-DD and NULL if
-- unknown; which date a column holds is in its name. Offsets are bytes of
-- article.text. Columns that hold lists hold JSON arrays.

-- What the database as a whole was made with: 'parties_digest' is the roster
-- that actor and its like were filled from.
CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- One row an article, with its text as it was read.
CREATE TABLE article (
  article_id      INTEGER PRIMARY KEY,
  key             TEXT NOT NULL UNIQUE,    -- hash of the id (if one was given) and the text
  id              TEXT NOT NULL,           -- as given, or the file's name ("name#2" for its second article)
  source          TEXT NOT NULL,           -- the file that it was read from
  title           TEXT NOT NULL,
  outlet          TEXT NOT NULL,
  url             TEXT NOT NULL,
  published_at    TEXT,
  published_basis TEXT NOT NULL,           -- given (by the user), stated (by the article), inferred, none
  published_where TEXT NOT NULL,           -- where it is stated, or how it was inferred
  text            TEXT NOT NULL,
  reading         TEXT NOT NULL,           -- how its reader took it apart (title, blocks, what it states), as JSON
  digest          TEXT NOT NULL,           -- of the rules and data that its mentions were extracted with
  ingested_at     TEXT NOT NULL
);
CREATE INDEX article_by_id ON article (id);

CREATE TABLE sentence (
  sentence_id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  start       INTEGER NOT NULL,
  end         INTEGER NOT NULL,
  text        TEXT NOT NULL
);
CREATE INDEX sentence_by_article ON sentence (article_id);

-- Full-text search: SELECT * FROM sentence WHERE sentence_id IN (SELECT rowid FROM sentence_text('drone strike')).
-- New sentences are indexed together when events are derived, which is many
-- times cheaper than one by one: those up to 'indexed_sentences' in meta are.
CREATE VIRTUAL TABLE sentence_text USING fts5 (text, content = 'sentence', content_rowid = 'sentence_id', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO meta VALUES ('indexed_sentences', 0);
CREATE TRIGGER sentence_removed AFTER DELETE ON sentence
WHEN old.sentence_id <= (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'indexed_sentences') BEGIN
  INSERT INTO sentence_text (sentence_text, rowid, text) VALUES ('delete', old.sentence_id, old.text);
END;

-- One row for each place in an article that tells of an event, as extracted.
CREATE TABLE mention (
  mention_id     INTEGER PRIMARY KEY,
  as_event       TEXT NOT NULL UNIQUE,     -- the id of an event whose least mention this is
  article_id     INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  start          INTEGER NOT NULL,         -- of the trigger
  end            INTEGER NOT NULL,
  rune_start     INTEGER NOT NULL,         -- the same in Unicode code points
  rune_end       INTEGER NOT NULL,
  trigger        TEXT NOT NULL,
  sentence_id    INTEGER NOT NULL REFERENCES sentence ON DELETE CASCADE,
  kind           TEXT NOT NULL,
  rule           TEXT NOT NULL,
  event_date     TEXT NOT NULL,            -- EDTF, '' if nothing bounds it
  date_earliest  TEXT,
  date_latest    TEXT,
  date_precision TEXT NOT NULL,
  date_basis     TEXT NOT NULL,
  date_pattern   TEXT NOT NULL,            -- EDTF of a day of an unknown year
  date_approx    INTEGER NOT NULL,
  date_hour      INTEGER,                  -- 0..23, local
  date_text      TEXT NOT NULL,            -- the phrase that dates it
  date_start     INTEGER NOT NULL,         -- where the phrase stands
  date_end       INTEGER NOT NULL,
  date_anchor    TEXT NOT NULL,            -- the day that the phrase was resolved against
  date_rule      TEXT NOT NULL,
  end_date       TEXT,
  ongoing        INTEGER NOT NULL,
  ongoing_as_of  TEXT,
  actors         TEXT NOT NULL,            -- lists, as their names say
  targets        TEXT NOT NULL,
  places         TEXT NOT NULL,
  country        TEXT NOT NULL,
  iso3           TEXT NOT NULL,
  within         TEXT NOT NULL,
  killed_low     INTEGER,
  killed_high    INTEGER,
  injured_low    INTEGER,
  injured_high   INTEGER,
  tolls          TEXT NOT NULL,
  modality       TEXT NOT NULL,
  outcome        TEXT NOT NULL,
  attribution    TEXT NOT NULL,
  confidence     REAL NOT NULL,
  sentence_index INTEGER NOT NULL,         -- 0 for the first of the body
  headline       INTEGER NOT NULL,
  anaphoric      INTEGER NOT NULL,
  generic        INTEGER NOT NULL,         -- no single happening: in no event
  telling        INTEGER,                  -- start of the first mention of the same event in this article
  joined_to      INTEGER,                  -- start of the mention that this one was joined to there
  joined_why     TEXT NOT NULL,
  block          TEXT,                     -- the part of the mentions that it may be merged with: a country, or ''
  UNIQUE (article_id, start)
);
CREATE INDEX mention_by_block ON mention (block);
CREATE INDEX mention_by_sentence ON mention (sentence_id);

-- The blocks whose mentions have changed since their events were derived.
CREATE TABLE stale (
  block TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Everything from here to event_link is derived from mention and can be made anew.
CREATE TABLE event (
  event_id       TEXT PRIMARY KEY,
  block          TEXT NOT NULL,
  kind           TEXT NOT NULL,
  family         TEXT NOT NULL,
  event_date     TEXT NOT NULL,            -- EDTF with its end, '' if nothing bounds it
  date_earliest  TEXT,                     -- the days between which it began
  date_latest    TEXT,
  date_precision TEXT NOT NULL,
  date_basis     TEXT NOT NULL,
  date_pattern   TEXT NOT NULL,
  date_approx    INTEGER NOT NULL,
  date_hour      INTEGER,
  date_text      TEXT NOT NULL,
  date_start     INTEGER NOT NULL,
  date_end       INTEGER NOT NULL,
  date_anchor    TEXT NOT NULL,
  date_rule      TEXT NOT NULL,
  end_date       TEXT,
  ongoing        INTEGER NOT NULL,
  ongoing_as_of  TEXT,
  held_from      TEXT,                     -- the days for which offices are looked up: those between
  held_to        TEXT,                     -- which it began, of an unknown year the publication day
  country        TEXT NOT NULL,
  iso3           TEXT NOT NULL,
  within         TEXT NOT NULL,
  regions        TEXT NOT NULL,            -- all names, as they are compared, of where it lies: '|homs|syria|middle east|'
  killed_low     INTEGER,
  killed_high    INTEGER,
  injured_low    INTEGER,
  injured_high   INTEGER,
  tolls          TEXT NOT NULL,
  modality       TEXT NOT NULL,
  outcome        TEXT NOT NULL,
  attribution    TEXT NOT NULL,
  confidence     REAL NOT NULL,
  central        INTEGER NOT NULL,
  salience       REAL NOT NULL,
  summary        TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX event_by_block ON event (block);

CREATE TABLE event_mention (
  event_id   TEXT NOT NULL REFERENCES event ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  mention_id INTEGER NOT NULL REFERENCES mention ON DELETE CASCADE,
  PRIMARY KEY (event_id, position)
) WITHOUT ROWID;
CREATE INDEX event_mention_by_mention ON event_mention (mention_id);

-- Why mentions were merged: each row ties one to another of its event.
CREATE TABLE event_link (
  event_id     TEXT NOT NULL REFERENCES event ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  mention_id   INTEGER NOT NULL,           -- both in event_mention
  with_mention INTEGER NOT NULL,
  pass         TEXT NOT NULL,              -- article, narrow, loose, corpus
  reason       TEXT NOT NULL,
  PRIMARY KEY (event_id, position)
) WITHOUT ROWID;

-- Who did it and to whom it was done.
CREATE TABLE event_actor (
  event_id   TEXT NOT NULL REFERENCES event ON DELETE CASCADE,
  role       TEXT NOT NULL,                -- actor, target
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  actor_id   TEXT NOT NULL,                -- in actor, '' if the roster lacks it
  of_id      TEXT NOT NULL,                -- the actor that it belongs to, '' if none or unknown
  text       TEXT NOT NULL,                -- as written
  sector     TEXT NOT NULL,
  side       TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end   INTEGER NOT NULL,
  rule       TEXT NOT NULL,                -- how it was resolved
  folded     TEXT NOT NULL,                -- the name as it is compared, and its last word
  surname    TEXT NOT NULL,
  PRIMARY KEY (event_id, role, position)
) WITHOUT ROWID;
CREATE INDEX event_actor_by_id ON event_actor (actor_id) WHERE actor_id <> '';
CREATE INDEX event_actor_by_name ON event_actor (folded);
CREATE INDEX event_actor_by_surname ON event_actor (surname) WHERE actor_id = '';

CREATE TABLE event_place (
  event_id   TEXT NOT NULL REFERENCES event ON DELETE CASCADE,
  position   INTEGER NOT NULL,             -- most specific first
  place_id   TEXT NOT NULL REFERENCES place,
  text       TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end   INTEGER NOT NULL,
  rule       TEXT NOT NULL,
  PRIMARY KEY (event_id, position)
) WITHOUT ROWID;
CREATE INDEX event_place_by_place ON event_place (place_id);

-- The places that events name.
CREATE TABLE place (
  place_id  TEXT PRIMARY KEY,              -- in the gazetteer, or '~' and a hash
  name      TEXT NOT NULL,
  admin1    TEXT NOT NULL,
  country   TEXT NOT NULL,
  iso3      TEXT NOT NULL,
  latitude  REAL,
  longitude REAL,
  precision TEXT NOT NULL                  -- exact, town, admin1, country, region; '' if unresolved
) WITHOUT ROWID;

CREATE TABLE place_within (
  place_id TEXT NOT NULL REFERENCES place ON DELETE CASCADE,
  position INTEGER NOT NULL,               -- nearest first
  name     TEXT NOT NULL,                  -- of a province, country, sea or world region that contains it
  PRIMARY KEY (place_id, position)
) WITHOUT ROWID;

-- The roster of actors that came with the program.
CREATE TABLE actor (
  actor_id TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  sector   TEXT NOT NULL,                  -- of PLOVER
  country  TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE actor_alias (
  actor_id TEXT NOT NULL REFERENCES actor ON DELETE CASCADE,
  position INTEGER NOT NULL,
  alias    TEXT NOT NULL,
  folded   TEXT NOT NULL,
  PRIMARY KEY (actor_id, position)
) WITHOUT ROWID;
CREATE INDEX actor_alias_by_name ON actor_alias (folded);

CREATE TABLE actor_membership (
  actor_id  TEXT NOT NULL REFERENCES actor ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  of_id     TEXT NOT NULL,
  relation  TEXT NOT NULL,                 -- organ, office, ally, proxy
  from_date TEXT,
  to_date   TEXT,
  PRIMARY KEY (actor_id, position)
) WITHOUT ROWID;
CREATE INDEX actor_membership_by_whole ON actor_membership (of_id);
