/**
 * Tallies: what a contact adds to the anonymous counts (DESIGN 7). Kept on this device until the
 * undo time is over, then sent with a random id until the server says ok; nothing links it to the
 * circle.
 */
import type { Counted } from '../wire/counted';
import type { Span } from '../wire/frames';
import { MAX_TAG_SETS } from '../wire/limits';
import { profileOf, today, type Context } from './context';
import type { Circle, Member, TagSet } from './crypto_port';
import { civilOf, dayOf } from './days';
import { codeOf, expectFrame } from './errors';
import { fraction, waitAfter } from './patience';
import type { TallyRec } from './records';
import type { Tx } from './repo';

/** The server could not take it now, or a parent's secret is not here yet. */
export const TALLY_RETRY_MS = 60_000;

/** A parent who left before ever saying hello cannot be counted: after so long the tally is given up. */
const GIVE_UP_DAYS = 120;

export const parentsOf = (circle: Circle): Member[] =>
  circle.members().filter((m) => m.role === 'parent' && m.deviceIds.length > 0).slice(0, MAX_TAG_SETS);

export type NewTally = Pick<TallyRec, 'circleId' | 'contactId' | 'day' | 'participants'> & { counted: Counted };

const countedOf = (rec: TallyRec): Counted => rec.counted ?? { series: 'contact', value: rec.kind ?? 'dialogue' };

/** Its id. */
export function newTally(ctx: Context, tx: Tx, o: NewTally & Pick<TallyRec, 'loose'>): string {
  const tallyId = ctx.core.newId();
  const dueMs = ctx.clock.nowMs() + profileOf(tx).undoS * 1000;
  tx.put('tally', tallyId, { ...o, tallyId, undoUntilMs: dueMs, dueMs, closedSpans: [] });
  tx.after(() => ctx.talliesChanged());
  return tallyId;
}

/** Counts for an assignment that came to no circle, together one parent's. A count secret that is used once and forgotten gives tags
 *  that nobody can tell from random ones, so random ones they are. */
export function looseTallies(ctx: Context, tx: Tx, counted: Counted[]): string[] {
  const TAG_BYTES = 32;
  const [tag, dayTag, yearTag] = [1, 2, 3].map(() => ctx.core.randomBytes(TAG_BYTES)) as [Uint8Array, Uint8Array, Uint8Array];
  const loose = { tag, dayTag, yearTag };
  return counted.map((one) => newTally(ctx, tx, { circleId: '', contactId: null, day: today(ctx.clock), participants: [], counted: one, loose }));
}

/** The next span opens when the last one is published: 72 hours after its last day, or a week later by a server whose calendar jumped. */
export const NEXT_SPAN_WITHIN_DAYS = 14;

/**
 * The span that covers the day; when that one is closed, the first open one after it. A day after the open span's last one waits
 * for its own span (null): counted now it would stand in a quarter that was over. Only a day so far ahead that the clock must be
 * wrong is counted in the newest.
 */
export function chooseSpan(spans: Span[], day: number, closed: number[]): Span | null {
  const open = spans.filter((s) => !closed.includes(s.span_id)).sort((a, b) => a.first_day - b.first_day);
  const fits = open.find((s) => s.first_day <= day && day <= s.last_day) ?? open.find((s) => s.first_day > day);
  const newest = open.at(-1);
  return fits ?? (newest && day > newest.last_day + NEXT_SPAN_WITHIN_DAYS ? newest : null);
}

/** Who took part in a dialogue: the parents who wrote that day, or all of them when only supporters did. */
function writers(ctx: Context, rec: TallyRec): string[] {
  const parents = parentsOf(ctx.repo.circle(rec.circleId)).map((m) => m.memberId);
  const contact = rec.contactId === null ? undefined : ctx.repo.get('item', `${rec.circleId}:${rec.contactId}`);
  const invited = contact?.type === 'contact' ? contact.participants : parents;
  const wrote = new Set(ctx.repo.all('item', `${rec.circleId}:`)
    .filter((item) => item.type === 'text' && dayOf(item.sentAtMs) === rec.day)
    .map((item) => (item.type === 'text' ? item.memberId : '')));
  const active = invited.filter((id) => wrote.has(id));
  return active.length > 0 ? active : invited;
}

/** A second parent may still write before the day is over; with one parent there is nothing to wait for. */
function decided(ctx: Context, rec: TallyRec, all: string[]): boolean {
  return rec.participants !== null || all.length < 2 || today(ctx.clock) > rec.day;
}

interface Tags { span: Span; sets: TagSet[] }

/** Null: a parent's secret is not here yet, who took part is not decided, or the day's span is not open yet. */
function freshTags(ctx: Context, rec: TallyRec): Tags | null {
  const participants = rec.participants ?? writers(ctx, rec);
  const span = chooseSpan(profileOf(ctx.repo).spans, rec.day, rec.closedSpans);
  if (!span || !decided(ctx, rec, participants)) return null;
  const sets = tagSets(ctx, rec, participants, span);
  return sets.length < participants.length ? null : { span, sets };
}

function looseTags(ctx: Context, rec: TallyRec, loose: TagSet): Tags | null {
  const span = chooseSpan(profileOf(ctx.repo).spans, rec.day, rec.closedSpans);
  return span && { span, sets: [loose] };
}

