// The fuzzers: what each one does, and how long its inputs may get.
export const targets = {
  mls_message: { what: 'every structure of RFC 9420: decoded, and encoded again to the same bytes', max_bytes: 8192 },
  ratchet_tree: { what: 'a ratchet tree from outside: hashes, validation, adding and removing', max_bytes: 8192 },
  group_state: { what: 'stored states of a group, of a pending commit, of a key package', max_bytes: 8192 },
  key_package: { what: 'a key package from a stranger: inspected and added', max_bytes: 2048 },
  group_info: { what: 'a GroupInfo from a stranger, also signed anew: inspected and joined with', max_bytes: 4096 },
  welcome: { what: 'a Welcome, and its plaintexts sealed as a member would', max_bytes: 4096 },
  content: { what: 'what is said in a circle, padded and unpadded', max_bytes: 4096 },
  slip_text: { what: 'what a person types from a slip', max_bytes: 512 },
  join_package: { what: 'the package that a slip opens, sealed and as plaintext', max_bytes: 4096 },
  circle_state: { what: 'a stored state of a circle', max_bytes: 16384 },
  circle_receive: { what: 'envelopes for a phone: real, mutated, doubled, in any order', max_bytes: 512 },
  vault_open: { what: 'sealed records: damaged, in another place, never sealed', max_bytes: 1024 },
  bindings_session: { what: 'any calls with any arguments on one session', max_bytes: 4096 },
  wire_frame: { what: 'frames of clients and servers: decoded, and encoded again to the same bytes', max_bytes: 8192 },
  insider: { what: 'a member that sends what it likes, correctly signed and encrypted', max_bytes: 2048 },
  group_sequence: { what: 'a group, races, joins, and any delivery: lost, doubled, late, damaged', max_bytes: 512 },
};
