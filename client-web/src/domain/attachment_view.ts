/** An attachment as pages see it. */
import type { AttachmentItem, AttachmentState } from './api';
import { DELETE_WITHIN_MS, mayUntil } from './changes';
import type { Context } from './context';
import type { Member } from './crypto_port';
import { itemKey, type AttachmentRec, type TransferState } from './records';

const SHOWN_AS: Record<TransferState, AttachmentState> = { storing: 'sending', uploading: 'sending', said: 'sending', offered: 'offered', wanted: 'fetching',
  here: 'here', gone: 'gone', broken: 'broken' };

export function attachmentView(ctx: Context, item: AttachmentRec, members: ReadonlyMap<string, Member>): AttachmentItem {
  const author = members.get(item.memberId);
  const { id, circleId, mine, memberId, sentAtMs, delivery, kind, size, width, height, durationMs, name, preview, caption } = item;
  const rec = ctx.repo.get('attachment', itemKey(circleId, id));
  // Said again to somebody who came later: whoever sent it sees what the others said of it.
  const state = !rec ? 'gone' : mine && delivery !== 'waiting' ? 'here' : SHOWN_AS[rec.state];
  return { type: 'attachment', id, mine, memberId, author: author?.name ?? '', authorRole: author?.role ?? 'parent', sentAtMs, delivery, kind, size, width, height, durationMs, name, preview, caption,
    state, ...ctx.progress.of(circleId, id), deleteUntilMs: mine && delivery === 'waiting' ? null : mayUntil(item, ctx.clock.nowMs(), DELETE_WITHIN_MS) };
}
