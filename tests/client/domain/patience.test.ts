import { describe, expect, test } from 'vitest';
import { Demand, ASK_TRIES } from '../../../client-web/src/domain/demand';
import { fraction, TOMORROW_MAX_MS, waitAfter, WAIT_MAX_MS } from '../../../client-web/src/domain/patience';
import type { Net } from '../../../client-web/src/domain/ports';
import { ERROR_CODES } from '../../../client-web/src/wire/error_codes';
import type { ServerFrame } from '../../../client-web/src/wire/frames';
import { FakeClock } from '../support/clock';
import { cores } from '../support/cores';
import { Refusal } from '../support/fake_server';
import { during, must, PIN, settle, until } from '../support/person';
import { pair } from '../support/stage';

describe('how long to wait', () => {
  test('too_many says it, with up to half as much again; anything else waits its usual time', () => {
    expect(waitAfter('too_many', 3_000, 5_000, 0)).toBe(3_000);
    expect(waitAfter('too_many', 3_000, 5_000, 0.999)).toBeLessThanOrEqual(4_500);
    expect(waitAfter('too_many', 3_000, 5_000, 0.999)).toBeGreaterThan(4_490);
    expect(waitAfter('too_many', 0, 5_000, 0.9), 'an older server says nothing').toBe(5_000);
    expect(waitAfter('mailbox_full', 3_000, 5_000, 0.9)).toBe(5_000);
  });
  test('never longer than somebody can be asked to wait', () => {
    expect(waitAfter('too_many', WAIT_MAX_MS, 1, 0)).toBe(WAIT_MAX_MS);
    expect(waitAfter('too_many', WAIT_MAX_MS + 1, 1, 0)).toBe(WAIT_MAX_MS);
    expect(waitAfter('too_many', Number.MAX_SAFE_INTEGER, 1, 1)).toBe(1.5 * WAIT_MAX_MS);
  });
  test('what is counted tomorrow waits for it, an hour at a time', () => {
    expect(waitAfter('tally_limit', 12 * 3_600_000, 60_000, 0.5)).toBe(TOMORROW_MAX_MS);
    expect(waitAfter('tally_limit', 600_000, 60_000, 0.5)).toBe(600_000);
    expect(waitAfter('tally_limit', 1, 60_000, 0.5)).toBe(60_000);
  });
  test('a fraction is below one', () => {
    expect(fraction(() => new Uint8Array([255]))).toBeLessThan(1);
    expect(fraction(() => new Uint8Array([0]))).toBe(0);
  });
});

describe('a question before the login', () => {
  const error = (code: keyof typeof ERROR_CODES, detail: number): ServerFrame => ({ type: 'error', rid: 1, code: ERROR_CODES[code], sentence: code, detail });
  function asking(answers: ServerFrame[]) {
    const clock = new FakeClock();
    const asked: number[] = [];
    const net = {
      hello: () => ({ challenge: new Uint8Array(32), nowS: 1 }),
      request: () => { asked.push(clock.nowMs()); return Promise.resolve(answers[Math.min(asked.length, answers.length) - 1]!); },
    } as unknown as Net;
    return { clock, asked, answer: new Demand(net, clock, () => 0).ask({ type: 'ping' }) };
  }
  test('is asked again when the server said so, and answered', async () => {
    const { clock, asked, answer } = asking([error('too_many', 3_000), error('too_many', 1_000), { type: 'ok', rid: 1 }]);
    await settle();
    clock.advance(2_999);
    await settle();
    expect(asked).toHaveLength(1);
    clock.advance(1);
    await settle();
    expect(asked).toHaveLength(2);
    clock.advance(1_000);
    expect((await answer).type).toBe('ok');
  });
  test('ends after a few tries, and at once when it was refused for good', async () => {
    const { clock, asked, answer } = asking([error('too_many', 1_000)]);
    for (let i = 0; i < 10; i++) { await settle(); clock.advance(1_000); }
    expect(await answer).toMatchObject({ type: 'error', code: ERROR_CODES.too_many });
    expect(asked).toHaveLength(ASK_TRIES);
    const wrong = asking([error('slip_unknown', 0)]);
    expect(await wrong.answer).toMatchObject({ code: ERROR_CODES.slip_unknown });
    expect(wrong.asked).toHaveLength(1);
  });
});

describe.each(await cores())('a busy server, with the %s core', (_name, core) => {
  test('a message that is put off waits as long as it was told, and nothing is lost or sent twice', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    const tries: number[] = [];
    server.intercept = (f) => {
      if (f.type !== 'send') return;
      tries.push(server.clock.nowMs());
      if (tries.length < 3) throw new Refusal('too_many', 60_000);
    };
    for (const text of ['ett', 'två', 'tre']) must(await parent.engine.send(circleId, text));
    await settle();
    const early = tries.length;
    server.clock.advance(59_000);
    await settle();
    expect(tries.length, 'not before the time').toBe(early);
    await until(server, async () => (await supporter.texts(circleId)).length === 3, 'all there');
    expect((await supporter.texts(circleId)).map((t) => t.text)).toEqual(['ett', 'två', 'tre']);
    expect(server.keysUsedTwice).toEqual([]);
  });

  test('a contact over the limit of a day is kept and counted later', async () => {
    const { server, supporter, circleId } = await pair(core);
    let full = true;
    let asked = 0;
    server.intercept = (f) => { if (f.type === 'tally') { asked += 1; if (full) throw new Refusal('tally_limit', 2 * 3_600_000); } };
    must(await supporter.engine.countContact(circleId, 'visit'));
    await settle();
    server.clock.advance(600_000);
    await until(server, () => asked === 1, 'asked once');
    server.clock.advance(30 * 60_000);
    await settle();
    expect(asked, 'not every minute').toBe(1);
    full = false;
    server.clock.advance(30 * 60_000);
    await until(server, () => server.tallies.size === 1, 'counted');
  });

  test('a PIN is asked about again instead of being refused', async () => {
    const { server, parent } = await pair(core);
    must(await parent.engine.lock());
    let busy = 2;
    server.intercept = (f) => { if (f.type === 'share_get' && busy-- > 0) throw new Refusal('too_many', 1_000); };
    must(await during(server, parent.engine.unlock(PIN)));
    expect(parent.snapshot.pinTriesLeft).toBeNull();
  });

  test('the share has a name that no other member knows', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    const header = await parent.store.header();
    const known = (await supporter.view(circleId)).members;
    expect(header?.shareId).toMatch(/^[0-9a-f]{32}$/);
    expect(header?.shareId).not.toBe(header?.deviceId);
    expect(JSON.stringify(known)).not.toContain(header?.shareId);
    const others = server.seen.filter((f) => f.type !== 'slip_redeem_staff' && f.type !== 'slip_redeem_circle' && f.type !== 'share_get');
    expect(JSON.stringify(others), 'it is said at enrolment and with a PIN alone').not.toContain(header?.shareId);
  });

  test('a device from before shares had names is still opened by its PIN', async () => {
    const { server, parent } = await pair(core);
    const header = (await parent.store.header())!;
    server.devices.get(header.deviceId)!.shareId = header.deviceId;
    must(await parent.engine.lock());
    const { shareId: _gone, ...old } = header;
    await parent.store.commit([], old);
    expect((await parent.store.header())?.shareId).toBeUndefined();
    must(await during(server, parent.engine.unlock(PIN)));
  });
});
