/** What the modules of an open device share. */
import type { Clock, DeviceHeader, Net } from './ports';
import type { Circle, CryptoCore } from './crypto_port';
import type { Repo, Tx } from './repo';
import { ME, type Profile } from './records';
import { Failure } from './errors';
import { dayOf } from './days';

export interface Context {
  core: CryptoCore;
  clock: Clock;
  net: Net;
  repo: Repo;
  /** A person must know: shown until clearProblem with the same code. */
  problem(code: string, detail?: number): void;
  clearProblem(code: string): void;
  /** The snapshot is stale, and so is that circle's view. */
  changed(circleId?: string): void;
  /** Something waits in this circle's outbox. */
  kick(circleId: string): void;
  /** A tally has come or gone. */
  talliesChanged(): void;
  /** A support may have come to its end, or to another one. */
  upkeep(): void;
  /** Somebody came into a line between colleagues, or left it. */
  linesChanged(): void;
  /** A revocation waits to be given to the server. */
  slipsToRevoke(): void;
  /** The server's clock, as it was compared with this device's at the last login; null: not yet. */
  serverNowMs(): number | null;
  header(): DeviceHeader;
  /** Frames that need a login may be sent. */
  ready(): boolean;
  /** Everything that the server had of this circle at login has been read. */
  caughtUp(circleId: string): boolean;
}

export function profileOf(source: Pick<Tx, 'get'>): Readonly<Profile> {
  const profile = source.get('profile', ME);
  if (!profile) throw new Failure('state_bad');
  return profile;
}

export function requireRole(source: Pick<Tx, 'get'>, ...roles: (Profile['role'])[]): void {
  if (!roles.includes(profileOf(source).role)) throw new Failure('not_allowed');
}

/** What takes the circle's own keys at once cannot wait for a way back. */
export function requireThread(tx: Tx, circleId: string): void {
  const { closed, lost } = tx.circleRec(circleId);
  if (closed) throw new Failure('not_a_member');
  if (lost) throw new Failure('thread_lost');
}

export const today = (clock: Clock): number => dayOf(clock.nowMs());

/** Other people who have at least one device in the circle. */
export const others = (circle: Circle) => circle.members().filter((m) => !m.me && m.deviceIds.length > 0);
