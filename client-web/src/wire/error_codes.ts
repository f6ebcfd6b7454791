// Generated from schema/error_codes.csv by scripts/gen_error_codes.mjs. Do not edit.
//
// The numbers that error frames carry and their names. The sentences are the server's
// English ones, for logs and tests; people read the page's own words for each name.

export const ERROR_CODES = {
  /** wire: The message could not be understood. */
  bad_frame: 1,
  /** wire: The message is too large. */
  frame_too_large: 2,
  /** wire: This kind of message is not known. */
  unknown_frame: 3,
  /** wire: This message does not fit at this point of the connection. */
  not_now: 4,
  /** wire: Too many tries. Wait a little and try again. */
  too_many: 5,
  /** wire: Something went wrong on the server. Nothing was changed. */
  internal: 6,
  /** wire: The server has no room left. Nothing was changed; what is stored can still be read. */
  storage_full: 7,
  /** wire: The server is restarting. Try again in a moment. */
  shutting_down: 8,
  /** access: This device is not known here or its key does not fit. */
  login_failed: 10,
  /** access: This is not open to you. */
  not_allowed: 11,
  /** access: This device is already registered. */
  device_exists: 12,
  /** access: The passkey does not fit. Try again. */
  passkey_bad: 13,
  /** access: This passkey can't be used here: the device has to make sure that it is you. */
  passkey_unsuited: 14,
  /** access: You have been signed out. Sign in again. */
  session_ended: 15,
  /** slips: This slip is not known. Check every part of it. */
  slip_unknown: 20,
  /** slips: This slip has been used already. Ask for a new one. */
  slip_used: 21,
  /** slips: This slip is too old. Ask for a new one. */
  slip_expired: 22,
  /** slips: This slip number is taken; make another one. */
  slip_selector_taken: 23,
  /** slips: This circle has as many open slips as it may have. */
  slip_limit: 24,
  /** slips: A part of the slip looks wrong. */
  slip_mistyped: 25,
  /** slips: The slip is being renewed. Try again in a moment. */
  slip_stale: 26,
  /** slips: A slip lasts from one to thirty days and a door to four hundred. */
  bad_expiry: 27,
  /** slips: The organisation has as many open doors as it may have. Take one away first. */
  door_limit: 28,
  /** slips: Too many have come through this door today. Try again tomorrow. */
  door_day_limit: 29,
  /** circles: This conversation is not known. */
  circle_unknown: 30,
  /** circles: This conversation exists already. */
  circle_exists: 31,
  /** circles: This device is not in the conversation. */
  not_a_member: 32,
  /** circles: The conversation has moved on. Fetch what is new and try again. */
  epoch_stale: 33,
  /** circles: More was acknowledged than there is. */
  ack_beyond_head: 34,
  /** circles: This conversation has as many devices as it may have. */
  circle_full: 35,
  /** circles: Too much is waiting in this conversation. Try again when it has been fetched. */
  mailbox_full: 36,
  /** queue: Nobody waits here: somebody else was quicker or there was nobody. */
  queue_empty: 37,
  /** queue: This place in the queue does not exist or has been taken. */
  not_waiting: 38,
  /** queue: As many wait here as can. Try again tomorrow or choose another organisation. */
  queue_full: 39,
  /** counts: That period has been closed. */
  span_closed: 40,
  /** counts: This kind of contact is not known. */
  bad_contact: 41,
  /** counts: This release is not known. */
  release_unknown: 42,
  /** counts: So many contacts can't be counted in one day. They are kept on this device and counted tomorrow. */
  tally_limit: 43,
  /** access: No more people fit into this organisation. Tell the operator. */
  organisation_full: 44,
  /** circles: So many conversations can't be made in one day. Go on tomorrow. */
  circle_limit: 45,
  /** slips: So many slips can't be made in one day. Go on tomorrow. */
  slip_day_limit: 46,
  /** slips: The organisation has as many open staff slips as it may have. Revoke one or wait until one is used. */
  staff_slip_limit: 47,
  /** staff: A name or label has from one to eighty bytes and no line breaks. */
  bad_label: 48,
  /** staff: The due day lies between today and sixty days from now. */
  bad_due: 49,
  /** lock: The PIN is not right. */
  pin_wrong: 50,
  /** lock: Too many wrong PINs. The key to this phone's messages has been destroyed. */
  share_destroyed: 51,
  /** staff: This colleague is not known in your organisation. */
  staff_unknown: 52,
  /** staff: This assignment is not known. */
  assignment_unknown: 53,
  /** staff: Another assignment has this number already. */
  assignment_exists: 54,
  /** staff: This assignment has ended. */
  assignment_over: 55,
  /** staff: The organisation has as many assignments as it may have. */
  assignment_limit: 56,
  /** staff: More colleagues than can be listed. Tell the operator. */
  staff_limit: 57,
  /** operator: The data folder does not hold a Bredvid database. Run: bredvid init */
  data_missing: 60,
  /** operator: The data folder already holds a Bredvid database. */
  data_exists: 61,
  /** operator: Another bredvid is using this data folder. */
  data_in_use: 62,
  /** operator: The database key can't be read or is not 32 bytes in hexadecimal. */
  key_unreadable: 63,
  /** operator: The database key is readable by others. Run: chmod 600 on it */
  key_permissions: 64,
  /** operator: The key does not open this database or the file is not a database. */
  key_wrong: 65,
  /** operator: The database was written by a newer bredvid. Install that version. */
  database_newer: 66,
  /** operator: The database is damaged. Restore it from a backup. */
  database_damaged: 67,
  /** operator: The database's migrations do not match this bredvid. */
  database_old_gap: 68,
  /** operator: The certificate or its key can't be read. */
  cert_unreadable: 70,
  /** operator: The certificate and its key do not belong together. */
  cert_mismatch: 71,
  /** operator: The port is in use by another program. */
  port_in_use: 72,
  /** operator: The address or port can't be used. */
  address_bad: 73,
  /** operator: The configuration has a mistake. */
  config_bad: 74,
  /** operator: The web client's folder is missing or incomplete. */
  static_missing: 75,
  /** operator: The command line can't be understood. */
  usage: 76,
  /** operator: The disk is full. */
  disk_full: 77,
  /** operator: A file can't be read or written. */
  io_failed: 78,
  /** operator: The certificate is not valid today. */
  cert_not_valid: 79,
  /** operator: No period is due for release. */
  nothing_due: 80,
  /** operator: The backup is damaged or is not a Bredvid database. */
  backup_bad: 81,
  /** operator: A file with that name is there already. Nothing is overwritten. */
  file_exists: 82,
  /** operator: The passphrase can't be read or is too short. */
  passphrase_bad: 83,
  /** operator: The certificate is valid today but soon will not be. */
  cert_dates: 84,
  /** operator: The certificate is not for the name that people use. */
  cert_name: 85,
  /** operator: The clock can't be right. */
  clock_wrong: 86,
  /** operator: Too little room or too few files for what is configured. */
  resources_short: 87,
  /** operator: Something that should have happened has not. */
  overdue: 88,
  /** crypto: An older state of this device was restored. It has to renew its keys first. */
  state_rolled_back: 89,
  /** crypto: The message could not be read. */
  mls_malformed: 90,
  /** crypto: The message belongs to another conversation. */
  mls_wrong_group: 91,
  /** crypto: The message belongs to another time of the conversation. */
  mls_wrong_epoch: 92,
  /** crypto: The message's signature is not right. */
  mls_bad_signature: 93,
  /** crypto: The message could not be decrypted. */
  mls_decrypt_failed: 94,
  /** crypto: The message was read before. */
  mls_replayed: 95,
  /** crypto: The change to the conversation breaks its rules. */
  mls_refused: 96,
  /** crypto: The slip does not fit this conversation. */
  join_failed: 97,
  /** crypto: The stored state can't be read. */
  state_bad: 98,
  /** crypto: This content needs a newer version of the app. */
  content_unknown: 99,
  /** attachments: This attachment is not kept here (any more). */
  attachment_gone: 100,
  /** attachments: There is no room for more attachments at the moment. */
  attachment_room: 101,
  /** attachments: This part of the attachment has not come yet. */
  attachment_incomplete: 102,
  /** attachments: This does not fit what was said about the attachment before. */
  attachment_mismatch: 103,
  /** attachments: So many attachments can't be sent in one day. Go on tomorrow. */
  attachment_day_limit: 104,
} as const;

