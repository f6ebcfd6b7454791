/** Closing a support: asked for after the programme's number of conversations, said in the circle, taken back by either for a
 *  while; and the feedback for the case worker, which is written on the supporter's device and never sent from it. */
import { FEEDBACK_MAX_CHARS, type FeedbackText, type Outcome } from './api';
import { closingOf, feedbackOf, say } from './acts';
import { requireRole, requireThread, today, type Context } from './context';
import { Failure } from './errors';
import { said } from './programmes';
import type { ItemRec } from './records';
import type { Tx } from './repo';

/** How long "not now" keeps the question away. */
export const QUIET_DAYS = 7;

const itemsOf = (tx: Tx, circleId: string): ItemRec[] => tx.all('item', `${circleId}:`);

export function closeNotNow(ctx: Context, circleId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    const rec = tx.circleRec(circleId);
    tx.put('circle', circleId, { ...rec, support: { ...rec.support, quietUntilDay: today(ctx.clock) + QUIET_DAYS } });
    tx.after(() => ctx.changed(circleId));
    return null;
  });
}

export function closeSupport(ctx: Context, circleId: string, outcome: Outcome): Promise<null> {
  return ctx.repo.run((tx) => {
    requireThread(tx, circleId);
    if (closingOf(itemsOf(tx, circleId))) throw new Failure('not_now');
    say(ctx, tx, circleId, { type: 'closing', outcome });
    return null;
  });
}

export function takeBackClosing(ctx: Context, circleId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    const closing = closingOf(itemsOf(tx, circleId));
    if (!closing || closing.openUntilMs <= ctx.clock.nowMs()) throw new Failure('not_now');
    say(ctx, tx, circleId, { type: 'closingBack', target: closing.rec.id });
    return null;
  });
}

export function askFeedback(ctx: Context, circleId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    const { state } = feedbackOf(itemsOf(tx, circleId), ctx.repo.circle(circleId).members());
    if (!(said(itemsOf(tx, circleId))?.feedback ?? true)) throw new Failure('not_now');
    // A no is a no: it is not asked again.
    if (state !== 'none') throw new Failure('not_now');
    say(ctx, tx, circleId, { type: 'feedbackAsk' });
    return null;
  });
}

export function answerFeedback(ctx: Context, circleId: string, yes: boolean): Promise<null> {
  return ctx.repo.run((tx) => {
    const { question } = feedbackOf(itemsOf(tx, circleId), ctx.repo.circle(circleId).members());
    if (!question) throw new Failure('not_now');
    say(ctx, tx, circleId, { type: 'feedbackAnswer', target: question, yes });
    return null;
  });
}

/** Sealed on this device beside the circle, and gone with it. */
export function saveFeedback(ctx: Context, circleId: string, text: FeedbackText): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    const rec = tx.circleRec(circleId);
    if (rec.closed || feedbackOf(itemsOf(tx, circleId), ctx.repo.circle(circleId).members()).state !== 'yes') throw new Failure('not_now');
    for (const part of [text.change, text.more]) if ([...part].length > FEEDBACK_MAX_CHARS) throw new Failure('text_too_long', [...part].length);
    tx.put('circle', circleId, { ...rec, support: { ...rec.support, feedback: text } });
    tx.after(() => ctx.changed(circleId));
    return null;
  });
}
