/** The picture of one text for the pages: what it answers, what was said about it, what its author may still do. */
import type { QuoteView, ReactionView, TextItem } from './api';
import { DELETE_WITHIN_MS, EDIT_WITHIN_MS, mayUntil, type ChangeRec } from './changes';
import type { Context } from './context';
import type { Member } from './crypto_port';
import { itemKey, type ItemRec, type TextRec } from './records';

/** The first words of what is answered: enough to know it again. */
export const QUOTE_CHARS = 120;
/** So long nobody on the other side has fetched it before its author is told, calmly. */
export const UNFETCHED_AFTER_MS = 12 * 3_600_000;

type Names = ReadonlyMap<string, Member>;

export interface Said {
  /** by the text that they are about, one for each person */
  reactions: ReadonlyMap<string, ChangeRec[]>;
  /** texts of ours whose new words, or whose taking away, the server does not have yet */
  changing: ReadonlySet<string>;
}

/** One look through a conversation, for all of its texts. */
export function saidAbout(items: readonly ItemRec[]): Said {
  const reactions = new Map<string, ChangeRec[]>();
  const changing = new Set<string>();
  for (const item of items) {
    if (item.type !== 'act') continue;
    const { act } = item;
    if (act.type === 'reaction') {
      const rest = (reactions.get(act.target) ?? []).filter((one) => one.memberId !== item.memberId);
      reactions.set(act.target, [...rest, { ...item, act }]);
    } else if ((act.type === 'edit' || act.type === 'delete') && item.mine && item.delivery === 'waiting') changing.add(act.target);
  }
  return { reactions, changing };
}

export function quoteOf(ctx: Context, circleId: string, replyTo: string | undefined, names: Names): QuoteView | null {
  if (replyTo === undefined) return null;
  const item = ctx.repo.get('item', itemKey(circleId, replyTo));
  if (item?.type !== 'text' || item.gone === 'here') return { id: replyTo, state: 'missing', mine: false, author: '', text: '' };
  const author = names.get(item.memberId)?.name || (item.before?.name ?? '');
  return { id: replyTo, state: item.gone ? 'gone' : 'here', mine: item.mine, author, text: [...item.text].slice(0, QUOTE_CHARS).join('') };
}

function reactionViews(said: readonly ChangeRec[], names: Names): ReactionView[] {
  return said.flatMap(({ act, mine, memberId }) => (act.type === 'reaction' && act.mark !== null
    ? [{ mark: act.mark, mine, author: names.get(memberId)?.name ?? '' }] : []));
}

/** Calm: the server has had it for hours, and no other device has fetched it. */
function isUnfetched(ctx: Context, item: TextRec): boolean {
  const since = item.sinceMs ?? item.sentAtMs;
  return item.mine && item.delivery === 'sent' && (ctx.serverNowMs() ?? ctx.clock.nowMs()) - since >= UNFETCHED_AFTER_MS;
}

export function textView(ctx: Context, item: TextRec, names: Names, said: Said): TextItem {
  const { id, mine, memberId, sentAtMs, delivery } = item;
  const now_ms = ctx.clock.nowMs();
  const unsent = mine && !item.gone && delivery === 'waiting';
  return {
    type: 'text', id, mine, memberId, author: names.get(memberId)?.name || (item.before?.name ?? ''),
    authorRole: names.get(memberId)?.role ?? item.before?.role ?? 'parent', text: item.text, sentAtMs, delivery,
    before: item.before ? { by: names.get(item.before.byMemberId)?.name ?? '' } : null,
    replyTo: quoteOf(ctx, item.circleId, item.replyTo, names), changed: item.revision !== undefined, changing: said.changing.has(id), gone: item.gone === 'all',
    reactions: reactionViews(said.reactions.get(id) ?? [], names),
    editUntilMs: unsent ? Infinity : mayUntil(item, now_ms, EDIT_WITHIN_MS),
    deleteUntilMs: unsent ? Infinity : mayUntil(item, now_ms, DELETE_WITHIN_MS),
    unfetched: isUnfetched(ctx, item),
  };
}
