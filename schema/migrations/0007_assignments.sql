-- Who works for an organisation, as its coordinators see them: a number that is used nowhere else, what a coordinator calls
-- them (a colleague's name, never a parent's), and the day since which they ask for a talk; 0: they don't.
CREATE TABLE staff (
  account_id INTEGER PRIMARY KEY NOT NULL REFERENCES account (id),
  staff_id BLOB NOT NULL UNIQUE CHECK (typeof(staff_id) = 'blob' AND length(staff_id) = 16),
  label TEXT NOT NULL CHECK (typeof(label) = 'text'),
  talk_day INTEGER NOT NULL CHECK (typeof(talk_day) = 'integer')
);
INSERT INTO staff (account_id, staff_id, label, talk_day) SELECT id, randomblob(16), '', 0 FROM account WHERE role <> 1;

-- What the person who uses this staff slip will be called.
ALTER TABLE slip ADD COLUMN label TEXT NOT NULL DEFAULT '' CHECK (typeof(label) = 'text');

-- A coordinator's promise that a parent will be contacted (DESIGN 2). No circle, no parent: a label, whose it is, a day.
-- account_id: NULL while it is nobody's. state: 1 open, 2 contacted, 3 not carried out, 4 withdrawn. ended_day: 0 while open.
CREATE TABLE assignment (
  assignment_id BLOB PRIMARY KEY NOT NULL CHECK (typeof(assignment_id) = 'blob' AND length(assignment_id) = 16),
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  account_id INTEGER REFERENCES account (id),
  label TEXT NOT NULL CHECK (typeof(label) = 'text' AND length(label) > 0),
  due_day INTEGER NOT NULL CHECK (typeof(due_day) = 'integer'),
  state INTEGER NOT NULL CHECK (typeof(state) = 'integer' AND state BETWEEN 1 AND 4),
  ended_day INTEGER NOT NULL CHECK (typeof(ended_day) = 'integer')
) WITHOUT ROWID;
CREATE INDEX assignment_by_organisation ON assignment (organisation_id);

-- A device that its organisation took out of a circle, until the others have removed it from the group.
CREATE TABLE gone (
  circle_id BLOB NOT NULL CHECK (typeof(circle_id) = 'blob' AND length(circle_id) = 16),
  device_id BLOB NOT NULL CHECK (typeof(device_id) = 'blob' AND length(device_id) = 16),
  PRIMARY KEY (circle_id, device_id)
) WITHOUT ROWID;
