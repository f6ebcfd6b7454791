/**
 * How a support goes on: the organisation's programmes, kept after each login, and what was said of one in a circle.
 *
 * What stands is read from the acts that are here, as of everything else: the highest revision, then the lower id, the same on
 * every device in whatever order they came. A newcomer has read none of them: who said it says it again, and another supporter
 * when that person has left.
 */
import type { ProgrammeChoice, ProgrammeView } from './api';
import { actsOf, say } from './acts';
import { profileOf, requireRole, requireThread, today, type Context } from './context';
import type { ProgrammeAct, ProgrammeName } from './crypto_port';
import { expectFrame, Failure } from './errors';
import { phaseNow } from './programme';
import { enqueue, queueOf } from './queue';
import { ME, type ActRec, type ItemRec } from './records';
import type { Tx } from './repo';
import type { Programme } from '../wire/frames';

export type ProgrammeRec = ActRec & { act: ProgrammeAct };

/** What stands; null: nothing was said. */
export function standing(items: readonly ItemRec[]): ProgrammeRec | null {
  return [...actsOf(items, 'programme')].sort((a, b) => b.act.revision - a.act.revision || (a.id < b.id ? -1 : 1))[0] ?? null;
}

export const said = (items: readonly ItemRec[]): ProgrammeAct | null => standing(items)?.act ?? null;

/** What stood before this was said; null: it is the first here, or says again what is known. Only a change is told in the conversation. */
export function changedFrom(items: readonly ItemRec[], rec: { id: string; order: number; act: ProgrammeAct }): ProgrammeAct | null {
  const before = actsOf(items, 'programme').filter((one) => one.order < rec.order && one.id !== rec.id);
  if (before.some(({ act }) => act.revision >= rec.act.revision)) return null;
  return before.sort((a, b) => b.act.revision - a.act.revision)[0]?.act ?? null;
}

// ---- the organisation's own ----

/** At a login. Other roles have none. */
export async function fetchProgrammes(ctx: Context): Promise<void> {
  const { role, programmes: known } = profileOf(ctx.repo);
  if (role !== 'supporter' && role !== 'coordinator') return;
  const { programmes } = expectFrame(await ctx.net.request({ type: 'programmes_get' }), 'programmes');
  if (JSON.stringify(programmes) === JSON.stringify(known)) return;
  await ctx.repo.run((tx) => {
    tx.put('profile', ME, { ...profileOf(tx), programmes });
    tx.after(() => ctx.changed());
  });
}

const own = (source: Pick<Tx, 'get'>): readonly Programme[] => profileOf(source).programmes ?? [];

function nameOf({ name }: Programme): ProgrammeName {
  const of = (language: string): string => name.find((one) => one.language === language)?.text ?? '';
  return { sv: of('sv'), en: of('en'), ar: of('ar') };
}

export const programmeChoices = (source: Pick<Tx, 'get'>): ProgrammeChoice[] => own(source).map((one) => ({
  id: one.id, name: nameOf(one), firstContact: one.first_contact, least: one.conversations?.least ?? 0, most: one.conversations?.most ?? 0,
  steps: one.phases.length,
}));

// ---- in a circle ----

function actFor(ctx: Context, one: Programme, revision: number): ProgrammeAct {
  return {
    type: 'programme', id: one.id, name: nameOf(one), least: one.conversations?.least ?? 0, most: one.conversations?.most ?? 0,
    phases: one.phases.map(({ weeks, check_in_every_weeks }) =>
      ({ leastWeeks: weeks.least, mostWeeks: weeks.most, checkInEveryWeeks: check_in_every_weeks })),
    phase: one.phases.length > 0 ? 1 : 0, sinceDay: today(ctx.clock), feedback: one.feedback_at_end === 1, revision,
  };
}

/** A new circle goes on as `id` says, or as the organisation's first one; an organisation without any says nothing. */
export function beginProgramme(ctx: Context, tx: Tx, circleId: string, id?: string): void {
  const programmes = own(tx);
  const one = id === undefined ? programmes[0] : programmes.find((each) => each.id === id);
  if (id !== undefined && !one) throw new Failure('unknown');
  if (one) say(ctx, tx, circleId, actFor(ctx, one, 1));
}

