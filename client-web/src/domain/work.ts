/**
 * An organisation's own affairs: colleagues and assignments, as the server has them.
 *
 * The server's lists live in memory only, so that a label is forgotten here when it is forgotten there. What is stored is what
 * this supporter did: the state that an assignment is to get, and what is counted for it. It is stored before anything leaves, and
 * given to the server again at every login until the server has it.
 */
import type { AssignmentState, AssignmentView, KeptDetails, WorkView } from './api';
import { profileOf, requireRole, today, type Context } from './context';
import { checkDetails, detailsView, followList, forgetDetails, giveDetails, keepDetails, noteEnd, saveDetails, type WorkRow as Row } from './details';
import { codeOf, expectFrame, Failure } from './errors';
import { addNotice } from './notices';
import { enqueue, queueOf } from './queue';
import type { AssignmentRec } from './records';
import type { Tx } from './repo';
import { tidyLines } from './staff_lines';
import { looseTallies, newTally, parentsOf } from './tally';
import { MAX_LABEL } from '../wire/limits';
import type { Counted } from '../wire/counted';
import type { Request, ServerFrames } from '../wire/frames';

export type NotCarriedOut = 'declined' | 'not_reached';

/** One line of 1 to 80 bytes, as the server takes it; empty where that is allowed. */
export function checkLabel(written: string, empty: 'may_be_empty' | 'says_something'): string {
  const label = written.normalize('NFC').trim();
  const size = new TextEncoder().encode(label).length;
  if (size > MAX_LABEL || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(label)) throw new Failure('bad_label');
  if (size === 0 && empty === 'says_something') throw new Failure('bad_label');
  return label;
}

export class Work {
  private rows_: Row[] | null = null;
  private colleagues_: ServerFrames['staff']['staff'] = [];
  private talk_ = 0;
  private asking_ = false;
  private again_ = false;
  /** assignments on their way to the server: no list has them yet */
  private readonly making_ = new Set<string>();

  constructor(private readonly ctx_: Context) {}

  /** Null: nothing to do with it, or not asked yet. */
  view(): WorkView | null {
    if (this.rows_ === null) return null;
    return {
      assignments: this.rows_.map((row) => this.viewOf(row)),
      colleagues: this.colleagues_.map((one) => ({ staffId: one.staff_id, role: one.role, label: one.label, talkSinceDay: one.talk || null })),
      talkSinceDay: this.talk_ || null,
    };
  }

  private viewOf(row: Row): AssignmentView {
    const rec = this.ctx_.repo.get('assignment', row.assignment_id);
    const state: AssignmentState = rec?.want ?? row.state;
    return {
      id: row.assignment_id, label: row.label, staffId: row.staff_id, dueDay: row.due, state,
      endedDay: state === 'open' ? null : row.ended || rec?.day || null,
      circleId: rec?.circleId ?? null, details: detailsView(this.ctx_, row.assignment_id),
      undoUntilMs: rec && state !== 'open' && rec.undoUntilMs > this.ctx_.clock.nowMs() ? rec.undoUntilMs : null,
    };
  }

  /** What is here of assignments that no list has named since the app started: offline a phone number is still needed. */
  keptDetails(): KeptDetails[] {
    if (profileOf(this.ctx_.repo).role !== 'supporter') return [];
    const listed = new Set(this.rows_?.map((row) => row.assignment_id));
    return this.ctx_.repo.all('details').filter((rec) => !listed.has(rec.assignmentId)).map(({ assignmentId, text }) => ({ assignmentId, text }));
  }

  /** A line is ready, or leads to nobody any more. */
  linesChanged(): void {
    const { rows_: rows, ctx_: ctx } = this;
    ctx.upkeep();
    if (rows === null) return;
    ctx.repo.run((tx) => giveDetails(ctx, tx, rows)).catch((error: unknown) => {
      const { code, detail } = codeOf(error);
      if (code !== 'not_now') ctx.problem(code, detail);
    });
  }

  /** At a login, and when the server says that something has changed. */
  refresh(): void {
    const { role } = profileOf(this.ctx_.repo);
    if (role !== 'coordinator' && role !== 'supporter') return;
    if (this.asking_) { this.again_ = true; return; }
    this.asking_ = true;
    void this.ask(role).catch((error: unknown) => {
      const { code, detail } = codeOf(error);
      if (code !== 'offline' && code !== 'not_now') this.ctx_.problem(code, detail);
    }).finally(() => {
      this.asking_ = false;
      if (this.again_) { this.again_ = false; this.refresh(); }
    });
  }

