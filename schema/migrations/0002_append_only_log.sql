-- Envelopes in the order of their arrival, found through a small index, instead of a tree by (circle, sequence): a stored
-- message touches a quarter of the pages.
--
-- A circle gets a number of its own, since its sixteen random bytes stood in every row of the log.
-- A message's id stands in its envelope and goes with it. It makes a retry idempotent, and only a sender whose own
-- envelope still waits for it can have a reason to try again: kept any longer, it would be kept for nothing.
-- circle.waiting_* go too: the writer counts what waits when it first needs to know.

CREATE TABLE circle_2 (
  number INTEGER PRIMARY KEY NOT NULL,
  circle_id BLOB NOT NULL UNIQUE CHECK (typeof(circle_id) = 'blob' AND length(circle_id) = 16),
  epoch INTEGER NOT NULL CHECK (typeof(epoch) = 'integer'),
  head INTEGER NOT NULL CHECK (typeof(head) = 'integer')
);
INSERT INTO circle_2 (circle_id, epoch, head) SELECT circle_id, epoch, head FROM circle ORDER BY circle_id;

CREATE TABLE membership_2 (
  circle INTEGER NOT NULL REFERENCES circle_2 (number),
  device_id BLOB NOT NULL REFERENCES device (device_id),
  acked INTEGER NOT NULL CHECK (typeof(acked) = 'integer'),
  PRIMARY KEY (circle, device_id)
) WITHOUT ROWID;
INSERT INTO membership_2 (circle, device_id, acked)
  SELECT circle_2.number, membership.device_id, membership.acked
  FROM membership JOIN circle_2 ON circle_2.circle_id = membership.circle_id;

CREATE TABLE envelope_2 (
  id INTEGER PRIMARY KEY NOT NULL,
  circle INTEGER NOT NULL REFERENCES circle_2 (number),
  sequence INTEGER NOT NULL CHECK (typeof(sequence) = 'integer'),
  kind INTEGER NOT NULL CHECK (typeof(kind) = 'integer' AND kind IN (0, 1)),
  epoch INTEGER NOT NULL CHECK (typeof(epoch) = 'integer'),
  expires_day INTEGER NOT NULL CHECK (typeof(expires_day) = 'integer'),
  message_id BLOB NOT NULL CHECK (typeof(message_id) = 'blob' AND length(message_id) = 16),
  blob BLOB NOT NULL CHECK (typeof(blob) = 'blob' AND length(blob) BETWEEN 1 AND 24576)
);
-- An envelope whose id had expired before it (a retention above 30 days) gets one that nobody will ask for.
INSERT INTO envelope_2 (circle, sequence, kind, epoch, expires_day, message_id, blob)
  SELECT circle_2.number, envelope.sequence, envelope.kind, envelope.epoch, envelope.expires_day,
         ifnull(message_id.message_id, randomblob(16)), envelope.blob
  FROM envelope JOIN circle_2 ON circle_2.circle_id = envelope.circle_id
  LEFT JOIN message_id ON message_id.circle_id = envelope.circle_id AND message_id.sequence = envelope.sequence
  ORDER BY envelope.expires_day, circle_2.number, envelope.sequence;

CREATE TABLE slip_2 (
  selector INTEGER PRIMARY KEY NOT NULL CHECK (typeof(selector) = 'integer' AND selector BETWEEN 0 AND 1048575),
  salt BLOB NOT NULL CHECK (typeof(salt) = 'blob' AND length(salt) = 16),
  token_hash BLOB NOT NULL CHECK (typeof(token_hash) = 'blob' AND length(token_hash) = 32),
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  role INTEGER NOT NULL CHECK (typeof(role) = 'integer' AND role BETWEEN 1 AND 4),
  expires_day INTEGER NOT NULL CHECK (typeof(expires_day) = 'integer'),
  circle_id BLOB REFERENCES circle_2 (circle_id),
  replaces BLOB CHECK (replaces IS NULL OR (typeof(replaces) = 'blob' AND length(replaces) = 16)),
  package_epoch INTEGER NOT NULL CHECK (typeof(package_epoch) = 'integer'),
  sealed BLOB NOT NULL CHECK (typeof(sealed) = 'blob' AND length(sealed) <= 24576),
  used_by BLOB REFERENCES device (device_id),
  used_message_id BLOB NOT NULL CHECK (typeof(used_message_id) = 'blob'),
  used_sequence INTEGER NOT NULL CHECK (typeof(used_sequence) = 'integer')
);
INSERT INTO slip_2 SELECT selector, salt, token_hash, organisation_id, role, expires_day, circle_id, replaces,
                          package_epoch, sealed, used_by, used_message_id, used_sequence FROM slip;

DROP TABLE message_id;
DROP TABLE envelope;
DROP TABLE membership;
DROP TABLE slip;
DROP TABLE circle;
-- With foreign keys enforced, renaming a parent renames it in its children's references too.
ALTER TABLE circle_2 RENAME TO circle;
ALTER TABLE membership_2 RENAME TO membership;
ALTER TABLE envelope_2 RENAME TO envelope;
ALTER TABLE slip_2 RENAME TO slip;

CREATE INDEX membership_by_device ON membership (device_id);
CREATE UNIQUE INDEX envelope_by_circle ON envelope (circle, sequence);
CREATE INDEX envelope_by_expiry ON envelope (expires_day);
CREATE INDEX slip_by_circle ON slip (circle_id);