function tagSets(ctx: Context, rec: TallyRec, participants: readonly string[], span: Span): TagSet[] {
  const circle = ctx.repo.circle(rec.circleId);
  // The span's year, not the day's: all that a span takes counts in one year, and a parent once in it.
  const { year } = civilOf(span.first_day);
  return circle.members().filter((m) => m.countable && participants.includes(m.memberId))
    .map((m) => circle.tallyTags(m.memberId, span.span_id, rec.day, year));
}

/** Null: every span that they were made for is closed. */
function keptTags(ctx: Context, rec: TallyRec): Tags | null {
  const kept = rec.tags ?? [];
  const open = profileOf(ctx.repo).spans.filter((s) => kept.some((one) => one.spanId === s.span_id) && !rec.closedSpans.includes(s.span_id));
  // The span of its day may have opened after the keys had gone: in the one before it is better than nowhere.
  const span = chooseSpan(open, rec.day, []) ?? open.at(-1);
  const sets = kept.find((one) => one.spanId === span?.span_id)?.sets;
  return span && sets ? { span, sets } : null;
}

/** The circle's keys are about to go: what a tally needs of them is made now, for the spans that are known, and it forgets
 *  the circle. Should all of these be closed before this device is online again, it is not counted. */
export function withoutCircle(ctx: Context, tx: Tx, rec: TallyRec): void {
  if (ctx.repo.unreadable(rec.circleId)) return tx.del('tally', rec.tallyId);
  const participants = rec.participants ?? writers(ctx, rec);
  const tags = profileOf(tx).spans.map((span) => ({ spanId: span.span_id, sets: tagSets(ctx, rec, participants, span) }));
  if (tags.some(({ sets }) => sets.length === 0)) return tx.del('tally', rec.tallyId);
  tx.put('tally', rec.tallyId, { ...rec, circleId: '', contactId: null, participants: [], tags });
}

export class Tallies {
  private cancel_: () => void = () => undefined;
  private running_ = false;
  private stopped_ = false;

  constructor(private readonly ctx_: Context) {}

  /** Looks at what is due now and sets the alarm for what comes next. */
  schedule(): void {
    this.cancel_();
    if (this.stopped_ || !this.ctx_.ready()) return;
    const due = this.ctx_.repo.all('tally').map((t) => t.dueMs).sort((a, b) => a - b)[0];
    if (due === undefined) return;
    this.cancel_ = this.ctx_.clock.after(Math.max(0, due - this.ctx_.clock.nowMs()), () => void this.sendDue());
  }

  stop(): void {
    this.stopped_ = true;
    this.cancel_();
  }

  private async sendDue(): Promise<void> {
    if (this.running_) return;
    this.running_ = true;
    try {
      const now = this.ctx_.clock.nowMs();
      for (const rec of this.ctx_.repo.all('tally').filter((t) => t.dueMs <= now)) await this.send(rec);
    } catch {
      // offline or locked: the next login looks again
    } finally {
      this.running_ = false;
      this.schedule();
    }
  }

  private async send(rec: TallyRec): Promise<void> {
    const { ctx_: ctx } = this;
    const ready = rec.loose ? looseTags(ctx, rec, rec.loose) : rec.tags ? keptTags(ctx, rec) : freshTags(ctx, rec);
    if (!ready) return rec.tags ? this.drop(rec) : this.postpone(rec);
    // Undone in this very moment: the record is gone and nothing is sent.
    if (!ctx.repo.get('tally', rec.tallyId)) return;
    const { span } = ready;
    const tags = ready.sets.map(({ tag, dayTag, yearTag }) => ({ tag, day_tag: dayTag, year_tag: yearTag }));
    try {
      expectFrame(await ctx.net.request({ type: 'tally', tally_id: rec.tallyId, span_id: span.span_id, counted: countedOf(rec), tags }), 'ok');
    } catch (error) {
      const { code, detail } = codeOf(error);
      if (code === 'offline') throw error;
      return this.postpone(code === 'span_closed' ? { ...rec, closedSpans: [...rec.closedSpans, span.span_id] } : rec,
        code === 'span_closed' ? 0 : waitAfter(code, detail, TALLY_RETRY_MS, fraction((count) => ctx.core.randomBytes(count))));
    }
    return this.drop(rec);
  }

  private drop(rec: TallyRec): Promise<void> {
    return this.ctx_.repo.run((tx) => {
      // Its circle may have ended while the answer was under way.
      tx.del('tally', rec.tallyId);
      tx.after(() => this.ctx_.changed(rec.circleId || undefined));
    });
  }

  private async postpone(rec: TallyRec, wait_ms = TALLY_RETRY_MS): Promise<void> {
    await this.ctx_.repo.run((tx) => {
      // It may have gone over to another circle meanwhile.
      const now = tx.get('tally', rec.tallyId);
      if (!now) return;
      if (today(this.ctx_.clock) > rec.day + GIVE_UP_DAYS) tx.del('tally', rec.tallyId);
      else tx.put('tally', rec.tallyId, { ...now, closedSpans: rec.closedSpans, dueMs: this.ctx_.clock.nowMs() + wait_ms });
    });
  }
}