/** As another circle has it; else as a new one. */
export function beginLike(ctx: Context, tx: Tx, circleId: string, like: string): void {
  const act = said(tx.all('item', `${like}:`));
  if (!act) return beginProgramme(ctx, tx, circleId);
  say(ctx, tx, circleId, { ...act, phase: act.phases.length > 0 ? 1 : 0, sinceDay: today(ctx.clock), revision: 1 });
}

export function chooseProgramme(ctx: Context, circleId: string, id: string): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    requireThread(tx, circleId);
    const one = own(tx).find((each) => each.id === id);
    const before = said(tx.all('item', `${circleId}:`));
    if (!one) throw new Failure('unknown');
    if (before?.id === id) return null;
    say(ctx, tx, circleId, actFor(ctx, one, (before?.revision ?? 0) + 1));
    return null;
  });
}

export function nextPhase(ctx: Context, circleId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    requireThread(tx, circleId);
    const act = said(tx.all('item', `${circleId}:`));
    if (!act || act.phase >= act.phases.length) throw new Failure('not_now');
    say(ctx, tx, circleId, { ...act, phase: act.phase + 1, sinceDay: today(ctx.clock), revision: act.revision + 1 });
    return null;
  });
}

/** They have stopped and looked back: nothing is said or counted, the reminder is put away. */
export function checkedIn(ctx: Context, circleId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    const rec = tx.circleRec(circleId);
    const act = said(tx.all('item', `${circleId}:`));
    const week = phaseNow(act, today(ctx.clock))?.checkInWeek;
    if (!act || !week) throw new Failure('not_now');
    tx.put('circle', circleId, { ...rec, support: { ...rec.support, checkedIn: { sinceDay: act.sinceDay, week } } });
    tx.after(() => ctx.changed(circleId));
    return null;
  });
}

/** Somebody has come in who has read nothing of before. One device says it: whose word it is, or else the first supporter's. */
export function tellNewcomer(ctx: Context, tx: Tx, circleId: string): void {
  const rec = standing(tx.all('item', `${circleId}:`));
  if (!rec) return;
  const circle = ctx.repo.circle(circleId);
  const inside = circle.members().filter((m) => m.role === 'supporter' && m.deviceIds.length > 0).map((m) => m.memberId).sort();
  const waits = queueOf(tx, circleId).some(({ job, attempt }) => job.kind === 'content' && job.contentId === rec.id && !attempt);
  if (rec.mine && waits) return;
  if (rec.mine) enqueue(ctx, tx, circleId, { kind: 'content', content: rec.act, contentId: rec.id, sentAtMs: rec.sentAtMs });
  else if (!inside.includes(rec.memberId) && inside[0] === circle.memberId) say(ctx, tx, circleId, rec.act);
}

export function programmeView(ctx: Context, circleId: string, items: readonly ItemRec[]): ProgrammeView | null {
  const act = said(items);
  if (!act) return null;
  const phase = phaseNow(act, today(ctx.clock));
  const done = ctx.repo.get('circle', circleId)?.support?.checkedIn;
  const seen = done?.sinceDay === act.sinceDay ? done.week : 0;
  const supporter = profileOf(ctx.repo).role === 'supporter';
  return {
    id: act.id, name: act.name, least: act.least, most: act.most, steps: act.phases.length,
    phase: phase && { number: phase.number, count: phase.count, week: phase.week, leastWeeks: phase.leastWeeks, mostWeeks: phase.mostWeeks, over: phase.over },
    checkInWeek: supporter && phase?.checkInWeek && phase.checkInWeek > seen ? phase.checkInWeek : null,
  };
}

/** This supporter's organisation gives no such support: somebody took over from another one. */
export function isForeign(source: Pick<Tx, 'get'>, items: readonly ItemRec[]): boolean {
  const act = said(items);
  return act !== null && own(source).length > 0 && !own(source).some(({ id }) => id === act.id);
}
