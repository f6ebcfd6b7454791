-- A series more: 8, how the support has been for the parent (server/wire/counted.h). Everything else is as it was. Occasions are
-- of contacts alone, so that their table stays.

CREATE TABLE tally_count_10 (
  span_id INTEGER NOT NULL REFERENCES span (span_id),
  org_kind INTEGER NOT NULL CHECK (typeof(org_kind) = 'integer' AND org_kind IN (1, 2)),
  series INTEGER NOT NULL CHECK (typeof(series) = 'integer' AND series BETWEEN 1 AND 8),
  value INTEGER NOT NULL CHECK (typeof(value) = 'integer' AND value BETWEEN 1 AND 7),
  tallies INTEGER NOT NULL CHECK (typeof(tallies) = 'integer'),
  PRIMARY KEY (span_id, org_kind, series, value)
) WITHOUT ROWID;
INSERT INTO tally_count_10 SELECT * FROM tally_count;
DROP TABLE tally_count;
ALTER TABLE tally_count_10 RENAME TO tally_count;

CREATE TABLE tally_person_10 (
  span_id INTEGER NOT NULL REFERENCES span (span_id),
  org_kind INTEGER NOT NULL CHECK (typeof(org_kind) = 'integer' AND org_kind IN (1, 2)),
  series INTEGER NOT NULL CHECK (typeof(series) = 'integer' AND series BETWEEN 1 AND 8),
  value INTEGER NOT NULL CHECK (typeof(value) = 'integer' AND value BETWEEN 1 AND 7),
  tag BLOB NOT NULL CHECK (typeof(tag) = 'blob' AND length(tag) = 32),
  PRIMARY KEY (span_id, tag, org_kind, series, value)
) WITHOUT ROWID;
INSERT INTO tally_person_10 SELECT * FROM tally_person;
DROP TABLE tally_person;
ALTER TABLE tally_person_10 RENAME TO tally_person;

CREATE TABLE year_person_10 (
  year INTEGER NOT NULL CHECK (typeof(year) = 'integer'),
  tag BLOB NOT NULL CHECK (typeof(tag) = 'blob' AND length(tag) = 32),
  span_id INTEGER NOT NULL CHECK (typeof(span_id) = 'integer'),
  org_kind INTEGER NOT NULL CHECK (typeof(org_kind) = 'integer' AND org_kind IN (1, 2)),
  series INTEGER NOT NULL CHECK (typeof(series) = 'integer' AND series BETWEEN 1 AND 8),
  value INTEGER NOT NULL CHECK (typeof(value) = 'integer' AND value BETWEEN 1 AND 7),
  PRIMARY KEY (year, tag, span_id, org_kind, series, value)
) WITHOUT ROWID;
INSERT INTO year_person_10 SELECT * FROM year_person;
DROP TABLE year_person;
ALTER TABLE year_person_10 RENAME TO year_person;

CREATE TABLE span_figure_10 (
  span_id INTEGER NOT NULL REFERENCES span (span_id),
  series INTEGER NOT NULL CHECK (typeof(series) = 'integer' AND series BETWEEN 1 AND 8),
  org_kind INTEGER NOT NULL CHECK (typeof(org_kind) = 'integer' AND org_kind IN (0, 1, 2)),
  value INTEGER NOT NULL CHECK (typeof(value) = 'integer' AND value BETWEEN 0 AND 7),
  tallies INTEGER NOT NULL CHECK (typeof(tallies) = 'integer'),
  occasions INTEGER NOT NULL CHECK (typeof(occasions) = 'integer'),
  PRIMARY KEY (span_id, series, org_kind, value)
) WITHOUT ROWID;
INSERT INTO span_figure_10 SELECT * FROM span_figure;
DROP TABLE span_figure;
ALTER TABLE span_figure_10 RENAME TO span_figure;

CREATE TABLE span_told_10 (
  span_id INTEGER NOT NULL REFERENCES span (span_id),
  series INTEGER NOT NULL CHECK (typeof(series) = 'integer' AND series BETWEEN 1 AND 8),
  level INTEGER NOT NULL CHECK (typeof(level) = 'integer' AND level BETWEEN 0 AND 4),
  PRIMARY KEY (span_id, series)
) WITHOUT ROWID;
INSERT INTO span_told_10 SELECT * FROM span_told;
DROP TABLE span_told;
ALTER TABLE span_told_10 RENAME TO span_told;
-- Spans that wait for their half-year and year have told nothing of it.
INSERT INTO span_told (span_id, series, level) SELECT span_id, 8, 0 FROM span WHERE waits > 0;
