import { describe, expect, test } from 'vitest';
import type { Hello, NetEvents } from '../../../client-web/src/domain/ports';
import { Connection, REQUEST_TIMEOUT_MS, type SocketEvents } from '../../../client-web/src/net/connection';
import { backoff_ms, BACKOFF_MAX_MS, CONNECT_TIMEOUT_MS, LINK_START, link_step, PING_AFTER_MS, PONG_WITHIN_MS, STABLE_AFTER_MS,
  type LinkEvent, type LinkState } from '../../../client-web/src/net/link_machine';
import { decodeClientFrame, encodeServerFrame } from '../../../client-web/src/wire/codec';
import type { ClientFrame, ServerFrame } from '../../../client-web/src/wire/frames';
import { FakeClock } from '../support/clock';

describe('the link machine', () => {
  const run = (events: [LinkEvent['type'], number][]) => {
    let state: LinkState = LINK_START;
    const effects: string[] = [];
    for (const [type, now] of events) {
      const step = link_step(state, { type }, now, 0.5);
      state = step.state;
      effects.push(...step.effects);
    }
    return { state, effects };
  };
  test('connects, is up after hello, pings a silent server and gives it up', () => {
    expect(run([['want', 0]])).toMatchObject({ state: { phase: 'connecting' }, effects: ['connect'] });
    const silent = 100 + PING_AFTER_MS;
    expect(run([['want', 0], ['hello', 100], ['tick', silent - 1]]).effects).toEqual(['connect']);
    expect(run([['want', 0], ['hello', 100], ['tick', silent]]).effects).toEqual(['connect', 'ping']);
    expect(run([['want', 0], ['hello', 100], ['tick', silent], ['heard', silent + 5], ['tick', silent + PONG_WITHIN_MS]]).state.phase).toBe('up');
    expect(run([['want', 0], ['hello', 100], ['tick', silent], ['tick', silent + PONG_WITHIN_MS]])).toMatchObject(
      { state: { phase: 'waiting' }, effects: ['connect', 'ping', 'disconnect'] });
  });
  test('a server that never says hello is given up', () => {
    expect(run([['want', 0], ['tick', CONNECT_TIMEOUT_MS]])).toMatchObject({ state: { phase: 'waiting' }, effects: ['connect', 'disconnect'] });
  });
  test('waits longer each time, never for ever, and starts small after a good connection', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 7, 50].map((n) => backoff_ms(n, 0.999));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBeLessThanOrEqual(BACKOFF_MAX_MS);
    expect(backoff_ms(3, 0)).toBe(4_000);
    const flapping = run([['want', 0], ['lost', 1], ['try_now', 2], ['lost', 3]]).state;
    expect(flapping.attempt).toBe(1);
    expect(run([['want', 0], ['lost', 0], ['tick', 60_000], ['lost', 60_000]]).state.attempt).toBe(2);
    const now = 60_000;
    expect(run([['want', 0], ['lost', 0], ['tick', now], ['hello', now], ['lost', now + STABLE_AFTER_MS]]).state.attempt).toBe(1);
  });
  test('every event in every phase is allowed', () => {
    const types: LinkEvent['type'][] = ['want', 'stop', 'try_now', 'tick', 'hello', 'heard', 'lost'];
    for (const phase of ['idle', 'waiting', 'connecting', 'up'] as const) {
      for (const type of types) {
        const { state } = link_step({ ...LINK_START, phase }, { type }, 10, 0);
        expect(['idle', 'waiting', 'connecting', 'up']).toContain(state.phase);
        if (type === 'stop') expect(state.phase).toBe('idle');
      }
    }
  });
});

function world() {
  const clock = new FakeClock();
  const sockets: { events: SocketEvents; sent: ClientFrame[]; closed: boolean }[] = [];
  const log: string[] = [];
  const frames: ServerFrame[] = [];
  const events: NetEvents = { up: (_h: Hello) => log.push('up'), down: () => log.push('down'), frame: (f) => frames.push(f), status: () => undefined };
  const connection = new Connection((e) => {
    const socket = { events: e, sent: [] as ClientFrame[], closed: false };
    sockets.push(socket);
    return { send: (data) => { socket.sent.push(decodeClientFrame(data)); }, close: () => { socket.closed = true; } };
  }, clock, () => 0, events);
  const say = (frame: ServerFrame) => sockets.at(-1)!.events.data(encodeServerFrame(frame));
  const hello = () => say({ type: 'hello', rid: 0, challenge: new Uint8Array(32), now_s: 1, protocol: 1 });
  return { clock, sockets, log, frames, connection, say, hello };
}

describe('the connection', () => {
  test('answers find their questions by id, in any order', async () => {
    const { connection, say, hello, log } = world();
    connection.open();
    hello();
    expect(log).toEqual(['up']);
    const [a, b] = [connection.request({ type: 'release_list' }), connection.request({ type: 'release_get', release_id: 1 })];
    say({ type: 'release', rid: 2, json: new Uint8Array(), csv: new Uint8Array() });
    say({ type: 'releases', rid: 1, releases: [] });
    expect((await a).type).toBe('releases');
    expect((await b).type).toBe('release');
  });
  test('questions under way fail when the connection goes; an old socket says nothing any more', async () => {
    const { connection, sockets, hello, log, frames, clock } = world();
    connection.open();
    hello();
    const question = connection.request({ type: 'release_list' });
    sockets[0]!.events.closed();
    await expect(question).rejects.toMatchObject({ code: 'offline' });
    expect(log).toEqual(['up', 'down']);
    await expect(connection.request({ type: 'ping' })).rejects.toMatchObject({ code: 'offline' });
    clock.advance(BACKOFF_MAX_MS);
    expect(sockets.length).toBeGreaterThan(1);
    sockets[0]!.events.data(encodeServerFrame({ type: 'spans', rid: 0, spans: [{ span_id: 1, first_day: 1, last_day: 2 }] }));
    expect(frames).toEqual([]);
  });
  test('a question without an answer ends', async () => {
    const { connection, hello, clock, say } = world();
    connection.open();
    hello();
    const question = connection.request({ type: 'release_list' });
    question.catch(() => undefined);
    clock.advance(PING_AFTER_MS);
    say({ type: 'ok', rid: 2 });
    clock.advance(REQUEST_TIMEOUT_MS - PING_AFTER_MS);
    await expect(question).rejects.toMatchObject({ code: 'offline' });
    expect(connection.status().up).toBe(true);
  });
  test('a server that speaks something else is left', () => {
    const { connection, sockets, hello, log } = world();
    connection.open();
    hello();
    sockets[0]!.events.data(new Uint8Array([1, 2, 3]));
    expect(sockets[0]!.closed).toBe(true);
    expect(log).toEqual(['up', 'down']);
    expect(connection.status().retryAtMs).not.toBeNull();
  });
  test('closed on purpose stays closed', () => {
    const { connection, sockets, hello, clock } = world();
    connection.open();
    hello();
    connection.close();
    clock.advance(10 * BACKOFF_MAX_MS);
    connection.retryNow();
    expect(sockets).toHaveLength(1);
    expect(connection.status()).toEqual({ up: false, connecting: false, retryAtMs: null });
  });
});
