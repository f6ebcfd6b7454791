-- Everything the server keeps. SQL for SQLite 3.15; every column is NOT NULL and says its type. The one kind of
-- NULL is a reference that need not exist, and says so.
-- Days are days since 1970-01-01 in Stockholm. Nothing is kept finer than a day.
-- No names of people, no addresses, no sender of an envelope, no time of a tally.

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL CHECK (typeof(kind) = 'integer' AND kind IN (1, 2)),
  name TEXT NOT NULL UNIQUE CHECK (typeof(name) = 'text'),
  hours TEXT NOT NULL CHECK (typeof(hours) = 'text')
);

CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  role INTEGER NOT NULL CHECK (typeof(role) = 'integer' AND role BETWEEN 1 AND 4),
  created_day INTEGER NOT NULL CHECK (typeof(created_day) = 'integer')
);

-- share: empty once destroyed. wrong_tries: in a row.
CREATE TABLE device (
  device_id BLOB PRIMARY KEY NOT NULL CHECK (typeof(device_id) = 'blob' AND length(device_id) = 16),
  account_id INTEGER NOT NULL REFERENCES account (id),
  login_key BLOB NOT NULL CHECK (typeof(login_key) = 'blob' AND length(login_key) = 32),
  share BLOB NOT NULL CHECK (typeof(share) = 'blob' AND length(share) IN (0, 32)),
  share_auth_hash BLOB NOT NULL CHECK (typeof(share_auth_hash) = 'blob' AND length(share_auth_hash) IN (0, 32)),
  wrong_tries INTEGER NOT NULL CHECK (typeof(wrong_tries) = 'integer'),
  created_day INTEGER NOT NULL CHECK (typeof(created_day) = 'integer')
) WITHOUT ROWID;

-- head: the last sequence given. waiting_*: what envelope holds of this circle.
CREATE TABLE circle (
  circle_id BLOB PRIMARY KEY NOT NULL CHECK (typeof(circle_id) = 'blob' AND length(circle_id) = 16),
  epoch INTEGER NOT NULL CHECK (typeof(epoch) = 'integer'),
  head INTEGER NOT NULL CHECK (typeof(head) = 'integer'),
  waiting_envelopes INTEGER NOT NULL CHECK (typeof(waiting_envelopes) = 'integer'),
  waiting_bytes INTEGER NOT NULL CHECK (typeof(waiting_bytes) = 'integer')
) WITHOUT ROWID;

CREATE TABLE membership (
  circle_id BLOB NOT NULL REFERENCES circle (circle_id),
  device_id BLOB NOT NULL REFERENCES device (device_id),
  acked INTEGER NOT NULL CHECK (typeof(acked) = 'integer'),
  PRIMARY KEY (circle_id, device_id)
) WITHOUT ROWID;
CREATE INDEX membership_by_device ON membership (device_id);

CREATE TABLE envelope (
  circle_id BLOB NOT NULL REFERENCES circle (circle_id),
  sequence INTEGER NOT NULL CHECK (typeof(sequence) = 'integer'),
  kind INTEGER NOT NULL CHECK (typeof(kind) = 'integer' AND kind IN (0, 1)),
  epoch INTEGER NOT NULL CHECK (typeof(epoch) = 'integer'),
  expires_day INTEGER NOT NULL CHECK (typeof(expires_day) = 'integer'),
  blob BLOB NOT NULL CHECK (typeof(blob) = 'blob' AND length(blob) BETWEEN 1 AND 24576),
  PRIMARY KEY (circle_id, sequence)
);
CREATE INDEX envelope_by_expiry ON envelope (expires_day);

-- What makes a retry idempotent; outlives the envelope.
CREATE TABLE message_id (
  circle_id BLOB NOT NULL REFERENCES circle (circle_id),
  message_id BLOB NOT NULL CHECK (typeof(message_id) = 'blob' AND length(message_id) = 16),
  sequence INTEGER NOT NULL CHECK (typeof(sequence) = 'integer'),
  expires_day INTEGER NOT NULL CHECK (typeof(expires_day) = 'integer'),
  PRIMARY KEY (circle_id, message_id)
) WITHOUT ROWID;
CREATE INDEX message_id_by_expiry ON message_id (expires_day);

