/** A text that is too long for one message, cut where a reader would take breath. */

/** Looked for in the last part of what fits, best first: a paragraph, a line, a sentence, a word. */
const BREAKS = [/\n\s*\n/gu, /\n/gu, /[.!?…؟۔]["”»)]*\s/gu, /\s/gu];
/** A break before this share of what fits would make many small parts. */
const LEAST = 0.5;

function cutAt(piece: string): number {
  for (const found of BREAKS) {
    const last = [...piece.matchAll(found)].at(-1);
    const end = last ? last.index + last[0].length : 0;
    if (end >= piece.length * LEAST) return end;
  }
  return piece.length;
}

/** Each of 1 to `most` code points; nothing but the space around a cut is left out. */
export function inParts(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const chars = [...rest];
    const fits = chars.slice(0, most).join('');
    const end = chars.length <= most ? fits.length : cutAt(fits);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return parts;
}
