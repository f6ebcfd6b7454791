/**
 * When to connect, when to wait, when a connection counts as dead. Pure: events and the time come
 * in, effects go out; the socket, the timers and the randomness are the caller's (connection.ts).
 */
export const BACKOFF_FIRST_MS = 1_000;
/** A phone that comes back finds the server within a minute even without an `online` event. */
export const BACKOFF_MAX_MS = 60_000;
/** From the first byte to the server's hello; a slow mobile network needs several seconds for TLS. */
export const CONNECT_TIMEOUT_MS = 20_000;
/** Below the idle timeouts of common proxies and mobile networks. */
export const PING_AFTER_MS = 25_000;
export const PONG_WITHIN_MS = 10_000;
/** A connection that lived this long was a good one: the next wait starts small again. */
export const STABLE_AFTER_MS = 5_000;

export type Phase = 'idle' | 'waiting' | 'connecting' | 'up';
export interface LinkState {
  readonly phase: Phase;
  readonly attempt: number;
  /** waiting: when to try. connecting: when to give up. up: when to look at the silence. */
  readonly deadlineMs: number;
  readonly upSinceMs: number;
  readonly heardAtMs: number;
  readonly pinged: boolean;
}
export type LinkEvent =
  | { type: 'want' } | { type: 'stop' } | { type: 'try_now' } | { type: 'tick' }
  | { type: 'hello' } | { type: 'heard' } | { type: 'lost' };
export type LinkEffect = 'connect' | 'disconnect' | 'ping';
export interface LinkStep { state: LinkState; effects: LinkEffect[] }

export const LINK_START: LinkState =
  { phase: 'idle', attempt: 0, deadlineMs: 0, upSinceMs: 0, heardAtMs: 0, pinged: false };

/** Doubling waits; the lower half of each is certain, the upper half is drawn, so that a restarted
 *  server is not met by everyone in the same second. random: [0, 1). */
export function backoff_ms(attempt: number, random: number): number {
  const full = Math.min(BACKOFF_MAX_MS, BACKOFF_FIRST_MS * 2 ** Math.min(attempt, 16));
  return Math.round(full / 2 + (full / 2) * random);
}

const connect = (s: LinkState, now: number): LinkStep => ({
  state: { ...s, phase: 'connecting', deadlineMs: now + CONNECT_TIMEOUT_MS, pinged: false },
  effects: ['connect'],
});

function lost(s: LinkState, now: number, random: number, effects: LinkEffect[]): LinkStep {
  const stable = s.phase === 'up' && now - s.upSinceMs >= STABLE_AFTER_MS;
  const attempt = stable ? 0 : s.attempt;
  return {
    state: { ...s, phase: 'waiting', attempt: attempt + 1, deadlineMs: now + backoff_ms(attempt, random), pinged: false },
    effects,
  };
}

function tick(s: LinkState, now: number, random: number): LinkStep {
  if (s.phase === 'idle' || now < s.deadlineMs) return { state: s, effects: [] };
  if (s.phase === 'waiting') return connect(s, now);
  if (s.phase === 'connecting' || s.pinged) return lost(s, now, random, ['disconnect']);
  return { state: { ...s, pinged: true, deadlineMs: now + PONG_WITHIN_MS }, effects: ['ping'] };
}

export function link_step(s: LinkState, event: LinkEvent, now: number, random: number): LinkStep {
  const unchanged: LinkStep = { state: s, effects: [] };
  switch (event.type) {
    case 'want': return s.phase === 'idle' ? connect({ ...s, attempt: 0 }, now) : unchanged;
    case 'stop': return { state: LINK_START, effects: s.phase === 'idle' ? [] : ['disconnect'] };
    case 'try_now': return s.phase === 'waiting' ? connect({ ...s, attempt: 0 }, now) : unchanged;
    case 'tick': return tick(s, now, random);
    case 'hello':
      if (s.phase !== 'connecting') return unchanged;
      return { state: { ...s, phase: 'up', upSinceMs: now, heardAtMs: now, deadlineMs: now + PING_AFTER_MS, pinged: false }, effects: [] };
    case 'heard':
      if (s.phase !== 'up') return unchanged;
      return { state: { ...s, heardAtMs: now, deadlineMs: now + PING_AFTER_MS, pinged: false }, effects: [] };
    case 'lost': return s.phase === 'idle' || s.phase === 'waiting' ? unchanged : lost(s, now, random, []);
  }
}
