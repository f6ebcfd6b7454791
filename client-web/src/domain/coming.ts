/**
 * One more person may come in: a supporter asks, every parent who is in answers, and the least that any of them gives is what
 * follows. What stands is read from the acts and the notices that are here (acts.ts); nothing is kept beside them.
 *
 *   asked --every parent's yes--> granted --somebody joins in that role--> came
 *     |  <---- a parent's no ----   |            either way: taken back, or asked anew by the same person
 *     +--> refused                  +--> a no takes the slip back too
 */
import { absencesOf } from './absence';
import { closingOf, say } from './acts';
import { profileOf, requireRole, requireThread, today, type Context } from './context';
import type { CircleRole, ComePurpose, Follows, Member } from './crypto_port';
import { DAY_MS } from './days';
import { Failure } from './errors';
import { checkName } from './messages';
import { enqueue } from './queue';
import { type ActRec, type ItemRec } from './records';
import type { Tx } from './repo';

/** After a no the question rests: a parent must not be worn down. */
export const ASK_AGAIN_MS = 7 * DAY_MS;
export const PURPOSES: readonly ComePurpose[] = ['handover', 'beside', 'parent'];
const ORDER: readonly Follows[] = ['refused', 'nothing', 'week', 'all'];

export interface Asking {
  rec: ActRec; purpose: ComePurpose; name: string;
  /** by member id; the last word of each */
  answers: Map<string, Follows>;
  state: 'asked' | 'granted' | 'refused' | 'back' | 'came';
  /** the least that anybody gave */
  follows: Follows | null;
  /** parents who are in and have not answered */
  waitsFor: string[];
  cameMemberId: string | null;
  /** when the last no was said */
  refusedAtMs: number;
}

export const roleOf = (purpose: ComePurpose): CircleRole => (purpose === 'parent' ? 'parent' : 'supporter');
const parentsIn = (members: readonly Member[]): Member[] => members.filter((m) => m.role === 'parent' && m.deviceIds.length > 0);
const least = (answers: Map<string, Follows>): Follows | null =>
  ORDER.find((one) => [...answers.values()].includes(one)) ?? null;

/** Takes one act or notice into what was asked before it. */
function take(askings: Asking[], item: ItemRec, roles: Map<string, CircleRole>): void {
  if (item.type === 'notice') {
    if (item.notice !== 'joined' || item.subject === null) return;
    const { subject } = item;
    // Slips are made after every parent's yes; who answered then need not be in any more.
    const used = askings.find((a) => open(a) && a.answers.size > 0 && least(a.answers) !== 'refused' && roleOf(a.purpose) === roles.get(subject));
    if (used) Object.assign(used, { state: 'came', cameMemberId: subject });
    return;
  }
  if (item.type !== 'act') return;
  const { act } = item;
  if (act.type === 'comeAsk') {
    // The same person asks anew: on another phone perhaps, where the first question is not known.
    for (const before of askings) if (open(before) && before.rec.memberId === item.memberId) before.state = 'back';
    askings.push({ rec: item, purpose: act.purpose, name: act.name, answers: new Map(), state: 'asked', follows: null, waitsFor: [],
      cameMemberId: null, refusedAtMs: 0 });
  }
  const target = act.type === 'comeAskBack' || act.type === 'comeAnswer' ? askings.find((a) => a.rec.id === act.target && open(a)) : undefined;
  if (!target) return;
  if (act.type === 'comeAskBack' && item.memberId === target.rec.memberId) target.state = 'back';
  if (act.type !== 'comeAnswer') return;
  target.answers.set(item.memberId, act.follows);
  if (act.follows === 'refused') target.refusedAtMs = Math.min(item.sentAtMs, item.learnedAtMs);
}

const open = ({ state }: Asking): boolean => state !== 'back' && state !== 'came';

/** Every question that is known here, in the order of asking. */
export function askingsOf(items: readonly ItemRec[], members: readonly Member[]): Asking[] {
  const askings: Asking[] = [];
  const roles = new Map(members.map((m) => [m.memberId, m.role]));
  for (const item of [...items].sort((a, b) => a.order - b.order)) take(askings, item, roles);
  const parents = parentsIn(members).map((m) => m.memberId);
  for (const one of askings) {
    one.follows = least(one.answers);
    one.waitsFor = parents.filter((id) => !one.answers.has(id));
    if (!open(one)) continue;
    const granted = parents.length > 0 && one.waitsFor.length === 0;
    one.state = one.follows === 'refused' ? 'refused' : granted ? 'granted' : 'asked';
    // Who asked has left: nobody waits for the answer.
    if (!members.some((m) => m.memberId === one.rec.memberId && m.deviceIds.length > 0)) one.state = 'back';
  }
  return askings;
}

