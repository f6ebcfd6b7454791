/**
 * Staff prove themselves with a passkey before the server lets their device in, and again when the session has ended. Everything
 * else goes on meanwhile as it does without a network: what is written is kept here and goes out afterwards.
 */
import type { ServerFrames } from '../wire/frames';
import { errorName } from '../wire/error_codes';
import { fromHex } from '../wire/schema';
import type { PasskeyAnswer, PasskeyView } from './api';
import { profileOf, type Context } from './context';
import { expectFrame, Failure } from './errors';

type Wanted = ServerFrames['passkey_wanted'];

export class StaffSession {
  private wanted_: Wanted | null = null;
  private ended_ = false;
  private answering_ = false;

  constructor(
    private readonly ctx_: Context,
    private readonly admitted_: (ok: ServerFrames['login_ok']) => Promise<void>,
    private readonly ready_: () => boolean,
  ) {}

  ask(wanted: Wanted): void {
    this.wanted_ = wanted;
    this.ctx_.changed();
  }

  /** What was asked for on a connection is of no use on the next. */
  drop(): void {
    this.wanted_ = null;
  }

  /** The server has said why it closes: come back at once, so that the person sees at once what is wanted. */
  told(code: number): void {
    if (errorName(code) !== 'session_ended') return;
    this.ended_ = true;
    this.ctx_.clock.after(0, () => this.ctx_.net.retryNow());
  }

  view(): PasskeyView | null {
    if (!this.wanted_) return null;
    const { challenge, rp_id: rpId, user_id, credentials } = this.wanted_;
    return { kind: credentials.length > 0 ? 'sign_in' : 'create', ended: this.ended_, challenge, rpId, userId: fromHex(user_id), credentials };
  }

  async answer(answer: PasskeyAnswer): Promise<null> {
    const wanted = this.wanted_;
    if (!wanted || this.answering_ || answer.kind !== this.view()?.kind) throw new Failure('not_now');
    this.answering_ = true;
    try {
      const reply = await this.ctx_.net.request(answer.kind === 'create'
        ? { type: 'passkey_register', client_data: answer.clientData, attestation: answer.attestation }
        : { type: 'passkey_sign_in', credential: answer.credential, client_data: answer.clientData, auth_data: answer.authData,
            signature: answer.signature, user_handle: answer.userHandle });
      await this.admitted_(expectFrame(reply, 'login_ok'));
      this.ended_ = false;
      if (this.wanted_ === wanted) this.drop();
      this.ctx_.changed();
      return null;
    } finally {
      this.answering_ = false;
    }
  }

  /** Told only to a server that asks for passkeys: for the others it is nobody's business. */
  personHere(): void {
    if (this.ready_() && profileOf(this.ctx_.repo).passkey) this.ctx_.net.notify({ type: 'person_here' });
  }
}
