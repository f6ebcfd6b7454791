// Extra seeds from the vectors of others, when they are there. They are read at run time and never copied into the
// repository.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const most_entries = 40;

// The first byte of fuzz_mls_message's input for the fields of messages.json.
const kinds = { mls_welcome: 0, mls_group_info: 0, mls_key_package: 0, public_message_application: 0,
  public_message_proposal: 0, public_message_commit: 0, private_message: 0, commit: 7, group_secrets: 10 };

function write(folder, number, bytes) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `vector-${number}`), bytes);
}

export function write_vector_seeds(vectors, target) {
  const entries_of = (file) => {
    const from = path.join(vectors, file);
    return existsSync(from) ? JSON.parse(readFileSync(from, 'utf8')).slice(0, most_entries) : [];
  };
  let number = 0;
  for (const entry of entries_of('messages.json')) {
    for (const [field, kind] of Object.entries(kinds)) {
      if (typeof entry[field] !== 'string') continue;
      write(path.join(target, 'mls_message'), number++, Buffer.concat([Buffer.of(kind), Buffer.from(entry[field], 'hex')]));
    }
    if (entry.ratchet_tree) write(path.join(target, 'ratchet_tree'), number++, Buffer.from(entry.ratchet_tree, 'hex'));
  }
  for (const entry of entries_of('tree-validation.json')) {
    write(path.join(target, 'ratchet_tree'), number++, Buffer.from(entry.tree, 'hex'));
  }
}
