/**
 * Stands in for a circle whose own state cannot be read: who was in, and nothing that could be sent.
 * So one damaged record costs one conversation its keys, and nobody the others.
 */
import type { Circle, CircleEvent, Member } from './crypto_port';
import { Failure } from './errors';

/** Every call that needs the state. */
function gone(): never { throw new Failure('state_bad'); }

export class LostCircle implements Circle {
  readonly memberId: string;
  constructor(readonly circleId: string, readonly deviceId: string, private readonly people_: readonly Member[]) {
    this.memberId = people_.find((m) => m.me)?.memberId ?? '';
  }

  epoch(): number { return 0; }
  active(): boolean { return true; }
  inDoubt(): boolean { return false; }
  threadLost(): boolean { return true; }
  restartedFrom(): string | null { return null; }
  staff(): boolean { return this.people_.some((m) => m.role === 'coordinator'); }
  members(): Member[] { return this.people_.map((m) => ({ ...m, countable: false })); }
  liveSlips(): never[] { return []; }
  expiredSlips(): number[] { return []; }
  refreshPackages(): never[] { return []; }
  safetyWords(): string[] { return []; }
  pending(): null { return null; }
  receive(): CircleEvent[] { return []; }
  commitRejected(): void { /* nothing is pending */ }
  dispose(): void { /* holds no secret */ }

  readonly seal = gone;
  readonly send = gone;
  readonly makeSlip = gone;
  readonly revokeSlip = gone;
  readonly removeMember = gone;
  readonly update = gone;
  readonly doubt = gone;
  readonly recover = gone;
  readonly afresh = gone;
  readonly commitAccepted = gone;
  readonly tallyTags = gone;
}
