/**
 * Keeps names and other foreign text from disturbing the direction of the sentence around them.
 *
 * Fluent's own isolation puts invisible marks around everything; that would also put them around
 * plain Swedish names in Swedish sentences. Here they are added only where the direction may differ.
 */
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
/** Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

export function isolate(value: string, sentenceIsRightToLeft: boolean): string {
  const needed = sentenceIsRightToLeft ? value !== '' : RIGHT_TO_LEFT.test(value);
  return needed ? FIRST_STRONG_ISOLATE + value + POP_ISOLATE : value;
}
