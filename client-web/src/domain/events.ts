/** What each thing that came out of an envelope changes on this device. */
import { actsOf, hear } from './acts';
import { hearAttachment } from './attachments';
import { hearChange, isChange, settle } from './changes';
import { tellCards } from './cards';
import { askingsOf, dropUnagreedSlips, sayAgain } from './coming';
import { others, profileOf, type Context } from './context';
import type { CircleEvent } from './crypto_port';
import { noticeDialogue } from './dialogue';
import { giveAgain, hearDetails } from './details';
import { follow, hearBefore } from './following';
import { hearLeft } from './leaving';
import { addNotice, addUnreadable, closeCircle, slipNoticeId } from './notices';
import { tellNewcomer } from './programmes';
import { enqueue, enqueueContent, queueOf } from './queue';
import { dropExits, hearExit } from './quick_exit';
import { applyReceipt, queueReceipts } from './receipts';
import { itemKey, outKey, type ContactRec, type TextRec } from './records';
import type { Tx } from './repo';
import { resendUnconfirmed } from './resend';
import { markLost, recoverFirst } from './thread';

type EventOf<T extends CircleEvent['type']> = Extract<CircleEvent, { type: T }>;

/** A content id is shown once: a re-sent one that is here already changes nothing. */
function addFromOther(ctx: Context, tx: Tx, circleId: string, event: EventOf<'text'> | EventOf<'reply'> | EventOf<'contact'>): void {
  const key = itemKey(circleId, event.contentId);
  const known = tx.get('item', key);
  // Its author's own word goes before what somebody else said of it.
  if (known && !(known.type === 'text' && known.before && !known.gone && known.memberId === event.memberId)) {
    // Said again: whoever says it does not know that it has arrived.
    return queueReceipts(ctx, tx, circleId, 'delivered', [event.contentId]);
  }
  const base = { circleId, order: tx.takeOrder(circleId), id: event.contentId, memberId: event.memberId, mine: false,
    sentAtMs: event.sentAtMs, delivery: 'delivered' as const, sinceMs: ctx.serverNowMs() ?? undefined };
  const item: TextRec | ContactRec = event.type !== 'contact'
    ? { ...base, type: 'text', text: event.text, seen: false, ...(event.type === 'reply' && { replyTo: event.target }) }
    : { ...base, type: 'contact', kind: event.kind, day: event.day, participants: event.participants, undone: false,
        // a dialogue counts itself: nothing to read about it
        seen: event.kind === 'dialogue' };
  tx.put('item', key, item);
  queueReceipts(ctx, tx, circleId, 'delivered', [event.contentId]);
  if (event.type === 'contact') return;
  settle(ctx, tx, circleId, event.contentId);
  noticeDialogue(ctx, tx, circleId, event.sentAtMs);
}

function undo(tx: Tx, circleId: string, event: EventOf<'contactUndone'>): void {
  const key = itemKey(circleId, event.target);
  const item = tx.get('item', key);
  if (item?.type === 'contact' && item.memberId === event.memberId) tx.put('item', key, { ...item, undone: true });
}

/** A new device has read nothing of before: it gets the name, and every own word that nobody or this person has not confirmed. */
function welcome(ctx: Context, tx: Tx, circleId: string, memberId: string, newMember: boolean): void {
  enqueueContent(ctx, tx, circleId, { type: 'hello' });
  // What was written to others is a new person's only when a parent gives it (following.ts).
  const meant = !newMember || others(ctx.repo.circle(circleId)).every((m) => m.memberId === memberId);
  if (meant) resendUnconfirmed(ctx, tx, circleId, [memberId]);
  tellNewcomer(ctx, tx, circleId);
  // Whoever comes in while the support is closing has to know that it is.
  for (const { id, act, sentAtMs } of actsOf(tx.all('item', `${circleId}:`), 'closing').filter(({ mine }) => mine)) {
    enqueue(ctx, tx, circleId, { kind: 'content', content: act, contentId: id, sentAtMs });
  }
}

function joined(ctx: Context, tx: Tx, circleId: string, event: EventOf<'joined'>): void {
  // The same device with new keys: it had lost the thread.
  const back = event.replacedDeviceIds.includes(event.deviceId) ? 'back' : 'new_device';
  addNotice(ctx, tx, circleId, event.newMember ? 'joined' : back, { subject: event.memberId, actor: event.byMemberId });
  if (event.role === 'parent') dropExits(ctx, tx, circleId);
  welcome(ctx, tx, circleId, event.memberId, event.newMember);
  tellCards(ctx, tx, circleId, back === 'back' ? null : event.memberId);
  if (event.newMember) follow(ctx, tx, circleId, event.memberId);
  sayAgain(ctx, tx, circleId);
}

/** Our commit has come back in its place, or another one took that place. */
function ownCommit(tx: Tx, circleId: string, accepted: boolean): void {
  const queue = queueOf(tx, circleId);
  const rec = queue.find(({ job, attempt }) => job.kind === 'recover' && attempt) ?? queue.find(({ job }) => job.kind === 'remove');
  if (!rec) return;
  if (accepted) tx.del('outbox', outKey(circleId, rec.order));
  else tx.put('outbox', outKey(circleId, rec.order), { ...rec, stored: false, attempt: null });
}

