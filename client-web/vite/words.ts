/**
 * Cuts a language's file in parts, so that a first visit fetches only what it shows.
 *
 *   locales/sv.ftl?first   what the pages that are there from the start can say
 *   locales/sv.ftl?later   the rest: what the rooms that are fetched on demand say as well
 *   locales/sv.ftl?easy    the easy-read texts (`.easy`), under the key that they stand in for
 *
 * Nobody keeps a list: which keys the first pages use is read from their sources, over static imports only.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { entriesOf, keysIn, says, staticSources, type Said } from '../scripts/keys.mjs';

const PART = /^(.*\.ftl)\?(first|later|easy)$/;
export type Part = 'first' | 'later' | 'easy';

export function partOf(file: string, part: Part, first: Said): string {
  const entries = entriesOf(file);
  const texts = part === 'easy' ? entries.flatMap(({ easy }) => (easy === null ? [] : [easy]))
    : entries.filter(({ key }) => says(first, key) === (part === 'first')).map(({ text }) => text);
  return `${texts.join('\n')}\n`;
}

/** `entry`: where the pages begin. */
export function words(entry: string): Plugin {
  let first: Said | null = null;
  return {
    name: 'bredvid-words',
    enforce: 'pre',
    load(id) {
      const match = PART.exec(id);
      if (!match) return null;
      first ??= keysIn([...staticSources(entry)].map((path) => readFileSync(path, 'utf8')).join('\n'));
      return { code: `export default ${JSON.stringify(partOf(readFileSync(match[1]!, 'utf8'), match[2] as Part, first))};`, map: null };
    },
  };
}
