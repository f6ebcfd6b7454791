/** The transcript as cases use it, and the exact comparison of texts. */
import { readFileSync } from 'node:fs';
import { TRANSCRIPT } from './paths.mjs';

export const transcript = JSON.parse(readFileSync(TRANSCRIPT, 'utf8'));

const show = (text) => [...text].map((c) => c.codePointAt(0).toString(16).padStart(4, '0'));

/** Throws at the first code point that differs, naming it. */
export function sameText(wanted, got, where) {
  if (wanted === got) return;
  const a = show(wanted);
  const b = show(got ?? '');
  const at = a.findIndex((point, i) => point !== b[i]);
  throw new Error(`${where}: ${a.length} code points wanted, ${b.length} came; ` +
    `first difference at ${at < 0 ? b.length : at}: U+${a[at] ?? 'end'} became U+${b[at < 0 ? a.length : at] ?? 'end'}`);
}

/** Compares two lists of texts, in order: nothing lost, nothing twice. */
export function sameTexts(wanted, got, where) {
  wanted.forEach((text, i) => sameText(text, got[i], `${where}, message ${i + 1}`));
  if (got.length !== wanted.length) throw new Error(`${where}: ${wanted.length} messages wanted, ${got.length} came`);
}
