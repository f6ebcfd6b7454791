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