export const stands = ({ state }: Asking): boolean => state === 'asked' || state === 'granted';

/** What may be asked now. Nothing while another question stands, or while the support is closing. */
export function mayAsk(items: readonly ItemRec[], members: readonly Member[], now_ms: number): ComePurpose[] {
  const askings = askingsOf(items, members);
  if (parentsIn(members).length === 0 || askings.some(stands) || closingOf(items)) return [];
  const resting = askings.filter((a) => a.state === 'refused' && a.refusedAtMs + ASK_AGAIN_MS > now_ms).map((a) => roleOf(a.purpose));
  return PURPOSES.filter((purpose) => !resting.includes(roleOf(purpose)));
}

const itemsOf = (tx: Tx, circleId: string): ItemRec[] => tx.all('item', `${circleId}:`);
const standing = (ctx: Context, tx: Tx, circleId: string): Asking[] => askingsOf(itemsOf(tx, circleId), ctx.repo.circle(circleId).members());

export function askCome(ctx: Context, circleId: string, purpose: ComePurpose, name: string): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    requireThread(tx, circleId);
    const clean = name.trim() === '' ? '' : checkName(name);
    if (!mayAsk(itemsOf(tx, circleId), ctx.repo.circle(circleId).members(), ctx.clock.nowMs()).includes(purpose)) throw new Failure('not_now');
    say(ctx, tx, circleId, { type: 'comeAsk', purpose, name: clean });
    return null;
  });
}

export function takeBackCome(ctx: Context, circleId: string, askId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    const asking = standing(ctx, tx, circleId).find((a) => a.rec.id === askId);
    if (!asking || !asking.rec.mine || !open(asking)) throw new Failure('not_now');
    say(ctx, tx, circleId, { type: 'comeAskBack', target: askId });
    dropUnagreedSlips(ctx, tx, circleId);
    return null;
  });
}

/** A parent may think again until somebody has come. */
export function answerCome(ctx: Context, circleId: string, askId: string, follows: Follows): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'parent');
    if (!ORDER.includes(follows)) throw new Failure('not_allowed');
    const asking = standing(ctx, tx, circleId).find((a) => a.rec.id === askId);
    if (!asking || !open(asking)) throw new Failure('not_now');
    if (asking.answers.get(ctx.repo.circle(circleId).memberId) !== follows) {
      say(ctx, tx, circleId, { type: 'comeAnswer', target: askId, follows });
    }
    return null;
  });
}

/** A slip that is made for a question: it is still agreed, and there is no other one for it. */
export function requireAgreed(ctx: Context, tx: Tx, circleId: string, askId: string, role: CircleRole): void {
  const asking = standing(ctx, tx, circleId).find((a) => a.rec.id === askId);
  if (!asking || asking.state !== 'granted' || roleOf(asking.purpose) !== role) throw new Failure('not_now');
  if (ctx.repo.circle(circleId).liveSlips().some((slip) => slip.role === role && slip.replacesMemberId === null)) throw new Failure('slip_limit');
}

/** A no after a yes, a question taken back, somebody who has come: nobody else may come in on that yes. */
export function dropUnagreedSlips(ctx: Context, tx: Tx, circleId: string): void {
  if (profileOf(tx).role !== 'supporter' || ctx.repo.unreadable(circleId)) return;
  const circle = ctx.repo.circle(circleId);
  if (parentsIn(circle.members()).length === 0) return;
  const agreed = new Set(standing(ctx, tx, circleId).filter((a) => a.state === 'granted').map((a) => roleOf(a.purpose)));
  for (const slip of circle.liveSlips()) {
    if (!slip.mine || slip.replacesMemberId !== null || agreed.has(slip.role)) continue;
    tx.put('slip_revoke', String(slip.selector), { circleId, selector: slip.selector });
    tx.after(() => ctx.slipsToRevoke());
  }
}

/** Whoever comes in has to know what is being asked (a parent among them is asked too), and who is away. */
export function sayAgain(ctx: Context, tx: Tx, circleId: string): void {
  const absences = absencesOf(itemsOf(tx, circleId), ctx.repo.circle(circleId).members(), today(ctx.clock));
  const recs = [...standing(ctx, tx, circleId).filter(stands).map((a) => a.rec), ...absences].filter(({ mine }) => mine);
  for (const { id, act, sentAtMs } of recs) enqueue(ctx, tx, circleId, { kind: 'content', content: act, contentId: id, sentAtMs });
}