  private async ask(role: 'coordinator' | 'supporter'): Promise<void> {
    const { net } = this.ctx_;
    const asked = new Set(this.ctx_.repo.all('details').map((rec) => rec.assignmentId).filter((id) => !this.making_.has(id)));
    if (role === 'coordinator') this.colleagues_ = expectFrame(await net.request({ type: 'staff_list' }), 'staff').staff;
    const { assignments, talk } = expectFrame(await net.request({ type: 'assignment_list' }), 'assignments');
    this.rows_ = assignments;
    this.talk_ = talk;
    if (role === 'coordinator') await tidyLines(this.ctx_, new Set(this.colleagues_.map((one) => one.staff_id)));
    await this.ctx_.repo.run((tx) => followList(this.ctx_, tx, assignments, asked));
    await this.settle(assignments);
    this.ctx_.changed();
  }

  /** What this device knows of assignments that are no more goes, and what the server has not heard is said again. */
  private async settle(rows: Row[]): Promise<void> {
    const known = new Map(rows.map((row) => [row.assignment_id, row]));
    const recs = this.ctx_.repo.all('assignment');
    if (recs.some((rec) => !known.has(rec.assignmentId))) {
      await this.ctx_.repo.run((tx) => {
        for (const rec of recs) if (!known.has(rec.assignmentId)) tx.del('assignment', rec.assignmentId);
      });
    }
    for (const rec of this.ctx_.repo.all('assignment')) {
      if (rec.want && known.get(rec.assignmentId)?.state !== rec.want) await this.tell(rec.assignmentId);
      else if (rec.want) await this.heard(rec.assignmentId);
    }
  }

  // ---- supporters ----

  /** The state is kept here first; what it counts waits for the undo time like every count. */
  async end(id: string, state: 'contacted' | 'not_carried_out', why: NotCarriedOut | null): Promise<null> {
    const { ctx_: ctx } = this;
    requireRole(ctx.repo, 'supporter');
    const row = this.row(id);
    if (this.viewOf(row).state !== 'open') throw new Failure('assignment_over');
    await ctx.repo.run((tx) => {
      const before = tx.get('assignment', id);
      const day = today(ctx.clock);
      const tallyIds = this.count(tx, before?.circleId ?? null, this.counted(row, state, why));
      tx.put('assignment', id, { assignmentId: id, circleId: before?.circleId ?? null, want: state, day, tallyIds,
        undoUntilMs: ctx.clock.nowMs() + profileOf(tx).undoS * 1000 });
      noteEnd(tx, id, day);
      tx.after(() => ctx.changed());
    });
    await this.tell(id);
    return null;
  }

  private counted(row: Row, state: 'contacted' | 'not_carried_out', why: NotCarriedOut | null): Counted[] {
    if (state === 'contacted') return [{ series: 'first_contact', value: today(this.ctx_.clock) <= row.due ? 'in_time' : 'late' }];
    const counted: Counted[] = [{ series: 'first_contact', value: 'not_carried_out' }];
    // It came to no support: that is its outcome, after no conversation.
    if (why) counted.push({ series: 'closing', value: why }, { series: 'conversations', value: '0' });
    return counted;
  }

  private count(tx: Tx, circleId: string | null, counted: Counted[]): string[] {
    const { ctx_: ctx } = this;
    const rec = circleId === null ? undefined : tx.get('circle', circleId);
    const parents = rec && !rec.closed && !rec.lost ? parentsOf(ctx.repo.circle(rec.circleId)) : [];
    if (!rec || parents.length === 0) return looseTallies(ctx, tx, counted);
    // A circle's own closing counts its outcome: here it is only whether the promise was kept.
    const participants = parents.map((m) => m.memberId);
    return [newTally(ctx, tx, { circleId: rec.circleId, contactId: null, day: today(ctx.clock), participants, counted: counted[0]! })];
  }

  /** The wrong button: until the undo time is over nothing has been counted. not_now: it is over. */
  async reopen(id: string): Promise<null> {
    const { ctx_: ctx } = this;
    requireRole(ctx.repo, 'supporter');
    await ctx.repo.run((tx) => {
      const rec = tx.get('assignment', id);
      if (!rec || rec.undoUntilMs <= ctx.clock.nowMs() || rec.tallyIds.some((one) => !tx.get('tally', one))) throw new Failure('not_now');
      for (const one of rec.tallyIds) tx.del('tally', one);
      tx.put('assignment', id, { ...rec, want: 'open', day: 0, tallyIds: [], undoUntilMs: 0 });
      noteEnd(tx, id, 0);
      tx.after(() => ctx.changed());
    });
    await this.tell(id);
    return null;
  }

  /** Gives the server what it has not heard. Offline it waits for the next login. */
  private async tell(id: string): Promise<void> {
    const rec = this.ctx_.repo.get('assignment', id);
    if (!rec?.want || !this.ctx_.ready()) return;
    try {
      expectFrame(await this.ctx_.net.request({ type: 'assignment_end', assignment_id: id, state: rec.want }), 'ok');
    } catch (error) {
      if (codeOf(error).code === 'offline') return;
      // It was withdrawn or given to somebody else meanwhile: nothing of it is counted from here.
      await this.ctx_.repo.run((tx) => {
        for (const one of rec.tallyIds) tx.del('tally', one);
        tx.del('assignment', id);
        tx.after(() => this.ctx_.changed());
      });
      throw error;
    }
    await this.heard(id);
  }

