/**
 * Looks for words where they may never be: in a server's files, its log, its memory, the frames it was sent.
 * A word hides in several spellings, so each is looked for as UTF-8, UTF-16 (both orders), hexadecimal and the three
 * ways in which base64 can fall across it.
 */
import { closeSync, openSync, readFileSync, readSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const MEMORY_STEP_BYTES = 1 << 20;

function base64Spellings(bytes) {
  const spellings = [];
  for (let shift = 0; shift < 3; shift += 1) {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').replace(/=+$/, '');
    // the first and last characters also carry bits of the neighbours
    const body = padded.slice(shift === 0 ? 0 : shift + 1, padded.length - 1);
    spellings.push(Buffer.from(body), Buffer.from(body.replaceAll('+', '-').replaceAll('/', '_')));
  }
  return spellings;
}

function spellings(word) {
  const utf8 = Buffer.from(word, 'utf8');
  const le = Buffer.from(word, 'utf16le');
  const hex = utf8.toString('hex');
  const all = [utf8, le, Buffer.from(le).swap16(), Buffer.from(hex), Buffer.from(hex.toUpperCase()),
    ...(utf8.length >= 6 ? base64Spellings(utf8) : [])];
  return [...new Map(all.map((b) => [b.toString('latin1'), b])).values()];
}

export class Canary {
  constructor(words) {
    this.needles = words.flatMap((word) => spellings(word).map((bytes) => ({ word, bytes })));
  }

  /** The words that the bytes hold. */
  inBytes(bytes) {
    return [...new Set(this.needles.filter((n) => bytes.includes(n.bytes)).map((n) => n.word))];
  }

  /** "place: word" for each find; `places` are [name, Buffer] pairs. */
  in(places) {
    return places.flatMap(([name, bytes]) => this.inBytes(bytes).map((word) => `${name}: "${word}"`));
  }

  /** The memory of a running process, or null where the system does not let us read it. */
  inMemory(pid) {
    let memory;
    let maps;
    try {
      maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
      memory = openSync(`/proc/${pid}/mem`, 'r');
    } catch {
      return null;
    }
    const found = new Set();
    let read = 0;
    for (const line of maps.split('\n')) {
      const m = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line);
      if (!m || line.includes('[v')) continue;
      read += this.#scan(memory, Number.parseInt(m[1], 16), Number.parseInt(m[2], 16), found);
    }
    closeSync(memory);
    return read > 0 ? [...found] : null;
  }

  #scan(memory, from, to, found) {
    const overlap = 256;
    const buffer = Buffer.alloc(MEMORY_STEP_BYTES + overlap);
    let total = 0;
    for (let at = from; at < to; at += MEMORY_STEP_BYTES) {
      let got;
      try {
        got = readSync(memory, buffer, 0, Math.min(buffer.length, to - at), at);
      } catch {
        continue;        // a page that was given back meanwhile
      }
      total += got;
      for (const word of this.inBytes(buffer.subarray(0, got))) found.add(word);
    }
    return total;
  }
}

/** Every file of a folder as [name, Buffer]. */
export function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  return names.filter((name) => statSync(name).isFile()).map((name) => [relative(folder, name), readFileSync(name)]);
}
