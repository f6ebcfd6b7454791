/**
 * Posters: the codes of doors that this device has. A coordinator makes them; a supporter adds them, because the way in for
 * somebody who came by a poster can only be sealed by whoever has its code (promise 1: the server has not).
 *
 *   make: stored --door_make--> live       a phone that dies in between says it again; the same again is answered ok
 */
import { POSTER_DAYS_MAX, POSTER_WORDS_MAX_CHARS, type PosterView } from './api';
import { profileOf, requireRole, today, type Context } from './context';
import { codeOf, expectFrame, Failure } from './errors';
import type { OpenedSlip } from './entry';
import type { DoorRec } from './records';
import { slipLink } from './slip_link';
import { SELECTOR_TRIES } from './slips';

/** Crockford's base32, as slips are written: a code begins with its selector, four characters of it. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const doorMark = (selector: number): string => [15, 10, 5, 0].map((shift) => ALPHABET[(selector >> shift) & 31]).join('');

const keyOf = (selector: number): string => String(selector);

export class Doors {
  constructor(private readonly ctx_: Context, private readonly origin_: string) {}

  all(): DoorRec[] {
    const day = today(this.ctx_.clock);
    return this.ctx_.repo.all('door').filter((rec) => rec.live && rec.expiresDay >= day)
      .sort((a, b) => b.expiresDay - a.expiresDay || a.selector - b.selector);
  }

  views(): PosterView[] {
    return this.all().map(({ selector, text, expiresDay, words, made }) =>
      ({ selector, mark: doorMark(selector), link: slipLink(this.origin_, text), text, expiresDay, words, made }));
  }

  /** After a login: what the server may not have heard, and what is past its day. */
  async settle(): Promise<void> {
    const { ctx_: ctx } = this;
    const { role } = profileOf(ctx.repo);
    if (role !== 'coordinator' && role !== 'supporter') return;
    const day = today(ctx.clock);
    for (const rec of ctx.repo.all('door')) {
      if (rec.expiresDay < day) await this.drop(rec.selector);
      else if (!rec.live) await this.tell(rec).catch((error: unknown) => { if (codeOf(error).code === 'offline') throw error; });
    }
  }

  /** The typed form for the camera too: a poster hangs where all can read it, and a person may have to type it. */
  async make(o: { days: number; words: string }): Promise<{ selector: number }> {
    const { ctx_: ctx } = this;
    requireRole(ctx.repo, 'coordinator');
    if (!Number.isInteger(o.days) || o.days < 1 || o.days > POSTER_DAYS_MAX) throw new Failure('bad_expiry');
    const words = o.words.normalize('NFC').trim();
    if ([...words].length > POSTER_WORDS_MAX_CHARS) throw new Failure('text_too_long', [...words].length);
    if (!ctx.ready()) throw new Failure('offline');
    for (let tries = 1; ; tries++) {
      const { selector, text } = ctx.core.slipNew('typed');
      const rec: DoorRec = { selector, text, expiresDay: today(ctx.clock) + o.days, made: true, live: false, words };
      await ctx.repo.run((tx) => tx.put('door', keyOf(selector), rec));
      try {
        await this.tell(rec);
        return { selector };
      } catch (error) {
        if (codeOf(error).code !== 'slip_selector_taken' || tries >= SELECTOR_TRIES) throw error;
      }
    }
  }

  private async tell(rec: DoorRec): Promise<void> {
    const { ctx_: ctx } = this;
    const slip = ctx.core.slipParse(rec.text);
    if (!slip.ok) throw new Failure(slip.code, slip.group);
    const { selector, token } = slip.slip;
    try {
      expectFrame(await ctx.net.request({ type: 'door_make', selector, token, expires: rec.expiresDay }), 'ok');
    } catch (error) {
      // Nobody has seen it yet. Without a connection it is not known whether the server has it: it is said again.
      if (codeOf(error).code !== 'offline') await this.drop(selector);
      throw error;
    }
    await ctx.repo.run((tx) => {
      tx.put('door', keyOf(selector), { ...rec, live: true });
      tx.after(() => ctx.changed());
    });
  }

  /** slips: what a poster's code turned out to be when the server was asked. */
  async add(slips: readonly OpenedSlip[]): Promise<null> {
    const { ctx_: ctx } = this;
    requireRole(ctx.repo, 'supporter', 'coordinator');
    const [slip] = slips;
    if (!slip?.door || slips.length > 1) throw new Failure('not_a_door');
    const { selector, text, door } = slip;
    await ctx.repo.run((tx) => {
      const known = tx.get('door', keyOf(selector));
      tx.put('door', keyOf(selector), { selector, text, expiresDay: door.expiresDay, words: known?.words ?? '', made: known?.made ?? false, live: true });
      tx.after(() => ctx.changed());
    });
    return null;
  }

  async revoke(selector: number): Promise<null> {
    const { ctx_: ctx } = this;
    requireRole(ctx.repo, 'coordinator');
    if (!ctx.ready()) throw new Failure('offline');
    try {
      expectFrame(await ctx.net.request({ type: 'slip_revoke', selector }), 'ok');
    } catch (error) {
      const { code } = codeOf(error);
      if (code !== 'slip_unknown' && code !== 'slip_expired') throw error;
    }
    await this.drop(selector);
    return null;
  }

  private drop(selector: number): Promise<void> {
    return this.ctx_.repo.run((tx) => {
      tx.del('door', keyOf(selector));
      tx.after(() => this.ctx_.changed());
    });
  }
}
