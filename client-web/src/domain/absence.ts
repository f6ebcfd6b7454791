/**
 * A supporter is away for some days; a colleague whom the parent has met, a member of the circle, may answer meanwhile. It ends by
 * itself with its last day. What stands is read from the acts that are here: of each supporter the newest, unless taken back.
 */
import { AWAY_AHEAD_DAYS, AWAY_TEXT_MAX_CHARS, type AwayView } from './api';
import { actsOf, say } from './acts';
import { profileOf, requireRole, requireThread, today, type Context } from './context';
import type { Act, Member } from './crypto_port';
import { Failure } from './errors';
import { LONE_SURROGATE } from './messages';
import type { ActRec, ItemRec } from './records';

export type AwayRec = ActRec & { act: Extract<Act, { type: 'away' }> };

/** Absences that are not over, of supporters who are in. */
export function absencesOf(items: readonly ItemRec[], members: readonly Member[], day: number): AwayRec[] {
  const last = new Map<string, AwayRec>();
  for (const rec of actsOf(items, 'away')) last.set(rec.memberId, rec);
  const back = actsOf(items, 'awayBack');
  return [...last.values()].filter((rec) => rec.act.lastDay >= day
    && !back.some(({ act, memberId }) => act.target === rec.id && memberId === rec.memberId)
    && members.some((m) => m.memberId === rec.memberId && m.deviceIds.length > 0));
}

export interface AwayOptions { firstDay: number; lastDay: number; coverMemberId: string | null; text: string }

export function setAway(ctx: Context, circleId: string, o: AwayOptions): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    requireThread(tx, circleId);
    const day = today(ctx.clock);
    const possible = [o.firstDay, o.lastDay].every((one) => Number.isInteger(one) && one >= day && one <= day + AWAY_AHEAD_DAYS);
    if (!possible || o.lastDay < o.firstDay) throw new Failure('not_allowed');
    const text = o.text.trim().replace(LONE_SURROGATE, '\uFFFD');
    if ([...text].length > AWAY_TEXT_MAX_CHARS) throw new Failure('text_too_long', [...text].length);
    const cover = ctx.repo.circle(circleId).members().find((m) => m.memberId === o.coverMemberId);
    if (o.coverMemberId !== null && (!cover || cover.me || cover.role !== 'supporter' || cover.deviceIds.length === 0)) throw new Failure('not_a_member');
    say(ctx, tx, circleId, { type: 'away', firstDay: o.firstDay, lastDay: o.lastDay, coverMemberId: o.coverMemberId, text });
    return null;
  });
}

export function endAway(ctx: Context, circleId: string, awayId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    requireThread(tx, circleId);
    const standing = absencesOf(tx.all('item', `${circleId}:`), ctx.repo.circle(circleId).members(), today(ctx.clock));
    if (!standing.some((rec) => rec.id === awayId && rec.mine)) throw new Failure('not_now');
    say(ctx, tx, circleId, { type: 'awayBack', target: awayId });
    return null;
  });
}

export function awayViews(ctx: Context, circleId: string, items: readonly ItemRec[], nameOf: (memberId: string) => string): AwayView[] {
  const members = ctx.repo.circle(circleId).members();
  const day = today(ctx.clock);
  // Only somebody whom the parent has met here; who has left meanwhile answers nobody.
  const covers = (id: string | null): Member | undefined =>
    members.find((m) => m.memberId === id && m.role === 'supporter' && m.deviceIds.length > 0);
  return absencesOf(items, members, day).map(({ id, memberId, mine, act }) => {
    const cover = covers(act.coverMemberId);
    return { id, mine, name: mine ? profileOf(ctx.repo).name : nameOf(memberId), firstDay: act.firstDay, lastDay: act.lastDay,
      now: act.firstDay <= day, cover: cover ? nameOf(cover.memberId) : '', coverIsMe: cover?.me === true, text: act.text };
  });
}
