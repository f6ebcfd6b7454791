/** A circle that cannot go on is started afresh: one conversation with all its texts, everybody told in one sentence. */
import { describe, expect, test } from 'vitest';
import { backup, damage } from '../support/backup';
import { cores } from '../support/cores';
import { during, Fate, must, Person, PIN, settle, until } from '../support/person';
import { joinWith, pair, parentSlip, type Scene } from '../support/stage';
import { comeUpFrom, notices, off, on, online, words } from '../support/steps';

/** The server takes a commit that no honest device can follow: nobody gets on in this circle. */
async function breakForAll({ server, supporter, parent, circleId }: Scene): Promise<void> {
  const row = server.circles.get(circleId)!;
  server.append(circleId, 'commit', 'f'.repeat(32), row.epoch, new Uint8Array(40).fill(7));
  server.publish();
  await until(server, () => [supporter, parent].every((one) => one.snapshot.circles[0]?.thread === 'lost'), 'lost for both');
}

/** Supporter: afresh, then a link for each who was in. */
async function goOn({ server, supporter, circleId }: Scene): Promise<{ next: string; links: string[] }> {
  const { circleId: next } = must(await supporter.engine.startAfresh(circleId));
  await until(server, () => server.circles.has(next), 'made at the server');
  const links: string[] = [];
  for (const { memberId } of (await supporter.view(next)).awaited) links.push(await parentSlip(supporter, next, memberId));
  return { next, links };
}

