/** Telephone numbers as people write them. */

/** A helpline's or an emergency's. */
export const SHORTEST_DIGITS = 3;
/** The longest number that there is (ITU-T E.164). */
const MAX_DIGITS = 15;
const NUMBER = /^\+?[\d\s\u00a0().\/-]+$/u;

/** People write numbers with the digits of their own alphabet too. */
const LATIN: readonly [first: number, last: number][] = [[0x660, 0x669], [0x6f0, 0x6f9]];
function latin(text: string): string {
  return [...text].map((one) => {
    const code = one.codePointAt(0) ?? 0;
    const range = LATIN.find(([first, last]) => code >= first && code <= last);
    return range ? String(code - range[0]) : one;
  }).join('');
}

/** What stands after "tel:": digits, with a plus before them or not; null: it is no number. */
export function phoneLink(written: string, leastDigits = SHORTEST_DIGITS): string | null {
  // Marks of direction come along when a number is copied out of a text written from right to left.
  const plain = latin(written).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  if (!NUMBER.test(plain)) return null;
  // "+46 (0)70": the zero is not dialled after a country's code.
  const digits = (plain.startsWith('+') ? plain.replace('(0)', '') : plain).replace(/\D/gu, '');
  if (digits.length < leastDigits || digits.length > MAX_DIGITS) return null;
  return plain.startsWith('+') ? `+${digits}` : digits;
}
