/** Cards and what belongs to them, on their way into and out of the crypto core (crypto/circle/content_card.h). */
import type { Act, CardKind } from './crypto_core_api';
import { Writer, type Reader } from './crypto_codec';

type ActOf<T extends Act['type']> = Extract<Act, { type: T }>;
/** counted from 0 */
const KINDS: readonly (CardKind | 'gone')[] = ['gone', 'meeting', 'phone', 'agreed', 'week'];

export function writeCard(out: Writer, { cardId, revision, kind, title, text, times, lines }: ActOf<'card'>): void {
  const allTimes = new Writer();
  for (const time_ms of times) allTimes.u64(time_ms);
  const allLines = new Writer();
  for (const line of lines) allLines.text(line);
  out.id(cardId).u32(revision).u8(KINDS.indexOf(kind)).text(title).text(text).opaque(allTimes.view()).opaque(allLines.view());
}

export function readCard(input: Reader): ActOf<'card'> {
  const [cardId, revision, kind] = [input.id(), input.u32(), KINDS[input.u8()]];
  if (kind === undefined) throw new RangeError('the crypto core is of another release');
  return { type: 'card', cardId, revision, kind, title: input.text(), text: input.text(), times: input.list((r) => r.u64()), lines: input.list((r) => r.text()) };
}

export const readTick = (input: Reader): ActOf<'tick'> =>
  ({ type: 'tick', cardId: input.id(), revision: input.u32(), line: input.u8(), done: input.flag() });
export const readMeetingAnswer = (input: Reader): ActOf<'meetingAnswer'> =>
  ({ type: 'meetingAnswer', cardId: input.id(), revision: input.u32(), choice: input.u8() });
