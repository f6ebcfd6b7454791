/** The limits of schema/wire.cddl, in bytes unless said otherwise. */
export const MAX_BLOB = 24_576;
export const MAX_COMMIT = 16_384;
export const MAX_SEALED = 24_576;
export const MAX_LIVE_SLIPS = 8;
export const MAX_REMOVED = 16;
export const MAX_SPANS = 8;
export const MAX_TAG_SETS = 4;
export const MAX_SELECTOR = 1_048_575;
export const MAX_DAY = 99_999;
export const MAX_ORGANISATION_NAME = 120;
export const MAX_HOURS = 400;
export const MAX_OPEN_TIMES = 32;
export const MAX_CLOSED_DAYS = 64;
export const MAX_ANSWER_WITHIN_H = 168;
export const MINUTES_OF_DAY = 1_440;
export const MAX_PROGRAMMES = 8;
export const MAX_PROGRAMME_ID = 32;
export const MAX_NAME_LANGUAGES = 7;
export const MAX_NAMED = 80;
export const MAX_FIRST_CONTACT_WEEKDAYS = 30;
export const MAX_RANGE = 104;
export const MAX_PHASES = 8;
export const MAX_CHECK_IN_WEEKS = 26;
export const MAX_INDICATOR_MONTHS = 36;
export const MAX_LABEL = 80;
export const MAX_STAFF = 256;
export const MAX_ASSIGNMENTS = 500;
export const MAX_DOORS = 8;
export const MAX_OPEN_ORGANISATIONS = 8;
export const MIN_SEALED_FOR_WAITING = 48;
export const MAX_SEALED_FOR_WAITING = 512;
export const MAX_QUEUE_ROWS = 64;
export const U16 = 0xffff;
export const MIN_CHUNK = 17;
export const MAX_CHUNK = 16_400;
export const MAX_CHUNKS = 1_600;
export const MAX_CLIENT_DATA = 2_048;
export const MAX_ATTESTATION = 4_096;
export const MAX_CREDENTIAL_ID = 1_023;
export const MAX_AUTH_DATA = 1_024;
export const MIN_AUTH_DATA = 37;
export const MAX_PASSKEY_SIGNATURE = 512;
export const MAX_USER_HANDLE = 64;
export const MAX_PASSKEYS = 4;
export const MAX_RP_ID = 253;
export const MAX_SENTENCE = 200;
export const U32 = 0xffff_ffff;

/** What the wire leaves open and this client still bounds. */
export const MAX_CIRCLES = 4_096;
export const MAX_RELEASES = 1_024;
export const MAX_RELEASE_BYTES = 1_048_576;

/** Added to the sum of a frame's field limits: the array's own head, type and request id. */
export const FRAME_MARGIN = 256;

/** The server's window: envelopes under way that this device has not acknowledged. */
export const ENVELOPE_WINDOW = 64;
