/** What the fake server does without regard to the connection: shares, slips, commits. */
import type { ClientFrames } from '../../../client-web/src/wire/frames';
import { Refusal, TRIES, type FakeServer } from './fake_server';
import { toHex } from './fake_primitives';
import { ORGANISATION } from './organisations';

export function share(s: FakeServer, f: ClientFrames['share_get']): object {
  const device = [...s.devices.values()].find(({ shareId }) => shareId === f.share_id);
  if (!device) throw new Refusal('login_failed');
  if (!device.share) throw new Refusal('share_destroyed');
  if (device.auth === toHex(f.share_auth)) { device.wrong = 0; return { type: 'share', share: device.share }; }
  device.wrong += 1;
  if (device.wrong >= TRIES) { device.share = null; throw new Refusal('share_destroyed'); }
  throw new Refusal('pin_wrong', TRIES - device.wrong);
}

export function slipOpen(s: FakeServer, f: ClientFrames['slip_open']): object {
  const door = s.queue.open(f.selector, f.token);
  if (door) return door;
  const slip = s.slip(f.selector, f.token);
  if (slip.usedBy) throw new Refusal('slip_used');
  const circle = slip.circle === null ? null : s.circles.get(slip.circle)!;
  if (circle && circle.epoch !== slip.epoch) throw new Refusal('slip_stale');
  return { type: 'slip_info', role: slip.role, organisation: ORGANISATION, expires: slip.expires,
    circle_slip: circle && { circle_id: slip.circle, epoch: slip.epoch, sealed: slip.sealed } };
}

export function commit(s: FakeServer, f: ClientFrames['commit'], me: string): object {
  const row = s.circle(f.circle_id, me);
  const fresh = !row.ids.has(f.message_id);
  const sequence = s.append(f.circle_id, 'commit', f.message_id, f.epoch, f.commit);
  if (fresh) {
    s.renew(f.circle_id, f.sealed_list);
    for (const id of f.removed) {
      row.acked.delete(id);
      const told = s.gone.findIndex((one) => one.circle_id === f.circle_id && one.device_id === id);
      if (told >= 0) s.gone.splice(told, 1);
    }
  }
  return { type: 'stored', sequence };
}

export function slipMake(s: FakeServer, f: ClientFrames['slip_make_circle'] | ClientFrames['slip_make_staff'], me: string): object {
  if (s.slips.has(f.selector)) throw new Refusal('slip_selector_taken');
  const base = { token: toHex(f.token), role: f.role, expires: f.expires, by: me, usedBy: null };
  if (f.type === 'slip_make_staff') {
    s.slips.set(f.selector, { ...base, circle: null, epoch: 0, sealed: new Uint8Array(), label: f.label });
    return { type: 'ok' };
  }
  const row = s.circle(f.circle_id, me);
  if (row.epoch !== f.epoch) throw new Refusal('epoch_stale', row.epoch);
  s.slips.set(f.selector, { ...base, circle: f.circle_id, epoch: f.epoch, sealed: f.sealed, replaces: f.replaces });
  return { type: 'ok' };
}
