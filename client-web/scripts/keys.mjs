// Which strings the sources ask for, and what a language's file holds: for the check of the locales, and for the build,
// which cuts the files by it (vite/words.ts).
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

const EASY = '    .easy =';

/** What a source says that could be a key: asked for, in quotes, and the fixed beginnings and ends of keys that are put together. */
export function keysIn(text) {
  return {
    asked: new Set([...text.matchAll(/\b(?:t|sentence)\('([a-z0-9][\w-]*)'/g)].map((match) => match[1])),
    quoted: new Set([...text.matchAll(/'([a-z0-9]+(?:-[\w]+)+)'/g)].map((match) => match[1])),
    patterns: [...text.matchAll(/`([a-z0-9]+-(?:[\w-]*))\$\{[^`]*?\}([\w-]*)`/g)].map((match) => ({ start: match[1], end: match[2] })),
  };
}

export const says = ({ asked, quoted, patterns }, key) =>
  asked.has(key) || quoted.has(key) || patterns.some(({ start, end }) => key.startsWith(start) && key.endsWith(end));

/** The sources that `entry` cannot do without: its static imports, and theirs. Types bring nothing. */
export function staticSources(entry, found = new Set()) {
  if (found.has(entry) || !existsSync(entry)) return found;
  found.add(entry);
  const text = readFileSync(entry, 'utf8');
  for (const [, path] of text.matchAll(/^\s*(?:import|export)\s(?!type\s)(?:[^'";]*?\sfrom\s)?'(\.[^']+)'/gm)) {
    if (['.ts', '.svelte'].includes(extname(path))) staticSources(join(dirname(entry), path), found);
  }
  return found;
}

/** Each message's own lines, and its easy-read text as if it stood under the key alone. Comments are for people and stay at home. */
export function entriesOf(file) {
  const entries = [];
  let inEasy = false;
  for (const line of file.split('\n')) {
    const start = /^([a-zA-Z][\w-]*) =/.exec(line);
    if (start) {
      entries.push({ key: start[1], text: line, easy: null });
      inEasy = false;
      continue;
    }
    const entry = entries.at(-1);
    if (!entry || line.startsWith('#') || line === '') continue;
    if (line.startsWith(EASY)) {
      inEasy = true;
      entry.easy = `${entry.key} =${line.slice(EASY.length)}`;
    } else if (inEasy) entry.easy += `\n${line}`;
    else entry.text += `\n${line}`;
  }
  return entries;
}
