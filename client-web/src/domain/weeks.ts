/** A week with contact every day is counted once, when it is over and nothing in it can be undone any more (week.ts says what
 *  such a week is). */
import { profileOf, today, type Context } from './context';
import { countedIn } from './ending';
import { MAX_TAG_SETS } from '../wire/limits';
import type { ContactRec } from './records';
import { newTally } from './tally';
import { dailyWeeks, mondayOf, WEEK_DAYS } from './week';

/** One device counts: that of the supporter who counted the Sunday's contact, the one with the lowest id if there are more. */
function counterOf(contacts: readonly ContactRec[], monday: number): string {
  const sunday = contacts.filter(({ day }) => day === monday + WEEK_DAYS - 1).sort((a, b) => (a.id < b.id ? -1 : 1));
  return sunday[0]?.memberId ?? '';
}

export async function countWeeks(ctx: Context, circleId: string): Promise<void> {
  const { role, undoS } = profileOf(ctx.repo);
  const rec = ctx.repo.get('circle', circleId);
  if (role !== 'supporter' || !rec || rec.closed || rec.lost || rec.movedTo) return;
  const contacts = countedIn(ctx.repo.all('item', `${circleId}:`));
  const me = ctx.repo.circle(circleId).memberId;
  const now_ms = ctx.clock.nowMs();
  const settled = (monday: number) => contacts.every(({ day, sentAtMs }) => mondayOf(day) !== monday || sentAtMs + undoS * 1000 <= now_ms);
  const due = dailyWeeks(contacts).filter(({ monday }) => monday + WEEK_DAYS <= today(ctx.clock) && !rec.support?.weeks?.includes(monday)
    && counterOf(contacts, monday) === me && settled(monday));
  if (due.length === 0) return;
  await ctx.repo.run((tx) => {
    const now = tx.get('circle', circleId);
    if (!now || now.closed) return;
    const known = now.support?.weeks ?? [];
    const fresh = due.filter(({ monday }) => !known.includes(monday));
    for (const { monday, participants } of fresh) {
      newTally(ctx, tx, { circleId, contactId: null, counted: { series: 'daily_week', value: 'daily_contact' }, day: monday + WEEK_DAYS - 1,
        participants: participants.slice(0, MAX_TAG_SETS) });
    }
    tx.put('circle', circleId, { ...now, support: { ...now.support, weeks: [...known, ...fresh.map(({ monday }) => monday)] } });
  });
}
