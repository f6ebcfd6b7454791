-- An organisation's opening hours and closed days for a machine: the wire's `opening` (schema/wire.cddl) as it stands in a
-- frame. Empty: never said.
ALTER TABLE organisation ADD COLUMN opening BLOB NOT NULL DEFAULT x'' CHECK (typeof(opening) = 'blob');
