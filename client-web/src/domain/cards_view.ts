/** The picture of what there is to return to, for the pages. */
import type { CardView, KeptView } from './api';
import { closingOf } from './acts';
import { agreedTime, answersTo, kindsFor, liveCards, MEETING_MS, pinsOf, ticksOf, waitsFor, type CardRec } from './card_rules';
import { rolesIn } from './cards';
import type { Context } from './context';
import type { Member } from './crypto_port';
import type { ItemRec } from './records';

type NameOf = (memberId: string) => string;

function cardView(card: CardRec, items: readonly ItemRec[], members: readonly Member[], nameOf: NameOf, open: boolean): CardView {
  const { act, mine, memberId } = card;
  const me = members.find((m) => m.me);
  const answers = answersTo(items, card);
  const ticks = ticksOf(items, card);
  return {
    id: act.cardId, kind: act.kind === 'gone' ? 'agreed' : act.kind, title: act.title, text: act.text, times: act.times, author: nameOf(memberId), mine,
    mayChange: open && kindsFor(me?.role).some((kind) => kind === act.kind), unsent: mine && card.delivery === 'waiting',
    mayAnswer: open && act.kind === 'meeting' && !mine, myAnswer: (me && answers.get(me.memberId)?.act.choice) ?? null,
    answers: [...answers.values()].map((rec) => ({ name: nameOf(rec.memberId), mine: rec.mine, choice: rec.act.choice })),
    waitsFor: act.kind === 'meeting' ? waitsFor(items, card, members).map(nameOf) : [], agreedMs: act.kind === 'meeting' ? agreedTime(items, card, members) : null,
    lines: act.lines.map((text, line) => {
      const tick = ticks.get(line);
      return { text, done: tick?.act.done ?? false };
    }),
  };
}

export function keptView(ctx: Context, circleId: string, items: readonly ItemRec[], nameOf: NameOf): KeptView {
  const rec = ctx.repo.get('circle', circleId);
  const members = ctx.repo.circle(circleId).members();
  const now_ms = ctx.clock.nowMs();
  const open = rec !== undefined && !rec.closed && !rec.leaving && (closingOf(items)?.openUntilMs ?? Infinity) > now_ms;
  const cards = liveCards(items, rolesIn(ctx, circleId)).map((card) => cardView(card, items, members, nameOf, open));
  const pinned = pinsOf(items);
  const pins = items.flatMap((item) => (item.type === 'text' && !item.gone && pinned.get(item.id)?.act.pinned
    ? [{ id: item.id, text: item.text, author: nameOf(item.memberId) || (item.before?.name ?? ''), mine: item.mine, sentAtMs: item.sentAtMs }] : []));
  const agreed = cards.flatMap(({ id, agreedMs }) => (agreedMs !== null && agreedMs + MEETING_MS > now_ms ? [{ cardId: id, atMs: agreedMs }] : []));
  const role = members.find((m) => m.me)?.role;
  return {
    cards, pins, mayAdd: open ? kindsFor(role) : [], mayPin: open && role === 'supporter',
    next: agreed.sort((a, b) => a.atMs - b.atMs)[0] ?? null,
    asks: cards.filter((card) => card.mayAnswer && card.myAnswer === null && card.times.some((ms) => ms > now_ms)).length,
  };
}
