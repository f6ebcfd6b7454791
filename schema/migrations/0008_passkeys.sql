-- The passkeys of staff (W3C Web Authentication, section 4, credential record): what is needed to check a sign-in, and no more.
-- public_key: a COSE key as the authenticator gave it. counter: the authenticator's, 0 when it does not count.
CREATE TABLE passkey (
  credential_id BLOB PRIMARY KEY NOT NULL CHECK (typeof(credential_id) = 'blob' AND length(credential_id) BETWEEN 1 AND 1023),
  account_id INTEGER NOT NULL REFERENCES account (id),
  public_key BLOB NOT NULL CHECK (typeof(public_key) = 'blob' AND length(public_key) BETWEEN 1 AND 560),
  counter INTEGER NOT NULL CHECK (typeof(counter) = 'integer' AND counter BETWEEN 0 AND 4294967295),
  backup_eligible INTEGER NOT NULL CHECK (typeof(backup_eligible) = 'integer' AND backup_eligible IN (0, 1)),
  created_day INTEGER NOT NULL CHECK (typeof(created_day) = 'integer')
) WITHOUT ROWID;
CREATE INDEX passkey_by_account ON passkey (account_id);
