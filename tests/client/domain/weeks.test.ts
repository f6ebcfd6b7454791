/** Weeks offline, envelopes that expired, envelopes that cannot be read. */
import { describe, expect, test } from 'vitest';
import { RESEND_MAX } from '../../../client-web/src/domain/resend';
import { cores } from '../support/cores';
import { keyOf } from '../support/fake_circle';
import { fakeCore } from '../support/fake_core';
import { must, Person, settle, until } from '../support/person';
import { joinWith, pair, parentSlip } from '../support/stage';
import { off, on, online, quiet, words } from '../support/steps';

const DAY_MS = 86_400_000;
const unreadable = async (person: Person, circleId: string) =>
  (await person.items(circleId)).filter((i) => i.type === 'notice' && i.notice === 'not_readable');

describe.each(await cores())('weeks offline, with the %s core', (_name, core) => {
  test('hundreds of texts and people coming and going: all in order, once; what was unsent goes out in the new epoch', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    server.setUp(false);
    await until(server, () => parent.snapshot.link !== 'online', 'offline');
    for (const text of ['osänt ett', 'osänt två']) must(await parent.engine.send(circleId, text));
    await settle();
    await off(parent);
    server.setUp(true);
    await online(supporter);
    const expected: string[] = [];
    const ROUNDS = 4;
    const TEXTS = 60;
    for (let round = 0; round < ROUNDS; round++) {
      for (let i = 0; i < TEXTS; i++) { expected.push(`${round}:${i}`); must(await supporter.engine.send(circleId, `${round}:${i}`)); }
      await until(server, () => supporter.snapshot.waiting === 0, 'stored');
      const other = await new Person(server, core).start();
      await joinWith(other, await parentSlip(supporter, circleId), `Gäst ${round}`);
      await until(server, async () => (await supporter.view(circleId)).members.some((m) => m.name === `Gäst ${round}`), 'known');
      await settle(300);
      const memberId = (await supporter.view(circleId)).members.find((m) => m.name === `Gäst ${round}`)!.memberId;
      must(await supporter.engine.removeMember(circleId, memberId));
      await until(server, async () => (await supporter.view(circleId)).members.length === 2, 'gone again');
      server.clock.advance(7 * DAY_MS);
      await settle(100);
      await online(supporter);
    }
    expect(server.circles.get(circleId)!.epoch).toBeGreaterThanOrEqual(2 * ROUNDS);
    await on(parent);
    await until(server, async () => (await words(parent, circleId)).length === expected.length + 2, 'everything');
    expect((await words(parent, circleId)).filter((t) => !t.startsWith('osänt'))).toEqual(expected);
    await until(server, async () => (await words(supporter, circleId)).includes('osänt två'), 'the unsent ones');
    await quiet(scene);
    expect((await words(supporter, circleId)).filter((t) => t.startsWith('osänt'))).toEqual(['osänt ett', 'osänt två']);
    expect(await unreadable(parent, circleId)).toEqual([]);
    const { acked, log } = server.circles.get(circleId)!;
    await until(server, () => [...acked.values()].every((n) => n === log.length), 'everything is acknowledged');
    expect(server.keysUsedTwice).toEqual([]);
  }, 60_000);

  test('what expired meanwhile is told once, and both talk on with new keys', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    await off(parent);
    await online(supporter);
    for (const text of ['utgånget ett', 'utgånget två']) must(await supporter.engine.send(circleId, text));
    await until(server, () => supporter.snapshot.waiting === 0, 'stored');
    const row = server.circles.get(circleId)!;
    row.gone = row.log.length;
    await on(parent);
    await online(parent, supporter);
    must(await parent.engine.send(circleId, 'tillbaka'));
    await until(server, async () => (await words(supporter, circleId)).includes('tillbaka'), 'heard');
    await until(server, async () => (await unreadable(parent, circleId)).length === 1, 'told');
    // The receipts for "tillbaka" come; what the parent never confirmed is said again by itself.
    must(await supporter.engine.send(circleId, 'så bra'));
    await until(server, async () => (await words(parent, circleId)).length === 4, 'the expired ones came again');
    expect((await words(parent, circleId)).sort()).toEqual(['så bra', 'tillbaka', 'utgånget ett', 'utgånget två']);
    expect(await unreadable(parent, circleId)).toHaveLength(1);
    expect(server.keysUsedTwice).toEqual([]);
  });

  test('a commit that expired meanwhile: the thread is lost, and what waits is kept', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    const link = await parentSlip(supporter, circleId);
    await quiet(scene);
    await off(parent);
    await online(supporter);
    await joinWith(await new Person(server, core).start(), link, 'Omar');
    await until(server, async () => (await supporter.view(circleId)).members.length === 3, 'a commit');
    await settle(200);
    const row = server.circles.get(circleId)!;
    row.gone = row.log.length;
    await on(parent);
    must(await parent.engine.send(circleId, 'väntar'));
    await until(server, async () => (await parent.view(circleId)).thread === 'lost', 'lost');
    expect(parent.snapshot.waiting).toBe(1);
  });
});

