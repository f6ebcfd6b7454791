/** A parent says that a counted contact is not right. The supporter sees it at the contact; a count that has been sent stays,
 *  because nothing in it leads back to anybody, and the page says so. */
import { objectionsTo, say } from './acts';
import { requireRole, type Context } from './context';
import { Failure } from './errors';
import { itemKey } from './records';

export function objectContact(ctx: Context, circleId: string, itemId: string, stands: boolean): Promise<null> {
  return ctx.repo.run((tx) => {
    requireRole(tx, 'parent');
    const contact = tx.get('item', itemKey(circleId, itemId));
    if (contact?.type !== 'contact') throw new Failure('unknown');
    const mine = objectionsTo(tx.all('item', `${circleId}:`), itemId).includes(ctx.repo.circle(circleId).memberId);
    if (mine === stands) return null;
    if (contact.undone) throw new Failure('not_now');
    say(ctx, tx, circleId, { type: 'objection', target: itemId, stands });
    return null;
  });
}
