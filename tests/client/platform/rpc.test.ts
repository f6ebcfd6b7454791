import { describe, expect, test } from 'vitest';
import type { Engine, Result } from '../../../client-web/src/domain/api';
import { answer, Caller, METHOD_NAMES, type Call } from '../../../client-web/src/platform/rpc';
import { systemClock } from '../../../client-web/src/platform/clock';

const fine = (value: unknown): Result<unknown> => ({ ok: true, value });

describe('the line between page and worker', () => {
  test('every method goes over with its arguments and comes back to its caller', async () => {
    const engine = Object.fromEntries(METHOD_NAMES.map((m) => [m, async (...args: unknown[]) => fine([m, args])])) as unknown as Engine;
    const caller: Caller = new Caller((call) => {
      void answer(engine, structuredClone(call)).then((m) => { if (m.type === 'result') caller.settle(m.id, structuredClone(m.result)); });
    });
    const proxy = caller.engine();
    expect(await Promise.all([proxy.send('c', 'hej'), proxy.unlock('1')])).toEqual([fine(['send', ['c', 'hej']]), fine(['unlock', ['1']])]);
  });
  test('what is no method, or throws, is a failed result and nothing more', async () => {
    const engine = { lock: () => { throw new Error('boom'); } } as unknown as Engine;
    expect(await answer(engine, { id: 1, method: 'constructor' as Call['method'], args: [] })).toMatchObject({ result: { ok: false, code: 'unknown' } });
    expect(await answer(engine, { id: 2, method: 'lock', args: [] })).toMatchObject({ id: 2, result: { ok: false, code: 'unknown' } });
  });
  test('a worker that dies leaves nobody waiting', async () => {
    const caller = new Caller(() => undefined);
    const waiting = caller.engine().lock();
    caller.fail('unknown');
    expect(await waiting).toMatchObject({ ok: false, code: 'unknown' });
  });
});

test('the system clock calls once and can be cancelled', async () => {
  let calls = 0;
  systemClock.after(1, () => { calls++; });
  systemClock.after(1, () => { calls += 10; })();
  systemClock.after(2 ** 33, () => { calls += 100; })();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(calls).toBe(1);
  expect(Math.abs(systemClock.nowMs() - Date.now())).toBeLessThan(1_000);
});