-- circle_id, used_by: NULL when there is none. sealed: empty for a staff slip and once used; package_epoch: the
-- epoch it belongs to. used_message_id, used_sequence: what a repeated redemption is told.
CREATE TABLE slip (
  selector INTEGER PRIMARY KEY NOT NULL CHECK (typeof(selector) = 'integer' AND selector BETWEEN 0 AND 1048575),
  salt BLOB NOT NULL CHECK (typeof(salt) = 'blob' AND length(salt) = 16),
  token_hash BLOB NOT NULL CHECK (typeof(token_hash) = 'blob' AND length(token_hash) = 32),
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  role INTEGER NOT NULL CHECK (typeof(role) = 'integer' AND role BETWEEN 1 AND 4),
  expires_day INTEGER NOT NULL CHECK (typeof(expires_day) = 'integer'),
  circle_id BLOB REFERENCES circle (circle_id),
  replaces BLOB CHECK (replaces IS NULL OR (typeof(replaces) = 'blob' AND length(replaces) = 16)),
  package_epoch INTEGER NOT NULL CHECK (typeof(package_epoch) = 'integer'),
  sealed BLOB NOT NULL CHECK (typeof(sealed) = 'blob' AND length(sealed) <= 24576),
  used_by BLOB REFERENCES device (device_id),
  used_message_id BLOB NOT NULL CHECK (typeof(used_message_id) = 'blob'),
  used_sequence INTEGER NOT NULL CHECK (typeof(used_sequence) = 'integer')
);
CREATE INDEX slip_by_circle ON slip (circle_id);

-- state 0: open, 1: published.
CREATE TABLE span (
  span_id INTEGER PRIMARY KEY AUTOINCREMENT,
  first_day INTEGER NOT NULL CHECK (typeof(first_day) = 'integer'),
  last_day INTEGER NOT NULL CHECK (typeof(last_day) = 'integer'),
  state INTEGER NOT NULL CHECK (typeof(state) = 'integer' AND state IN (0, 1))
);

CREATE TABLE tally_count (
  span_id INTEGER NOT NULL REFERENCES span (span_id),
  org_kind INTEGER NOT NULL CHECK (typeof(org_kind) = 'integer' AND org_kind IN (1, 2)),
  contact INTEGER NOT NULL CHECK (typeof(contact) = 'integer' AND contact BETWEEN 1 AND 7),
  contacts INTEGER NOT NULL CHECK (typeof(contacts) = 'integer'),
  PRIMARY KEY (span_id, org_kind, contact)
) WITHOUT ROWID;

-- A tag here is HMAC(span key, the client's tag); the key lies outside of the database. WITHOUT ROWID keeps the
-- set in the order of the hashes, so that no order of arrival is left.
CREATE TABLE tally_person (
  span_id INTEGER NOT NULL REFERENCES span (span_id),
  org_kind INTEGER NOT NULL CHECK (typeof(org_kind) = 'integer'),
  contact INTEGER NOT NULL CHECK (typeof(contact) = 'integer'),
  tag BLOB NOT NULL CHECK (typeof(tag) = 'blob' AND length(tag) = 32),
  PRIMARY KEY (span_id, tag, org_kind, contact)
) WITHOUT ROWID;

CREATE TABLE tally_occasion (
  span_id INTEGER NOT NULL REFERENCES span (span_id),
  org_kind INTEGER NOT NULL CHECK (typeof(org_kind) = 'integer'),
  contact INTEGER NOT NULL CHECK (typeof(contact) = 'integer'),
  tag BLOB NOT NULL CHECK (typeof(tag) = 'blob' AND length(tag) = 32),
  PRIMARY KEY (span_id, tag, org_kind, contact)
) WITHOUT ROWID;

-- So that a retry counts once. Kept for 48 hours at least; a day is fine enough, a time would say too much.
CREATE TABLE tally_id (
  tally_id BLOB PRIMARY KEY NOT NULL CHECK (typeof(tally_id) = 'blob' AND length(tally_id) = 16),
  expires_day INTEGER NOT NULL CHECK (typeof(expires_day) = 'integer')
) WITHOUT ROWID;

CREATE TABLE release (
  release_id INTEGER PRIMARY KEY AUTOINCREMENT,
  span_id INTEGER NOT NULL UNIQUE REFERENCES span (span_id),
  first_day INTEGER NOT NULL CHECK (typeof(first_day) = 'integer'),
  last_day INTEGER NOT NULL CHECK (typeof(last_day) = 'integer'),
  json BLOB NOT NULL CHECK (typeof(json) = 'blob'),
  csv BLOB NOT NULL CHECK (typeof(csv) = 'blob')
);
