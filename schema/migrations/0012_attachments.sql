-- Attachments: parts that a device sealed (schema/wire.cddl, attachments), until every device of the circle has them. Nothing here
-- says who put them there, nor when: only the day on which their time is over.

-- number: the place of its parts in attachment_chunk; given again when everything of the attachment that had it is gone. size: all
-- parts together as they were announced; stored and stored_bytes: those that are here. Whole when stored = chunks.
CREATE TABLE attachment (
  number INTEGER PRIMARY KEY NOT NULL,
  circle INTEGER NOT NULL REFERENCES circle (number),
  attachment_id BLOB NOT NULL CHECK (typeof(attachment_id) = 'blob' AND length(attachment_id) = 16),
  chunks INTEGER NOT NULL CHECK (typeof(chunks) = 'integer' AND chunks BETWEEN 1 AND 1600),
  size INTEGER NOT NULL CHECK (typeof(size) = 'integer'),
  stored INTEGER NOT NULL CHECK (typeof(stored) = 'integer' AND stored BETWEEN 0 AND chunks),
  stored_bytes INTEGER NOT NULL CHECK (typeof(stored_bytes) = 'integer' AND stored_bytes BETWEEN 0 AND size),
  expires_day INTEGER NOT NULL CHECK (typeof(expires_day) = 'integer'),
  UNIQUE (circle, attachment_id)
);

-- id: number * 2048 + the part's index, so that an attachment's parts lie together and need no index of their own.
CREATE TABLE attachment_chunk (
  id INTEGER PRIMARY KEY NOT NULL,
  chunk BLOB NOT NULL CHECK (typeof(chunk) = 'blob' AND length(chunk) BETWEEN 17 AND 16400)
);

-- Which devices still have to fetch it: at first all of the circle, the one that put it there among them.
CREATE TABLE attachment_waits (
  number INTEGER NOT NULL REFERENCES attachment (number),
  device_id BLOB NOT NULL CHECK (typeof(device_id) = 'blob' AND length(device_id) = 16),
  PRIMARY KEY (number, device_id)
) WITHOUT ROWID;

-- Numbers whose attachment is gone and whose parts are still being deleted, some at a time.
CREATE TABLE attachment_rubbish (
  number INTEGER PRIMARY KEY NOT NULL
);
