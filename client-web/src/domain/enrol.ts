/** How a new device becomes known to the server: what it says of itself once, and what follows when the server has it. */
import type { ServerFrames } from '../wire/frames';
import { profileOf, type Context } from './context';
import { shareIdOf } from './entry';
import { Failure } from './errors';
import { ME } from './records';
import type { Tx } from './repo';

export type PasskeyWanted = ServerFrames['passkey_wanted'];
export type Enrolment = {
  device_id: string; login_key: Uint8Array; proof: Uint8Array; share_id: string; share: Uint8Array; share_auth: Uint8Array;
};
/** What the server gets once; it stands in the header while the join is under way. */
export interface Secrets { share: Uint8Array; shareAuth: Uint8Array }

/** Null once the device is registered: then the connection itself says who asks. */
export function enrolment(ctx: Context, secrets: Secrets | null): Enrolment | null {
  const { core, net, repo } = ctx;
  const { deviceId, loginSeed, enrolled } = profileOf(repo);
  if (enrolled) return null;
  const hello = net.hello();
  if (!hello || !secrets) throw new Failure('offline');
  return {
    device_id: deviceId, login_key: core.loginPublicKey(loginSeed), share_id: shareIdOf(ctx.header()), share: secrets.share, share_auth: secrets.shareAuth,
    proof: core.signEnrol(loginSeed, hello.challenge, deviceId),
  };
}

/** Who the server says that this is. rest: what comes with a login, as far as it came. */
type Answer = Pick<ServerFrames['redeemed'], 'role' | 'organisation'> & Partial<Pick<ServerFrames['redeemed'], 'spans' | 'undo_s'>>;

/** The server knows this device: its share is there now and leaves the header. */
export function registered(ctx: Context, tx: Tx, { role, organisation, spans, undo_s }: Answer, passkey: boolean, enrolled: () => void): void {
  const profile = profileOf(tx);
  const rest = { ...(spans && { spans }), ...(undo_s !== undefined && { undoS: undo_s }), ...(passkey && { passkey: true }) };
  tx.put('profile', ME, { ...profile, role, organisation, ...rest, enrolled: true });
  if (profile.enrolled) return;
  tx.header = { ...ctx.header(), share: null };
  tx.after(enrolled);
}
