/**
 * How things are: a parent is asked at the first conversation and at the last one, by choice, and at the last one also how the support
 * has been. The answer stays on this device;
 * the supporter sees it when the parent says so; the anonymous tally goes from here, through the same queue as every other.
 *
 * Asked once: on the day on which the question first stands on the screen. Whoever passes it by is not asked again.
 */
import { FACES, type FeelingView, type Moment } from './api';
import { closingOf, feedbackOf, say } from './acts';
import { profileOf, requireRole, today, type Context } from './context';
import { Failure } from './errors';
import { queueOf } from './queue';
import { itemKey, outKey, type FeelingRec, type ItemRec } from './records';
import type { Tx } from './repo';
import { newTally } from './tally';

const FACE_VALUES = ['very_bad', 'bad', 'so_so', 'good', 'very_good'] as const;

const SERIES: Record<Moment, 'wellbeing_first' | 'wellbeing_last' | 'experience'> = { first: 'wellbeing_first', last: 'wellbeing_last', experience: 'experience' };

/** The last conversation is the one after which the support closes, or at which feedback is written. */
function isNow(ctx: Context, circleId: string, items: readonly ItemRec[], moment: Moment): boolean {
  const circle = ctx.repo.circle(circleId);
  const { state, answered } = feedbackOf(items, circle.members());
  if (closingOf(items) || (state !== 'no' && answered.has(circle.memberId))) return moment !== 'first';
  return moment === 'first' && items.some((item) => item.type === 'contact' && !item.undone && item.participants.includes(circle.memberId));
}

const tallyOf = (source: Pick<Tx, 'all'>, circleId: string, moment: Moment) =>
  source.all('tally').find((t) => t.circleId === circleId && t.counted?.series === SERIES[moment]);

/** Of these moments: the question that is asked now, or the answer that can still be changed. */
export function feelingView(ctx: Context, circleId: string, items: readonly ItemRec[], moments: readonly Moment[]): FeelingView | null {
  const rec = ctx.repo.get('circle', circleId);
  if (!rec || rec.closed || profileOf(ctx.repo).role !== 'parent') return null;
  const { feelings = {} } = rec.support ?? {};
  for (const moment of moments) {
    const undoUntilMs = tallyOf(ctx.repo, circleId, moment)?.undoUntilMs ?? 0;
    const answer = feelings[moment];
    if (answer?.face && undoUntilMs > ctx.clock.nowMs()) return { moment, face: answer.face, shown: answer.shownAs !== undefined, undoUntilMs };
  }
  const moment = moments.find((one) => isNow(ctx, circleId, items, one));
  return moment && isOpen(ctx, feelings[moment]) ? { moment, face: undefined, shown: false, undoUntilMs: null } : null;
}

const isOpen = (ctx: Context, rec: FeelingRec | undefined): boolean =>
  rec === undefined || (rec.face === undefined && rec.askedDay >= today(ctx.clock));

function put(tx: Tx, circleId: string, moment: Moment, rec: FeelingRec): void {
  const circle = tx.circleRec(circleId);
  tx.put('circle', circleId, { ...circle, support: { ...circle.support, feelings: { ...circle.support?.feelings, [moment]: rec } } });
}

/** The question stands on the screen: from tomorrow on it is not asked any more. */
export function feelingAsked(ctx: Context, circleId: string, moment: Moment): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'parent');
    if (!tx.circleRec(circleId).support?.feelings?.[moment]) put(tx, circleId, moment, { askedDay: today(ctx.clock) });
    return null;
  });
}

export function answerFeeling(ctx: Context, circleId: string, moment: Moment, face: number | null, show: boolean): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'parent');
    const known = tx.circleRec(circleId).support?.feelings?.[moment];
    if (tx.circleRec(circleId).closed || !isNow(ctx, circleId, tx.all('item', `${circleId}:`), moment) || !isOpen(ctx, known)) {
      throw new Failure('not_now');
    }
    const day = today(ctx.clock);
    if (face === null) put(tx, circleId, moment, { askedDay: day, face });
    else answer(ctx, tx, circleId, moment, face, show);
    tx.after(() => ctx.changed(circleId));
    return null;
  });
}

function answer(ctx: Context, tx: Tx, circleId: string, moment: Moment, face: number, show: boolean): void {
  const value = (FACES as readonly number[]).includes(face) ? FACE_VALUES[face - 1] : undefined;
  if (!value) throw new Failure('not_allowed');
  const day = today(ctx.clock);
  put(tx, circleId, moment, { askedDay: day, face, ...(show && { shownAs: say(ctx, tx, circleId, { type: 'feeling', moment, face }) }) });
  newTally(ctx, tx, { circleId, contactId: null, counted: { series: SERIES[moment], value }, day,
    participants: [ctx.repo.circle(circleId).memberId] });
}

export function undoFeeling(ctx: Context, circleId: string, moment: Moment): Promise<null> {
  return ctx.repo.run((tx) => {
    const rec = tx.circleRec(circleId).support?.feelings?.[moment];
    const tally = tallyOf(tx, circleId, moment);
    if (!rec || !tally || tally.undoUntilMs <= ctx.clock.nowMs()) throw new Failure('not_now');
    tx.del('tally', tally.tallyId);
    put(tx, circleId, moment, { askedDay: today(ctx.clock) });
    if (rec.shownAs !== undefined) hide(ctx, tx, circleId, moment, rec.shownAs);
    tx.after(() => { ctx.talliesChanged(); ctx.changed(circleId); });
    return null;
  });
}

/** Not yet encrypted: the supporter never hears of it. Else it is said that it is taken back. */
function hide(ctx: Context, tx: Tx, circleId: string, moment: Moment, contentId: string): void {
  const waiting = queueOf(tx, circleId).find(({ job, attempt }) => job.kind === 'content' && job.contentId === contentId && !attempt);
  if (!waiting) return void say(ctx, tx, circleId, { type: 'feeling', moment, face: 0 });
  tx.del('outbox', outKey(circleId, waiting.order));
  tx.del('item', itemKey(circleId, contentId));
}