function slipsBehind(ctx: Context, tx: Tx, circleId: string, event: EventOf<'slipsBehind'>): void {
  for (const selector of event.selectors) enqueueContent(ctx, tx, circleId, { type: 'slipMade', selector });
  enqueue(ctx, tx, circleId, { kind: 'refresh' });
}

/** Its maker was removed: nobody may come in with it, so the server has to forget it as well. */
function slipDropped(ctx: Context, tx: Tx, circleId: string, { selector }: EventOf<'slipDropped'>): void {
  if (profileOf(tx).role === 'parent') return;
  tx.put('slip_revoke', String(selector), { circleId, selector });
  tx.after(() => ctx.slipsToRevoke());
}

/** Whoever's organisation took them out was not sent away by the person whose device carried it out. */
function removed(ctx: Context, tx: Tx, circleId: string, { memberId, byMemberId }: EventOf<'removed'>): void {
  const told = tx.all('item', `${circleId}:gone-`).some((item) => item.type === 'notice' && item.subject === memberId);
  if (!told) addNotice(ctx, tx, circleId, 'removed', { subject: memberId, actor: byMemberId });
}

/** Somebody came in on a yes: a second slip for the same yes is dead. */
function slipUsed(ctx: Context, tx: Tx, circleId: string, memberId: string): void {
  const askings = askingsOf(tx.all('item', `${circleId}:`), ctx.repo.circle(circleId).members());
  if (askings.some((a) => a.cameMemberId === memberId)) dropUnagreedSlips(ctx, tx, circleId);
}

/** What is said in conversations. A line between colleagues carries none of it. */
const CONVERSATION: ReadonlySet<CircleEvent['type']> = new Set(['text', 'reply', 'attachment', 'contact', 'contactUndone', 'act', 'before', 'receipt']);
/** After these a line may be ready, or lead to nobody. */
const LINE_CHANGES: ReadonlySet<CircleEvent['type']> = new Set(['joined', 'left', 'removed', 'selfRemoved']);

export function applyEvent(ctx: Context, tx: Tx, circleId: string, event: CircleEvent): void {
  const line = tx.circleRec(circleId).staff === true;
  if (line && CONVERSATION.has(event.type)) return;
  if (line && event.type === 'joined' && profileOf(tx).role === 'coordinator') giveAgain(tx, circleId);
  if (line && LINE_CHANGES.has(event.type)) tx.after(() => ctx.linesChanged());
  change(ctx, tx, circleId, event);
}

function change(ctx: Context, tx: Tx, circleId: string, event: CircleEvent): void {
  const mine = (memberId: string) => memberId === ctx.repo.circle(circleId).memberId;
  switch (event.type) {
    case 'text': case 'reply': case 'contact': return addFromOther(ctx, tx, circleId, event);
    case 'attachment': return hearAttachment(ctx, tx, circleId, event);
    case 'act':
      if (event.act.type === 'quickExit') return hearExit(ctx, tx, circleId, event);
      if (isChange(event.act)) return hearChange(ctx, tx, circleId, { ...event, act: event.act });
      hear(ctx, tx, circleId, event);
      if (event.act.type === 'comeAnswer' || event.act.type === 'comeAskBack') dropUnagreedSlips(ctx, tx, circleId);
      return undefined;
    case 'before': return hearBefore(ctx, tx, circleId, event);
    case 'details': return hearDetails(ctx, tx, circleId, event);
    case 'receipt': return mine(event.memberId) ? undefined : applyReceipt(ctx, tx, circleId, event.memberId, event.state, event.contentIds);
    case 'contactUndone': return undo(tx, circleId, event);
    case 'slipMade':
      return addNotice(ctx, tx, circleId, 'slip_made',
        { id: slipNoticeId(event.selector, event.expiresDay), sentAtMs: event.sentAtMs, actor: event.memberId, subject: event.replacesMemberId });
    case 'slipRevoked':
      return addNotice(ctx, tx, circleId, 'slip_revoked', { id: event.contentId, sentAtMs: event.sentAtMs, actor: event.memberId });
    case 'left':
      addNotice(ctx, tx, circleId, 'left', { id: event.contentId, sentAtMs: event.sentAtMs, subject: event.memberId });
      return hearLeft(ctx, tx, circleId, event.memberId);
    case 'joined': return joined(ctx, tx, circleId, event);
    case 'slipUsed':
      addNotice(ctx, tx, circleId, 'slip_used', { subject: event.memberId });
      return slipUsed(ctx, tx, circleId, event.memberId);
    case 'removed': return removed(ctx, tx, circleId, event);
    case 'selfRemoved': return closeCircle(ctx, tx, circleId, event.byMemberId);
    case 'commitAccepted': return ownCommit(tx, circleId, true);
    case 'commitLost': return ownCommit(tx, circleId, false);
    case 'slipDropped': return slipDropped(ctx, tx, circleId, event);
    case 'slipsBehind': return slipsBehind(ctx, tx, circleId, event);
    case 'unreadable':
      // A replay is an old acquaintance: what it said stands here already.
      return event.code === 'mls_replayed' ? undefined : addUnreadable(ctx, tx, circleId, event.memberId);
    case 'rolledBack': return recoverFirst(ctx, tx, circleId);
    case 'threadLost': return markLost(ctx, tx, circleId);
    case 'own': case 'hello': case 'updated': return undefined;
  }
}
