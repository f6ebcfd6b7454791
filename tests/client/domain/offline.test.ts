import { describe, expect, test } from 'vitest';
import { TEXT_MAX_CHARS } from '../../../client-web/src/domain/api';
import { DEMAND_TIMEOUT_MS } from '../../../client-web/src/domain/demand';
import { cores } from '../support/cores';
import { during, must, PIN, settle, until } from '../support/person';
import { joinWith, pair, parentSlip } from '../support/stage';
import { Person } from '../support/person';
import { Refusal } from '../support/fake_server';

describe.each(await cores())('offline, with the %s core', (_name, core) => {
  test('what was written is kept, loud, over a restart, and sent later in its order', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    server.setUp(false);
    await until(server, () => parent.snapshot.link !== 'online', 'offline');
    for (const text of ['ett', 'två', 'tre']) must(await parent.engine.send(circleId, text));
    await settle();
    expect(parent.snapshot.waiting).toBe(3);
    expect((await parent.texts(circleId)).map((t) => t.delivery)).toEqual(['waiting', 'waiting', 'waiting']);
    server.setUp(true);
    await parent.start();
    must(await during(server, parent.engine.unlock(PIN)));
    await until(server, async () => (await supporter.texts(circleId)).length === 3, 'all three');
    expect((await supporter.texts(circleId)).map((t) => t.text)).toEqual(['ett', 'två', 'tre']);
    await until(server, () => parent.snapshot.waiting === 0, 'nothing waits');
  });

  test('unlocking without a network says so and costs no try', async () => {
    const { server, parent } = await pair(core);
    must(await parent.engine.lock());
    server.setUp(false);
    const result = await during(server, parent.engine.unlock(PIN));
    expect(result).toMatchObject({ ok: false, code: 'offline' });
    expect(parent.snapshot).toMatchObject({ stage: 'locked', link: 'offline', pinTriesLeft: null });
    expect(DEMAND_TIMEOUT_MS).toBeLessThan(30_000);
    server.setUp(true);
    must(await during(server, parent.engine.unlock(PIN)));
    expect(parent.snapshot.stage).toBe('open');
  });

  test('a connection that drops in the middle of everything repeats nothing', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    for (let i = 0; i < 12; i++) {
      must(await parent.engine.send(circleId, `p${i}`));
      must(await supporter.engine.send(circleId, `s${i}`));
      await settle(i);
      server.drop();
    }
    await until(server, async () => (await supporter.texts(circleId)).length === 24 && (await parent.texts(circleId)).length === 24, 'all');
    await until(server, () => parent.snapshot.waiting + supporter.snapshot.waiting === 0, 'nothing waits');
    const mine = (await supporter.texts(circleId)).filter((t) => !t.mine).map((t) => t.text);
    expect(mine).toEqual(Array.from({ length: 12 }, (_, i) => `p${i}`));
  });

  test('texts outside of the limits are refused and nothing is stored', async () => {
    const { parent, circleId } = await pair(core);
    expect(await parent.engine.send(circleId, '  \n ')).toMatchObject({ ok: false, code: 'text_empty' });
    expect(await parent.engine.send(circleId, 'å'.repeat(TEXT_MAX_CHARS + 1))).toMatchObject({ ok: false, code: 'text_too_long', detail: 4001 });
    expect(await parent.texts(circleId)).toEqual([]);
    must(await parent.engine.send(circleId, '😔'.repeat(TEXT_MAX_CHARS)));
  });

  test('a draft stays until its text is sent', async () => {
    const { server, parent, circleId } = await pair(core);
    must(await parent.engine.saveDraft(circleId, 'Jag tänkte'));
    await parent.start();
    must(await during(server, parent.engine.unlock(PIN)));
    expect((await parent.view(circleId)).draft).toBe('Jag tänkte');
    must(await parent.engine.send(circleId, 'Jag tänkte fråga en sak'));
    expect((await parent.view(circleId)).draft).toBe('');
  });
});

describe.each(await cores())('races, with the %s core', (_name, core) => {
  test('a commit that comes first: the text is encrypted anew under the same message id', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    const link = await parentSlip(supporter, circleId);
    const device = [...server.devices].find(([, d]) => d.role === 'supporter')![0];
    await settle();
    server.held.add(device);
    const second = await new Person(server, core).start();
    await joinWith(second, link, 'Omar');
    must(await supporter.engine.send(circleId, 'Hej båda två'));
    await settle();
    expect(supporter.snapshot.waiting).toBe(1);
    server.held.delete(device);
    server.publish();
    await until(server, async () => (await second.texts()).length === 1 && (await parent.texts(circleId)).length === 1, 'both have it');
    const sends = server.seen.filter((f) => f.type === 'send' && f.circle_id === circleId);
    const last = sends.at(-1);
    expect(last?.type).toBe('send');
    expect((await supporter.texts(circleId))[0]?.delivery).not.toBe('waiting');
  });

  test('a server that is busy is asked again later, and a person is told meanwhile', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    server.intercept = (f) => { if (f.type === 'send') throw new Refusal('mailbox_full'); };
    must(await parent.engine.send(circleId, 'hej'));
    await until(server, () => parent.snapshot.problem?.code === 'mailbox_full', 'told');
    server.intercept = null;
    await until(server, async () => (await supporter.texts(circleId)).length === 1, 'sent');
    await until(server, () => parent.snapshot.problem === null, 'nothing to tell any more');
  });

  test('a lost phone: the new one gets every text that nobody had confirmed, once', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    must(await supporter.engine.send(circleId, 'läst'));
    await until(server, async () => (await supporter.texts(circleId))[0]?.delivery === 'delivered', 'delivered');
    parent.fate.dead = true;
    server.drop();
    for (const text of ['oläst ett', 'oläst två']) must(await supporter.engine.send(circleId, text));
    await until(server, () => supporter.snapshot.link === 'online' && supporter.snapshot.waiting === 0, 'stored');
    const old = (await supporter.view(circleId)).members.find((m) => !m.me)!;
    const link = await parentSlip(supporter, circleId, old.memberId);
    const phone = await new Person(server, core).start();
    await joinWith(phone, link, 'Amina');
    await until(server, async () => (await phone.texts()).length === 2, 'the unread texts');
    expect((await phone.texts()).map((t) => t.text)).toEqual(['oläst ett', 'oläst två']);
    await until(server, async () => (await supporter.texts(circleId)).every((t) => t.delivery === 'delivered'), 'confirmed');
    const members = (await supporter.view(circleId)).members.filter((m) => !m.me);
    expect(members.map((m) => m.memberId)).toEqual([old.memberId]);
    const notices = (await supporter.items(circleId)).flatMap((i) => (i.type === 'notice' ? [i.notice] : []));
    expect(notices).toContain('new_device');
  });
});
