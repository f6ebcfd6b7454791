-- The log of envelopes has no index but its row ids: where a circle's envelopes stand is kept in memory while the server
-- runs (server/storage/log_index.h). Each index cost every stored message one more page to encrypt and to sync.
--
-- circle.head may be behind: a circle's head is the greater of it and the last sequence that stands in envelope. It is
-- raised before a circle's last envelope goes.

DROP INDEX envelope_by_circle;
DROP INDEX envelope_by_expiry;
