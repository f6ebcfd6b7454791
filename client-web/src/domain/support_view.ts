/** The picture of a support for the pages: how far it has come, what is asked, what stands. */
import type { ActView, SupportView } from './api';
import { closingOf, feedbackOf, feelingsShown } from './acts';
import { profileOf, today, type Context } from './context';
import type { Act } from './crypto_port';
import { byKind, countedIn } from './ending';
import { feelingView } from './feelings';
import { conversationDays, PROGRAMME } from './programme';
import { itemKey, type ItemRec } from './records';

export function supportView(ctx: Context, circleId: string, items: readonly ItemRec[], nameOf: (memberId: string) => string): SupportView {
  const rec = ctx.repo.get('circle', circleId);
  const circle = ctx.repo.circle(circleId);
  const members = circle.members();
  const role = profileOf(ctx.repo).role;
  const contacts = countedIn(items);
  const conversations = conversationDays(contacts);
  const closing = closingOf(items);
  const feedback = feedbackOf(items, members);
  const { least, most } = PROGRAMME.conversations;
  const quiet = (rec?.support?.quietUntilDay ?? 0) > today(ctx.clock);
  const open = rec !== undefined && !rec.closed && !rec.lost;
  return {
    conversations, least, most, askToClose: role === 'supporter' && open && !closing && conversations >= most && !quiet,
    closing: closing && { outcome: closing.rec.act.outcome, author: nameOf(closing.rec.memberId), mine: closing.rec.mine,
      openUntilMs: closing.openUntilMs, endsAtMs: closing.endsAtMs },
    feedback: feedback.state,
    feedbackWaits: role === 'parent' && open && feedback.question !== '' && feedback.state !== 'no' && !feedback.answered.has(circle.memberId),
    feedbackText: role === 'supporter' && feedback.state === 'yes'
      ? rec?.support?.feedback ?? { feels: null, wish: null, change: '', more: '' } : null,
    shownFeelings: feelingsShown(items).map(({ memberId, first, last }) => ({ author: nameOf(memberId), first, last })),
    contacts: byKind(contacts), feeling: feelingView(ctx, circleId, items),
  };
}

export function actView(ctx: Context, circleId: string, act: Act, nameOf: (memberId: string) => string): ActView {
  switch (act.type) {
    case 'objection': {
      const contact = ctx.repo.get('item', itemKey(circleId, act.target));
      return contact?.type === 'contact' ? { type: 'objection', stands: act.stands, kind: contact.kind, day: contact.day }
        : { type: 'objection', stands: act.stands, kind: null, day: 0 };
    }
    case 'closingBack': case 'comeAskBack': case 'awayBack': return { type: act.type };
    case 'comeAnswer': {
      const asked = ctx.repo.get('item', itemKey(circleId, act.target));
      return { type: 'comeAnswer', follows: act.follows, purpose: asked?.type === 'act' && asked.act.type === 'comeAsk' ? asked.act.purpose : null };
    }
    case 'feedbackAnswer': return { type: 'feedbackAnswer', yes: act.yes };
    case 'away': return { type: 'away', firstDay: act.firstDay, lastDay: act.lastDay, text: act.text,
      cover: act.coverMemberId === null ? '' : nameOf(act.coverMemberId) };
    default: return act;
  }
}

/** Both write until then; null: no closing stands. */
export const openUntil = (items: readonly ItemRec[]): number | null => closingOf(items)?.openUntilMs ?? null;