describe.each(await cores())('started afresh, with the %s core', (_name, core) => {
  test('for both it stays one conversation with every text in it, and nothing written meanwhile is lost', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    must(await parent.engine.send(circleId, 'ett'));
    must(await during(server, supporter.engine.renameCircle(circleId, 'Lugna gatan')));
    await until(server, async () => (await words(supporter)).length === 1 && parent.snapshot.waiting === 0, 'one');
    await settle(200);
    await breakForAll(scene);
    expect((await notices(parent)).filter((n) => n === 'not_readable'), 'said in its own place').toEqual([]);
    must(await parent.engine.send(circleId, 'från mamman medan det var borta'));
    must(await parent.engine.saveDraft(circleId, 'och en halv'));
    must(await supporter.engine.send(circleId, 'från stödet medan det var borta'));
    expect(await parent.engine.startAfresh(circleId)).toMatchObject({ ok: false, code: 'not_allowed' });

    const { next, links } = await goOn(scene);
    expect(links).toHaveLength(1);
    expect((await supporter.view(next)).awaited, 'a slip is waiting for her').toEqual([]);
    expect(supporter.snapshot.circles.map((c) => [c.circleId, c.title, c.formerIds])).toEqual([[next, 'Lugna gatan', [circleId]]]);
    must(await during(server, parent.engine.joinAnother(links[0]!)));
    const all = ['ett', 'från mamman medan det var borta', 'från stödet medan det var borta'];
    for (const one of [supporter, parent]) {
      await until(server, async () => (await words(one, next)).length === 3 && one.snapshot.waiting === 0, 'three texts');
      expect((await words(one, next)).sort()).toEqual([...all].sort());
      expect(one.snapshot.circles).toHaveLength(1);
      expect((await notices(one, next)).filter((n) => n === 'afresh')).toHaveLength(1);
    }
    const view = await parent.view(next);
    expect(view).toMatchObject({ draft: 'och en halv', thread: 'fine' });
    expect(await parent.view(circleId), 'the old id leads here').toMatchObject({ circleId: next });
    expect(view.members.map((m) => m.name).sort()).toEqual(['Amina', 'Stina']);
    await until(server, () => server.circles.get(circleId)!.acked.size === 0, 'both have left the old one');
    must(await parent.engine.send(next, 'vidare'));
    await until(server, async () => (await parent.texts(next)).at(-1)?.delivery === 'delivered', 'delivered');
  });

  test('who could go on in the old one comes over too, with what the supporter never confirmed', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await settle(200);
    const copy = await backup(supporter.database);
    const omar = await new Person(server, core).start();
    await joinWith(omar, await parentSlip(supporter, circleId), 'Omar');
    await until(server, async () => (await parent.view(circleId)).members.length === 3, 'three');
    await settle(200);
    await comeUpFrom(supporter, copy);
    await until(server, () => supporter.snapshot.circles[0]?.thread === 'lost', 'only the supporter is lost');
    await online(supporter, parent, omar);
    must(await parent.engine.send(circleId, 'är du där?'));
    await until(server, async () => (await parent.texts(circleId))[0]?.delivery === 'delivered', 'Omar has it');
    const { next, links } = await goOn(scene);
    expect(links, 'Omar came after the state that it was set back to').toHaveLength(1);
    must(await during(server, parent.engine.joinAnother(links[0]!)));
    await until(server, async () => (await words(supporter, next)).includes('är du där?'), 'said again');
    must(await during(server, omar.engine.joinAnother(await parentSlip(supporter, next))));
    for (const one of [supporter, parent, omar]) {
      await until(server, async () => (await notices(one, next)).includes('afresh'), 'told');
      expect(one.snapshot.circles).toHaveLength(1);
      expect(await words(one, next)).toEqual(['är du där?']);
    }
    await until(server, () => server.circles.get(circleId)!.acked.size === 0, 'nobody is in the old one');
  });

  test('without its own state it still begins anew, as a conversation of its own for the others', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    must(await parent.engine.send(circleId, 'läst'));
    await until(server, async () => (await words(supporter)).length === 1, 'read');
    await settle(200);
    await off(supporter);
    await damage(supporter.database, 'state', circleId);
    await on(supporter);
    await online(supporter, parent);
    const { circleId: next } = must(await supporter.engine.startAfresh(circleId));
    await until(server, () => server.circles.get(circleId)!.acked.size === 1 && server.circles.has(next), 'left the old one');
    expect(await supporter.view(next)).toMatchObject({ awaited: [], alone: true });
    expect(await words(supporter, next)).toEqual(['läst']);
    must(await during(server, parent.engine.joinAnother(await parentSlip(supporter, next))));
    must(await parent.engine.send(next, 'nu då?'));
    await until(server, async () => (await words(supporter, next)).includes('nu då?'), 'heard');
    expect(parent.snapshot.circles).toHaveLength(2);
  });

  test('a phone that dies at any step of it goes on where it was', async () => {
    const stride = _name === 'real' ? 9 : 2;
    for (let n = 1, alive = false; !alive; n += stride) {
      const scene = await pair(core);
      const { server, supporter, parent, circleId } = scene;
      must(await supporter.engine.send(circleId, 'före'));
      await until(server, async () => (await words(parent)).length === 1, 'before');
      await settle(100);
      await breakForAll(scene);
      must(await supporter.engine.send(circleId, 'under'));
      await supporter.start(new Fate());
      must(await during(server, supporter.engine.unlock(PIN)));
      await online(supporter);
      await settle(50);
      supporter.fate.killAt = supporter.fate.step + n;
      void supporter.engine.startAfresh(circleId);
      await settle(200);
      alive = !supporter.fate.dead;
      server.drop();
      await on(supporter);
      await online(supporter, parent);
      if (supporter.circleId === circleId) must(await supporter.engine.startAfresh(circleId));
      await until(server, () => supporter.circleId !== circleId && server.circles.has(supporter.circleId), 'the new circle');
      await until(server, () => !server.circles.get(circleId)!.acked.has(supportersDevice(scene)), 'left');
      const next = supporter.circleId;
      const { memberId } = (await supporter.view(next)).awaited[0]!;
      must(await during(server, parent.engine.joinAnother(await parentSlip(supporter, next, memberId))));
      await until(server, async () => (await words(parent, next)).length === 2, `both texts after ${n}`);
      expect(await words(parent, next)).toEqual(['före', 'under']);
      expect(await words(supporter, next)).toEqual(['före', 'under']);
      expect(server.keysUsedTwice).toEqual([]);
    }
  }, 240_000);
});

function supportersDevice({ server }: Scene): string {
  return [...server.devices].find(([, d]) => d.role === 'supporter')![0];
}
