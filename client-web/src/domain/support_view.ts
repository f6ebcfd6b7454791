/** The picture of a support for the pages: how far it has come, what is asked, what stands. */
import type { ActView, SupportView } from './api';
import { actsOf, closingOf, feedbackOf, feelingsShown } from './acts';
import type { ToldRec } from './changes';
import { profileOf, today, type Context } from './context';
import type { CardAct } from './crypto_port';
import { byKind, countedIn } from './ending';
import { feelingView } from './feelings';
import { conversationDays, isDone, phaseNow, rangeOf } from './programme';
import { changedFrom, isForeign, programmeView, said } from './programmes';
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
  const programme = said(items);
  const quiet = (rec?.support?.quietUntilDay ?? 0) > today(ctx.clock);
  const open = rec !== undefined && !rec.closed && !rec.lost;
  return {
    conversations, range: rangeOf(programme), programme: programmeView(ctx, circleId, items),
    programmeToDo: role === 'supporter' && open && !closing ? toDo(ctx, items) : null,
    askToClose: role === 'supporter' && open && !closing && isDone(programme, conversations, today(ctx.clock)) && !quiet,
    closing: closing && { outcome: closing.rec.act.outcome, author: nameOf(closing.rec.memberId), mine: closing.rec.mine,
      openUntilMs: closing.openUntilMs, endsAtMs: closing.endsAtMs },
    feedbackOffered: programme?.feedback ?? true, feedback: feedback.state,
    feedbackWaits: role === 'parent' && open && feedback.question !== '' && feedback.state !== 'no' && !feedback.answered.has(circle.memberId),
    feedbackText: role === 'supporter' && feedback.state === 'yes'
      ? rec?.support?.feedback ?? { feels: null, wish: null, change: '', more: '' } : null,
    shownFeelings: feelingsShown(items).map(({ memberId, ...faces }) => ({ author: nameOf(memberId), ...faces })),
    contacts: byKind(contacts), feeling: feelingView(ctx, circleId, items, ['last', 'first']), experience: feelingView(ctx, circleId, items, ['experience']),
  };
}

function toDo(ctx: Context, items: readonly ItemRec[]): SupportView['programmeToDo'] {
  if (isForeign(ctx.repo, items)) return 'foreign';
  const phase = phaseNow(said(items), today(ctx.clock));
  return phase && phase.over && phase.number < phase.count ? 'next_phase' : null;
}

/** Of a card that was taken away: what stood above it. */
function lastTitle(items: readonly ItemRec[], { cardId, revision }: CardAct): string {
  return actsOf(items, 'card').filter(({ act }) => act.cardId === cardId && act.revision < revision).sort((a, b) => b.act.revision - a.act.revision)[0]?.act.title ?? '';
}

export function actView(ctx: Context, circleId: string, rec: ToldRec, items: readonly ItemRec[], nameOf: (memberId: string) => string): ActView {
  const { act } = rec;
  switch (act.type) {
    case 'programme': {
      const step = act.phase > 0 && changedFrom(items, { ...rec, act })?.id === act.id;
      return { type: 'programme', programme: { name: act.name, least: act.least, most: act.most, steps: act.phases.length },
        step: step ? { number: act.phase, count: act.phases.length } : null };
    }
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
    case 'card': return { type: 'card', kind: act.kind, title: act.kind === 'gone' ? lastTitle(items, act) : act.title, changed: act.revision > 1 };
    case 'meetingAnswer': {
      const card = actsOf(items, 'card').find((one) => one.act.cardId === act.cardId && one.act.revision === act.revision);
      return { type: 'meetingAnswer', atMs: card?.act.times[act.choice - 1] ?? null };
    }
    case 'away': return { type: 'away', firstDay: act.firstDay, lastDay: act.lastDay, text: act.text,
      cover: act.coverMemberId === null ? '' : nameOf(act.coverMemberId) };
    default: return act;
  }
}

/** Both write until then; null: no closing stands. */
export const openUntil = (items: readonly ItemRec[]): number | null => closingOf(items)?.openUntilMs ?? null;

