-- The open door: a slip that many use, and a queue at each organisation for those who came by one.

-- The organisation's place in the operator's config.json, from 1, while its door is open there; 0: closed. Set at every start.
ALTER TABLE organisation ADD COLUMN open_door INTEGER NOT NULL DEFAULT 0
  CHECK (typeof(open_door) = 'integer' AND open_door BETWEEN 0 AND 65535);

-- 1: a door. No circle, nobody uses it up; organisation_id made it.
ALTER TABLE slip ADD COLUMN door INTEGER NOT NULL DEFAULT 0 CHECK (typeof(door) = 'integer' AND door IN (0, 1));
CREATE INDEX slip_door ON slip (organisation_id) WHERE door = 1;

-- One who waits. number: the order. selector: the door they came by. since_day: the day they came.
-- taker: the supporter's device that is about to answer, NULL when there is none; taken_min: the minute of that, since 1970,
-- 0 when there is none. Both are gone with the giving, half an hour later at the latest: nothing else here is finer than a day.
-- sealed: what the supporter gave; empty until then. The row goes when the device joins a circle.
CREATE TABLE wait (
  wait_id BLOB PRIMARY KEY NOT NULL CHECK (typeof(wait_id) = 'blob' AND length(wait_id) = 16),
  number INTEGER NOT NULL UNIQUE CHECK (typeof(number) = 'integer'),
  device_id BLOB NOT NULL UNIQUE REFERENCES device (device_id),
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  selector INTEGER NOT NULL CHECK (typeof(selector) = 'integer' AND selector BETWEEN 0 AND 1048575),
  since_day INTEGER NOT NULL CHECK (typeof(since_day) = 'integer'),
  wait_key BLOB NOT NULL CHECK (typeof(wait_key) = 'blob' AND length(wait_key) = 32),
  taker BLOB REFERENCES device (device_id),
  taken_min INTEGER NOT NULL CHECK (typeof(taken_min) = 'integer' AND (taken_min = 0) = (taker IS NULL)),
  sealed BLOB NOT NULL CHECK (typeof(sealed) = 'blob' AND length(sealed) <= 512)
) WITHOUT ROWID;
CREATE INDEX wait_by_organisation ON wait (organisation_id, number);
CREATE INDEX wait_by_taker ON wait (taker) WHERE taker IS NOT NULL;
