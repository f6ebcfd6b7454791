/** Writing: texts, drafts, titles, new circles, removing a member. */
import { DRAFT_MAX_CHARS, NAME_MAX_CHARS, TEXT_MAX_CHARS } from './api';
import { profileOf, requireRole, requireThread, type Context } from './context';
import type { Circle } from './crypto_port';
import { noticeDialogue } from './dialogue';
import { Failure } from './errors';
import { addNotice } from './notices';
import { enqueue, enqueueContent } from './queue';
import { itemKey } from './records';
import type { Tx } from './repo';
import { openUntil } from './support_view';

/** Half a character cannot be encoded as UTF-8 and would come back altered. */
export const LONE_SURROGATE = /\p{Surrogate}/gu;

const points = (text: string): number => [...text].length;

/** A name as everyone in the circle reads it: one line, 1 to 40 characters. */
export function checkName(name: string): string {
  const clean = name.normalize('NFC').trim();
  const size = points(clean);
  if (size < 1 || size > NAME_MAX_CHARS || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(clean)) throw new Failure('name_bad');
  return clean;
}

/** As it is sent: text_empty, text_too_long. */
export function checkText(written: string): string {
  if (written.trim().length === 0) throw new Failure('text_empty');
  const text = written.replace(LONE_SURROGATE, '\uFFFD');
  const size = points(text);
  if (size > TEXT_MAX_CHARS) throw new Failure('text_too_long', size);
  return text;
}

/** Into the outbox and the conversation; the content id. */
export function putText(ctx: Context, tx: Tx, { circleId, memberId }: Pick<Circle, 'circleId' | 'memberId'>, text: string, replyTo: string | null = null): string {
  const { job } = enqueueContent(ctx, tx, circleId, replyTo === null ? { type: 'text', text } : { type: 'reply', target: replyTo, text });
  if (job.kind !== 'content') throw new Failure('unknown');
  const { contentId: id, sentAtMs } = job;
  tx.put('item', itemKey(circleId, id), {
    type: 'text', circleId, order: tx.takeOrder(circleId), id, memberId, mine: true, text, sentAtMs, delivery: 'waiting', seen: true,
    ...(replyTo !== null && { replyTo }),
  });
  return id;
}

export function sendText(ctx: Context, circleId: string, written: string, replyTo: string | null = null): Promise<{ id: string }> {
  return ctx.repo.run((tx) => {
    const text = checkText(written);
    const rec = tx.circleRec(circleId);
    // After a closing's time the others are gone: what is written now would reach nobody.
    const until = openUntil(tx.all('item', `${circleId}:`));
    if (rec.closed || rec.leaving || (until !== null && until <= ctx.clock.nowMs())) throw new Failure('not_a_member');
    const id = putText(ctx, tx, ctx.repo.circle(circleId), text, replyTo);
    tx.put('circle', circleId, { ...tx.circleRec(circleId), draft: '', draftReply: undefined });
    noticeDialogue(ctx, tx, circleId, ctx.clock.nowMs());
    tx.after(() => ctx.changed(circleId));
    return { id };
  });
}

export const cutDraft = (text: string): string => [...text.replace(LONE_SURROGATE, '\uFFFD')].slice(0, DRAFT_MAX_CHARS).join('');

export function saveDraft(ctx: Context, circleId: string, text: string, replyTo: string | null = null): Promise<null> {
  return ctx.repo.run((tx) => {
    const rec = tx.circleRec(circleId);
    const draft = cutDraft(text);
    const draftReply = replyTo ?? undefined;
    if (rec.draft !== draft || rec.draftReply !== draftReply) tx.put('circle', circleId, { ...rec, draft, draftReply });
    return null;
  });
}

/** New words for a text that are not said yet. target null: they are given up. The draft stays what it is. */
export function saveEdit(ctx: Context, circleId: string, target: string | null, text: string): Promise<null> {
  return ctx.repo.run((tx) => {
    tx.put('circle', circleId, { ...tx.circleRec(circleId), editing: target === null ? undefined : { target, text: cutDraft(text) } });
    tx.after(() => ctx.changed(circleId));
    return null;
  });
}

/** Stays on this device. An empty title means the other people's names. */
export function renameCircle(ctx: Context, circleId: string, title: string): Promise<null> {
  return ctx.repo.run((tx) => {
    const clean = title.trim();
    if (points(clean) > NAME_MAX_CHARS) throw new Failure('name_bad');
    tx.put('circle', circleId, { ...tx.circleRec(circleId), title: clean });
    tx.after(() => ctx.changed(circleId));
    return null;
  });
}

export function newCircle(ctx: Context, title: string, made: (tx: Tx, circleId: string) => void): Promise<{ circleId: string }> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    const circleId = beginCircle(ctx, tx, title);
    made(tx, circleId);
    return { circleId };
  });
}

/** A circle with this device alone; its id. staffId: a coordinator's line to that colleague. */
export function beginCircle(ctx: Context, tx: Tx, title: string, staffId?: string): string {
  const clean = title.trim();
  if (points(clean) > NAME_MAX_CHARS) throw new Failure('name_bad');
  const { deviceId, name } = profileOf(tx);
  const circleId = ctx.core.newId();
  const memberId = ctx.core.newId();
  tx.adopt(ctx.core.circleCreate({ circleId, memberId, deviceId, role: staffId === undefined ? 'supporter' : 'coordinator', name }));
  tx.put('circle', circleId, { circleId, title: clean, draft: '', sequence: 0, created: false, closed: false, next: 0,
    ...(staffId !== undefined && { staff: true, staffId }) });
  enqueue(ctx, tx, circleId, { kind: 'create' });
  if (staffId === undefined) addNotice(ctx, tx, circleId, 'circle_started', { actor: memberId });
  tx.after(() => ctx.changed(circleId));
  return circleId;
}

/** Takes effect when the server has put the commit in its place; until then it waits like a message. */
export function removeMember(ctx: Context, circleId: string, memberId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'supporter');
    requireThread(tx, circleId);
    const member = ctx.repo.circle(circleId).members().find((m) => m.memberId === memberId);
    if (!member || member.deviceIds.length === 0 || member.me) throw new Failure('not_allowed');
    enqueue(ctx, tx, circleId, { kind: 'remove', memberId });
    tx.after(() => ctx.changed(circleId));
    return null;
  });
}
