/** What a programme says about a support. Until programmes come with the organisation, this one holds for all. */
import type { Counted } from '../wire/counted';

/** How many conversations a crisis support has: after `most` of them the supporter is asked whether to close. */
export const PROGRAMME = { conversations: { least: 3, most: 5 } } as const;

/** Contacts that are counted and not undone. */
export interface CountedContact { day: number; participants: readonly string[] }

/** A conversation is a day with at least one counted contact: two telephone calls on one day are one conversation. */
export const conversationDays = (contacts: readonly CountedContact[]): number => new Set(contacts.map(({ day }) => day)).size;

type Conversations = Extract<Counted, { series: 'conversations' }>['value'];

/** DESIGN 7.4: 0, 1-2, 3-5, 6+ */
export function conversationsValue(count: number): Conversations {
  if (count === 0) return '0';
  if (count <= 2) return '1-2';
  return count <= 5 ? '3-5' : '6+';
}
