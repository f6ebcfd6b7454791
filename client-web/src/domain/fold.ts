/**
 * Text as it is searched: case and accents folded. å, ä and ö are letters of their own in Swedish (and æ and ø beside them),
 * so they stay; é is e. Arabic: vowel marks and the long stroke go, the forms of alef are one, and so are those of ya.
 */
const KEPT = new Set('åäöæø');
const SINGLE: Readonly<Record<string, string>> = { ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', 'ـ': '' };
const MARKS = /\p{M}/gu;
const known = new Map<string, string>();
/** A handful of alphabets; never the size of what was written. */
const KNOWN_MAX = 4096;

function foldOne(char: string): string {
  if (KEPT.has(char)) return char;
  const hit = known.get(char);
  if (hit !== undefined) return hit;
  const bare = char.normalize('NFKD').replace(MARKS, '').replace(/./gu, (one) => SINGLE[one] ?? one);
  // A digit is a digit, however it is written.
  const folded = /^[\u0660-\u0669]$/.test(bare) ? String(bare.charCodeAt(0) - 0x660) : /^[\u06f0-\u06f9]$/.test(bare) ? String(bare.charCodeAt(0) - 0x6f0) : bare;
  if (known.size < KNOWN_MAX) known.set(char, folded);
  return folded;
}

export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[^\0-\x7f]/gu, foldOne);
}

/** Folded, and for each of its UTF-16 units where in `text` (which has to be NFC) the character stands that it comes from. */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const char of text) {
    const piece = fold(char);
    for (let i = 0; i < piece.length; i++) places.push(at);
    folded += piece;
    at += char.length;
  }
  places.push(text.length);
  return { folded, places };
}