export type ErrorName = keyof typeof ERROR_CODES;
export type ErrorCode = (typeof ERROR_CODES)[ErrorName];

const NAMES: ReadonlyMap<number, ErrorName> = new Map(
  (Object.entries(ERROR_CODES) as [ErrorName, ErrorCode][]).map(([name, code]) => [code, name]),
);

/** null: a number that this version of the client does not know. */
export function errorName(code: number): ErrorName | null {
  return NAMES.get(code) ?? null;
}

export const ERROR_SENTENCES: Readonly<Record<ErrorName, string>> = {
  bad_frame: 'The message could not be understood.',
  frame_too_large: 'The message is too large.',
  unknown_frame: 'This kind of message is not known.',
  not_now: 'This message does not fit at this point of the connection.',
  too_many: 'Too many tries. Wait a little and try again.',
  internal: 'Something went wrong on the server. Nothing was changed.',
  storage_full: 'The server has no room left. Nothing was changed; what is stored can still be read.',
  shutting_down: 'The server is restarting. Try again in a moment.',
  login_failed: 'This device is not known here or its key does not fit.',
  not_allowed: 'This is not open to you.',
  device_exists: 'This device is already registered.',
  passkey_bad: 'The passkey does not fit. Try again.',
  passkey_unsuited: 'This passkey can\'t be used here: the device has to make sure that it is you.',
  session_ended: 'You have been signed out. Sign in again.',
  slip_unknown: 'This slip is not known. Check every part of it.',
  slip_used: 'This slip has been used already. Ask for a new one.',
  slip_expired: 'This slip is too old. Ask for a new one.',
  slip_selector_taken: 'This slip number is taken; make another one.',
  slip_limit: 'This circle has as many open slips as it may have.',
  slip_mistyped: 'A part of the slip looks wrong.',
  slip_stale: 'The slip is being renewed. Try again in a moment.',
  bad_expiry: 'A slip lasts from one to thirty days and a door to four hundred.',
  door_limit: 'The organisation has as many open doors as it may have. Take one away first.',
  door_day_limit: 'Too many have come through this door today. Try again tomorrow.',
  circle_unknown: 'This conversation is not known.',
  circle_exists: 'This conversation exists already.',
  not_a_member: 'This device is not in the conversation.',
  epoch_stale: 'The conversation has moved on. Fetch what is new and try again.',
  ack_beyond_head: 'More was acknowledged than there is.',
  circle_full: 'This conversation has as many devices as it may have.',
  mailbox_full: 'Too much is waiting in this conversation. Try again when it has been fetched.',
  queue_empty: 'Nobody waits here: somebody else was quicker or there was nobody.',
  not_waiting: 'This place in the queue does not exist or has been taken.',
  queue_full: 'As many wait here as can. Try again tomorrow or choose another organisation.',
  span_closed: 'That period has been closed.',
  bad_contact: 'This kind of contact is not known.',
  release_unknown: 'This release is not known.',
  tally_limit: 'So many contacts can\'t be counted in one day. They are kept on this device and counted tomorrow.',
  organisation_full: 'No more people fit into this organisation. Tell the operator.',
  circle_limit: 'So many conversations can\'t be made in one day. Go on tomorrow.',
  slip_day_limit: 'So many slips can\'t be made in one day. Go on tomorrow.',
  staff_slip_limit: 'The organisation has as many open staff slips as it may have. Revoke one or wait until one is used.',
  bad_label: 'A name or label has from one to eighty bytes and no line breaks.',
  bad_due: 'The due day lies between today and sixty days from now.',
  pin_wrong: 'The PIN is not right.',
  share_destroyed: 'Too many wrong PINs. The key to this phone\'s messages has been destroyed.',
  staff_unknown: 'This colleague is not known in your organisation.',
  assignment_unknown: 'This assignment is not known.',
  assignment_exists: 'Another assignment has this number already.',
  assignment_over: 'This assignment has ended.',
  assignment_limit: 'The organisation has as many assignments as it may have.',
  staff_limit: 'More colleagues than can be listed. Tell the operator.',
  data_missing: 'The data folder does not hold a Bredvid database. Run: bredvid init',
  data_exists: 'The data folder already holds a Bredvid database.',
  data_in_use: 'Another bredvid is using this data folder.',
  key_unreadable: 'The database key can\'t be read or is not 32 bytes in hexadecimal.',
  key_permissions: 'The database key is readable by others. Run: chmod 600 on it',
  key_wrong: 'The key does not open this database or the file is not a database.',
  database_newer: 'The database was written by a newer bredvid. Install that version.',
  database_damaged: 'The database is damaged. Restore it from a backup.',
  database_old_gap: 'The database\'s migrations do not match this bredvid.',
  cert_unreadable: 'The certificate or its key can\'t be read.',
  cert_mismatch: 'The certificate and its key do not belong together.',
  port_in_use: 'The port is in use by another program.',
  address_bad: 'The address or port can\'t be used.',
  config_bad: 'The configuration has a mistake.',
  static_missing: 'The web client\'s folder is missing or incomplete.',
  usage: 'The command line can\'t be understood.',
  disk_full: 'The disk is full.',
  io_failed: 'A file can\'t be read or written.',
  cert_not_valid: 'The certificate is not valid today.',
  nothing_due: 'No period is due for release.',
  backup_bad: 'The backup is damaged or is not a Bredvid database.',
  file_exists: 'A file with that name is there already. Nothing is overwritten.',
  passphrase_bad: 'The passphrase can\'t be read or is too short.',
  cert_dates: 'The certificate is valid today but soon will not be.',
  cert_name: 'The certificate is not for the name that people use.',
  clock_wrong: 'The clock can\'t be right.',
  resources_short: 'Too little room or too few files for what is configured.',
  overdue: 'Something that should have happened has not.',
  state_rolled_back: 'An older state of this device was restored. It has to renew its keys first.',
  mls_malformed: 'The message could not be read.',
  mls_wrong_group: 'The message belongs to another conversation.',
  mls_wrong_epoch: 'The message belongs to another time of the conversation.',
  mls_bad_signature: 'The message\'s signature is not right.',
  mls_decrypt_failed: 'The message could not be decrypted.',
  mls_replayed: 'The message was read before.',
  mls_refused: 'The change to the conversation breaks its rules.',
  join_failed: 'The slip does not fit this conversation.',
  state_bad: 'The stored state can\'t be read.',
  content_unknown: 'This content needs a newer version of the app.',
  attachment_gone: 'This attachment is not kept here (any more).',
  attachment_room: 'There is no room for more attachments at the moment.',
  attachment_incomplete: 'This part of the attachment has not come yet.',
  attachment_mismatch: 'This does not fit what was said about the attachment before.',
  attachment_day_limit: 'So many attachments can\'t be sent in one day. Go on tomorrow.',
};
