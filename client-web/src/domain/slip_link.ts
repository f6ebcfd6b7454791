/** Links that carry slips: `https://host/#s=<text>&s=<text>`. The secret stays in the fragment. */
import { Failure } from './errors';

/** A supporter's first link may hold a staff slip and the slips of several circles; all are looked at on one connection. */
export const SLIPS_IN_LINK_MAX = 12;
/** Longer than any honest link of that many slips. */
export const LINK_MAX_CHARS = 4_096;

/** The slip texts in what a person typed, pasted or scanned. */
export function slipTexts(textOrLink: string): string[] {
  const input = textOrLink.trim();
  if (input.length === 0 || input.length > LINK_MAX_CHARS) throw new Failure('slip_mistyped', 1);
  const hash = input.indexOf('#');
  if (hash < 0 && !/^s=/.test(input)) return [input];
  const texts = input.slice(hash + 1).split('&').filter((part) => part.startsWith('s=')).map((part) => decode(part.slice(2)));
  if (texts.length === 0 || texts.length > SLIPS_IN_LINK_MAX) throw new Failure('slip_mistyped', 1);
  return texts;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Failure('slip_mistyped', 1);
  }
}

export const slipLink = (origin: string, text: string): string => `${origin}/#s=${text}`;
