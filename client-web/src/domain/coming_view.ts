/** The picture of who may come in, and of who is leaving, for the pages. */
import type { ComeView, ComingView } from './api';
import { ASK_AGAIN_MS, askingsOf, mayAsk, stands, type Asking } from './coming';
import { profileOf, type Context } from './context';
import { followingLeft } from './following';
import { canLeave } from './leaving';
import type { ItemRec } from './records';

const LAST = -1;

export function comingView(ctx: Context, circleId: string, items: readonly ItemRec[], nameOf: (memberId: string) => string): ComingView {
  const rec = ctx.repo.get('circle', circleId);
  const circle = ctx.repo.circle(circleId);
  const members = circle.members();
  const role = profileOf(ctx.repo).role;
  const live = rec !== undefined && !rec.closed && !rec.lost && !rec.leaving;
  const now_ms = ctx.clock.nowMs();
  const askings = live ? askingsOf(items, members) : [];
  const slips = new Set(live ? circle.liveSlips().filter((slip) => slip.replacesMemberId === null).map((slip) => slip.role as string) : []);
  const view = (a: Asking): ComeView => ({
    id: a.rec.id, purpose: a.purpose, name: a.name, by: nameOf(a.rec.memberId), mine: a.rec.mine,
    state: a.state === 'came' ? 'came' : a.state === 'granted' ? 'granted' : a.state === 'refused' ? 'refused' : 'asked',
    follows: a.follows, waitsFor: a.waitsFor.map(nameOf), myAnswer: a.answers.get(circle.memberId) ?? null,
    againAtMs: a.state === 'refused' ? a.refusedAtMs + ASK_AGAIN_MS : null, came: a.cameMemberId === null ? '' : nameOf(a.cameMemberId),
    slipWaits: slips.has(a.purpose === 'parent' ? 'parent' : 'supporter'),
  });
  // A no is of interest until it may be asked again; somebody who has come, to a supporter who may now leave.
  const came = askings.filter((a) => a.state === 'came' && a.purpose === 'handover' && a.rec.mine).at(LAST);
  const refused = askings.filter((a) => a.state === 'refused').at(LAST);
  const shown = [...askings.filter(stands), ...(refused && refused.refusedAtMs + ASK_AGAIN_MS > now_ms ? [refused] : []),
    ...(came && canLeave(ctx, ctx.repo, circleId) && !rec?.support?.stays?.includes(came.rec.id) ? [came] : [])];
  return {
    asks: shown.map(view), mayAsk: live && role === 'supporter' ? mayAsk(items, members, now_ms) : [],
    following: followingLeft(ctx.repo, circleId), canLeave: canLeave(ctx, ctx.repo, circleId), leaving: rec?.leaving === true,
  };
}