  private async heard(id: string): Promise<void> {
    await this.ctx_.repo.run((tx) => {
      const rec = tx.get('assignment', id);
      if (!rec?.want) return;
      const { want, ...rest } = rec;
      const row = this.rows_?.find((one) => one.assignment_id === id);
      if (row) Object.assign(row, { state: want, ended: want === 'open' ? 0 : rec.day });
      tx.put('assignment', id, rest);
      tx.after(() => this.ctx_.changed());
    });
  }

  /** The circle that was made for it: its parents are who is counted. */
  link(tx: Tx, id: string, circleId: string): void {
    const before = tx.get('assignment', id);
    const rec: AssignmentRec = before ?? { assignmentId: id, circleId: null, day: 0, tallyIds: [], undoUntilMs: 0 };
    tx.put('assignment', id, { ...rec, circleId });
  }

  async askTalk(wanted: boolean): Promise<null> {
    requireRole(this.ctx_.repo, 'supporter');
    await this.change({ type: 'talk_ask', wanted: wanted ? 1 : 0 });
    this.talk_ = wanted ? this.talk_ || today(this.ctx_.clock) : 0;
    this.ctx_.changed();
    return null;
  }

  // ---- coordinators ----

  async makeAssignment(o: { label: string; staffId: string | null; dueDay: number; details?: string }): Promise<null> {
    const label = checkLabel(o.label, 'says_something');
    const details = checkDetails(o.details ?? '');
    requireRole(this.ctx_.repo, 'coordinator');
    const id = this.ctx_.core.newId();
    this.making_.add(id);
    try {
      if (details !== '') await keepDetails(this.ctx_, id, details);
      return await this.lead({ type: 'assignment_make', assignment_id: id, label, staff_id: o.staffId, due: o.dueDay });
    } catch (error) {
      await forgetDetails(this.ctx_, id);
      throw error;
    } finally {
      this.making_.delete(id);
    }
  }
  /** How the parent is reached, for whoever keeps it; empty: taken back. */
  async saveDetails(id: string, text: string): Promise<null> {
    return saveDetails(this.ctx_, this.rows_ ?? [], this.row(id), text);
  }
  /** Only a supporter who works here gets a line. */
  requireSupporter(staffId: string): void {
    if (this.colleagues_.find((one) => one.staff_id === staffId)?.role !== 'supporter') throw new Failure('staff_unknown');
  }
  giveAssignment(id: string, staffId: string | null): Promise<null> {
    return this.lead({ type: 'assignment_give', assignment_id: id, staff_id: staffId });
  }
  withdrawAssignment(id: string): Promise<null> { return this.lead({ type: 'assignment_end', assignment_id: id, state: 'withdrawn' }); }
  nameColleague(staffId: string, label: string): Promise<null> {
    return this.lead({ type: 'staff_name', staff_id: staffId, label: checkLabel(label, 'may_be_empty') });
  }
  removeColleague(staffId: string): Promise<null> { return this.lead({ type: 'staff_remove', staff_id: staffId }); }
  talkHad(staffId: string): Promise<null> { return this.lead({ type: 'talk_had', staff_id: staffId }); }

  private async lead(request: Request): Promise<null> {
    requireRole(this.ctx_.repo, 'coordinator');
    return this.change(request);
  }

  /** The lists come anew with the server's own news; a page that waits for the answer sees them as soon as they are here. */
  private async change(request: Request): Promise<null> {
    if (!this.ctx_.ready()) throw new Failure('offline');
    expectFrame(await this.ctx_.net.request(request), 'ok');
    this.refresh();
    return null;
  }

  private row(id: string): Row {
    const row = this.rows_?.find((one) => one.assignment_id === id);
    if (!row) throw new Failure('assignment_unknown');
    return row;
  }
}

/**
 * Somebody's organisation has taken their device out: whoever is left removes them from the group. Said at each login until
 * that is done, so what waits already is not asked for twice.
 */
export function leftByOrganisation(ctx: Context, circleId: string, deviceId: string): Promise<void> {
  return ctx.repo.run((tx) => {
    const rec = tx.get('circle', circleId);
    if (!rec || rec.closed || rec.lost) return;
    const member = ctx.repo.circle(circleId).members().find((m) => !m.me && m.deviceIds.includes(deviceId));
    if (!member) return;
    const waits = queueOf(tx, circleId).some(({ job }) => job.kind === 'remove' && job.memberId === member.memberId);
    if (!waits) enqueue(ctx, tx, circleId, { kind: 'remove', memberId: member.memberId });
    addNotice(ctx, tx, circleId, 'gone', { id: `gone-${deviceId}`, subject: member.memberId });
    tx.after(() => ctx.changed(circleId));
  });
}
