-- A tally counts one value of one series (server/wire/counted.h); until now all were of series 1, the contacts.

CREATE TABLE tally_count_5 (
  span_id INTEGER NOT NULL REFERENCES span (span_id),
  org_kind INTEGER NOT NULL CHECK (typeof(org_kind) = 'integer' AND org_kind IN (1, 2)),
  series INTEGER NOT NULL CHECK (typeof(series) = 'integer' AND series BETWEEN 1 AND 7),
  value INTEGER NOT NULL CHECK (typeof(value) = 'integer' AND value BETWEEN 1 AND 7),
  tallies INTEGER NOT NULL CHECK (typeof(tallies) = 'integer'),
  PRIMARY KEY (span_id, org_kind, series, value)
) WITHOUT ROWID;
INSERT INTO tally_count_5 SELECT span_id, org_kind, 1, contact, contacts FROM tally_count;
DROP TABLE tally_count;
ALTER TABLE tally_count_5 RENAME TO tally_count;

-- As before: a tag is HMAC(span key, the client's tag), the key lies outside of the database, and the order is the
-- hashes' own.
CREATE TABLE tally_person_5 (
  span_id INTEGER NOT NULL REFERENCES span (span_id),
  org_kind INTEGER NOT NULL CHECK (typeof(org_kind) = 'integer' AND org_kind IN (1, 2)),
  series INTEGER NOT NULL CHECK (typeof(series) = 'integer' AND series BETWEEN 1 AND 7),
  value INTEGER NOT NULL CHECK (typeof(value) = 'integer' AND value BETWEEN 1 AND 7),
  tag BLOB NOT NULL CHECK (typeof(tag) = 'blob' AND length(tag) = 32),
  PRIMARY KEY (span_id, tag, org_kind, series, value)
) WITHOUT ROWID;
INSERT INTO tally_person_5 SELECT span_id, org_kind, 1, contact, tag FROM tally_person;
DROP TABLE tally_person;
ALTER TABLE tally_person_5 RENAME TO tally_person;

-- Contacts alone have occasions.
CREATE TABLE tally_occasion_5 (
  span_id INTEGER NOT NULL REFERENCES span (span_id),
  org_kind INTEGER NOT NULL CHECK (typeof(org_kind) = 'integer' AND org_kind IN (1, 2)),
  series INTEGER NOT NULL CHECK (typeof(series) = 'integer' AND series BETWEEN 1 AND 7),
  value INTEGER NOT NULL CHECK (typeof(value) = 'integer' AND value BETWEEN 1 AND 7),
  tag BLOB NOT NULL CHECK (typeof(tag) = 'blob' AND length(tag) = 32),
  PRIMARY KEY (span_id, tag, org_kind, series, value)
) WITHOUT ROWID;
INSERT INTO tally_occasion_5 SELECT span_id, org_kind, 1, contact, tag FROM tally_occasion;
DROP TABLE tally_occasion;
ALTER TABLE tally_occasion_5 RENAME TO tally_occasion;

-- What a published span has yet to give: 2: to its half-year and its year, 1: to its year, 0: nothing (also: not yet
-- published).
ALTER TABLE span ADD COLUMN waits INTEGER NOT NULL DEFAULT 0 CHECK (typeof(waits) = 'integer' AND waits IN (0, 1, 2));

-- Who was counted in a year, so that nobody is counted twice in it: tag is HMAC(year key, the client's year tag), the key
-- lies outside of the database. Gone with the year's release.
CREATE TABLE year_person (
  year INTEGER NOT NULL CHECK (typeof(year) = 'integer'),
  tag BLOB NOT NULL CHECK (typeof(tag) = 'blob' AND length(tag) = 32),
  span_id INTEGER NOT NULL CHECK (typeof(span_id) = 'integer'),
  org_kind INTEGER NOT NULL CHECK (typeof(org_kind) = 'integer' AND org_kind IN (1, 2)),
  series INTEGER NOT NULL CHECK (typeof(series) = 'integer' AND series BETWEEN 1 AND 7),
  value INTEGER NOT NULL CHECK (typeof(value) = 'integer' AND value BETWEEN 1 AND 7),
  PRIMARY KEY (year, tag, span_id, org_kind, series, value)
) WITHOUT ROWID;

-- What a published span counted, until its year is released: org_kind 0: both, value 0: all.
CREATE TABLE span_figure (
  span_id INTEGER NOT NULL REFERENCES span (span_id),
  series INTEGER NOT NULL CHECK (typeof(series) = 'integer' AND series BETWEEN 1 AND 7),
  org_kind INTEGER NOT NULL CHECK (typeof(org_kind) = 'integer' AND org_kind IN (0, 1, 2)),
  value INTEGER NOT NULL CHECK (typeof(value) = 'integer' AND value BETWEEN 0 AND 7),
  tallies INTEGER NOT NULL CHECK (typeof(tallies) = 'integer'),
  occasions INTEGER NOT NULL CHECK (typeof(occasions) = 'integer'),
  PRIMARY KEY (span_id, series, org_kind, value)
) WITHOUT ROWID;

-- How finely it has been told so far. level 0: nothing, 1: the total, 2: by organisation kind, 3: by value, 4: by both.
CREATE TABLE span_told (
  span_id INTEGER NOT NULL REFERENCES span (span_id),
  series INTEGER NOT NULL CHECK (typeof(series) = 'integer' AND series BETWEEN 1 AND 7),
  level INTEGER NOT NULL CHECK (typeof(level) = 'integer' AND level BETWEEN 0 AND 4),
  PRIMARY KEY (span_id, series)
) WITHOUT ROWID;

-- scope 1: a span, 2: a half-year, 3: a year. span_id: NULL for the sums. Numbers go on where they were.
CREATE TABLE release_5 (
  release_id INTEGER PRIMARY KEY AUTOINCREMENT,
  scope INTEGER NOT NULL CHECK (typeof(scope) = 'integer' AND scope IN (1, 2, 3)),
  span_id INTEGER UNIQUE REFERENCES span (span_id),
  first_day INTEGER NOT NULL CHECK (typeof(first_day) = 'integer'),
  last_day INTEGER NOT NULL CHECK (typeof(last_day) = 'integer'),
  json BLOB NOT NULL CHECK (typeof(json) = 'blob'),
  csv BLOB NOT NULL CHECK (typeof(csv) = 'blob'),
  CHECK ((scope = 1) = (span_id IS NOT NULL)),
  UNIQUE (scope, first_day)
);
INSERT INTO sqlite_sequence (name, seq) SELECT 'release_5', seq FROM sqlite_sequence WHERE name = 'release';
INSERT INTO release_5 SELECT release_id, 1, span_id, first_day, last_day, json, csv FROM release ORDER BY release_id;
DROP TABLE release;
ALTER TABLE release_5 RENAME TO release;
