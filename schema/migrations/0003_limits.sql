-- What limits need to be held without counting rows again and again.

-- share_id names a share to the server; unlike device_id, no other member of a circle ever sees it, so that nobody else
-- can use up a device's ten tries. Devices that were there before are still named by their device id.
ALTER TABLE device ADD COLUMN share_id BLOB NOT NULL DEFAULT x''
  CHECK (typeof(share_id) = 'blob' AND length(share_id) IN (0, 16));
UPDATE device SET share_id = device_id;
CREATE UNIQUE INDEX device_by_share_id ON device (share_id);

-- accounts: rows of account with this organisation.
ALTER TABLE organisation ADD COLUMN accounts INTEGER NOT NULL DEFAULT 0 CHECK (typeof(accounts) = 'integer');
UPDATE organisation SET accounts = (SELECT count(*) FROM account WHERE organisation_id = organisation.id);

-- The open staff slips of an organisation.
CREATE INDEX slip_staff_unused ON slip (organisation_id) WHERE circle_id IS NULL AND used_by IS NULL;

-- The calendar as the last Maintain saw it: one row, from the first Maintain on. Days, nothing finer.
CREATE TABLE upkeep (
  only_row INTEGER PRIMARY KEY NOT NULL CHECK (only_row = 1),
  last_seen INTEGER NOT NULL CHECK (typeof(last_seen) = 'integer'),
  hold_until INTEGER NOT NULL CHECK (typeof(hold_until) = 'integer')
);