describe.each(await cores())('what cannot be read, with the %s core', (_name, core) => {
  test('is told in one sentence for a run of it, is not confirmed, and comes again by itself', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    // Three in a row arrive damaged at the parent alone.
    const damaged = (from: number) => { for (const e of server.circles.get(circleId)!.log.slice(from)) if (e.kind === 'message') e.blob = e.blob.map((b, i, all) => (i === all.length - 1 ? b ^ 1 : b)); };
    const device = (await parent.view(circleId)).members.find((m) => m.me)!.devices[0]!.deviceId;
    server.held.add(device);
    const from = server.circles.get(circleId)!.log.length;
    for (const text of ['ett', 'två', 'tre']) must(await supporter.engine.send(circleId, text));
    await until(server, () => supporter.snapshot.waiting === 0, 'stored');
    await settle(100);
    damaged(from);
    server.held.clear();
    server.publish();
    await until(server, async () => (await unreadable(parent, circleId)).length > 0, 'told');
    await settle(200);
    expect(await unreadable(parent, circleId)).toHaveLength(1);
    expect(await words(parent, circleId)).toEqual([]);
    expect((await supporter.texts(circleId)).map((t) => t.delivery), 'seen not to have arrived').toEqual(['sent', 'sent', 'sent']);
    must(await supporter.engine.send(circleId, 'fyra'));
    await until(server, async () => (await words(parent, circleId)).length === 4, 'all of them');
    expect((await words(parent, circleId)).sort()).toEqual(['ett', 'fyra', 'tre', 'två']);
    await until(server, async () => (await supporter.texts(circleId)).every((t) => t.delivery === 'delivered'), 'all arrived');
    expect(await words(supporter, circleId)).toEqual(['ett', 'två', 'tre', 'fyra']);
    await quiet(scene);
    const sends = server.seen.filter((f) => f.type === 'send').length;
    await settle(300);
    expect(server.seen.filter((f) => f.type === 'send').length, 'and then there is peace').toBe(sends);
  });
});

test('what never gets through is not sent for ever', async () => {
  const scene = await pair(fakeCore());
  const { server, supporter, parent, circleId } = scene;
  await quiet(scene);
  const [mine, theirs] = await Promise.all([supporter, parent].map(async (one) =>
    (await one.view(circleId)).members.find((m) => m.me)!.devices[0]!.deviceId));
  const { log } = server.circles.get(circleId)!;
  const spoil = (blob: Uint8Array) => blob.map((b, i) => (i === blob.length - 1 ? b ^ 1 : b));
  let again = 0;
  for (let round = 0; round < 8; round++) {
    server.held.add(theirs!);
    const from = log.length;
    must(await supporter.engine.send(circleId, `text ${round}`));
    await until(server, () => supporter.snapshot.waiting === 0, 'stored');
    await settle(100);
    // The first text, and each time that it is said again; the newer texts get through.
    const sent = log.slice(from).filter((e) => keyOf(e.blob)?.startsWith(mine!));
    const bad = sent.slice(round === 0 ? 0 : 1);
    for (const envelope of bad) envelope.blob = spoil(envelope.blob);
    again += round === 0 ? 0 : bad.length;
    server.held.delete(theirs!);
    server.publish();
    // What the receipt for the newer text brings about belongs to the next round.
    server.held.add(theirs!);
    await settle(150);
    const late = log.slice(from + sent.length).filter((e) => keyOf(e.blob)?.startsWith(mine!) && !sent.includes(e));
    for (const envelope of late) envelope.blob = spoil(envelope.blob);
    again += late.length;
  }
  expect(again).toBe(2 * RESEND_MAX);                 // the first text and the day's contact
  expect((await supporter.texts(circleId))[0]).toMatchObject({ text: 'text 0', delivery: 'sent' });
  expect(await words(parent, circleId)).not.toContain('text 0');
});
