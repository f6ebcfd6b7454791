/** An older state is restored, or the circle has gone where this device cannot follow: nothing is lost, no key is used twice. */
import { describe, expect, test } from 'vitest';
import { QUIET_MS } from '../../../client-web/src/domain/catch_up';
import { backup, damage, restore } from '../support/backup';
import { cores } from '../support/cores';
import { Refusal } from '../support/fake_server';
import { during, must, Person, PIN, settle, until } from '../support/person';
import { joinWith, pair, parentSlip, staff } from '../support/stage';
import { comeUpFrom, deviceOf, newSlip, notices, off, on, online, quiet, words, threadLost } from '../support/steps';

describe.each(await cores())('an older state is restored, with the %s core', (_name, core) => {
  test('in the same epoch: new keys go first, then what waits; both talk on', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    must(await parent.engine.send(circleId, 'före'));
    await quiet(scene);
    const copy = await backup(parent.database);
    must(await parent.engine.send(circleId, 'i den förlorade tiden'));
    await quiet(scene);
    must(await supporter.engine.send(circleId, 'svar som försvinner'));
    await until(server, async () => (await words(parent, circleId)).length === 3, 'both');
    await quiet(scene);

    const before = server.seen.length;
    await comeUpFrom(parent, copy);
    const upAtMs = server.clock.nowMs();
    must(await parent.engine.send(circleId, 'efter'));
    await until(server, async () => (await words(supporter, circleId)).includes('efter'), 'the text after');
    expect(server.clock.nowMs() - upAtMs, 'known at the login already').toBeLessThan(QUIET_MS);
    const mine = server.seen.slice(before).filter((f) => f.type === 'commit' || f.type === 'send').map((f) => f.type);
    expect(mine[0], 'new keys before anything else').toBe('commit');
    await until(server, async () => (await parent.view(circleId)).thread === 'fine', 'no doubt any more');
    must(await supporter.engine.send(circleId, 'hör dig'));
    await until(server, async () => (await words(parent, circleId)).includes('hör dig'), 'an answer');
    expect(await words(supporter, circleId)).toEqual(['före', 'i den förlorade tiden', 'svar som försvinner', 'efter', 'hör dig']);
    expect(await words(parent, circleId)).toEqual(['före', 'efter', 'hör dig']);
    expect((await notices(parent, circleId)).filter((n) => n === 'not_readable'), 'the gap is told once').toHaveLength(1);
    expect(server.keysUsedTwice).toEqual([]);
  });

  test('what waited in the restored outbox and had been sent already comes once', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    server.setUp(false);
    await until(server, () => parent.snapshot.link !== 'online', 'offline');
    for (const text of ['ett', 'två']) must(await parent.engine.send(circleId, text));
    await settle();
    const copy = await backup(parent.database);
    server.setUp(true);
    await until(server, async () => (await words(supporter, circleId)).length === 2, 'both came');
    await quiet(scene);
    await comeUpFrom(parent, copy);
    must(await parent.engine.send(circleId, 'tre'));
    await until(server, async () => (await words(supporter, circleId)).includes('tre'), 'the third');
    await quiet(scene);
    expect(await words(supporter, circleId)).toEqual(['ett', 'två', 'tre']);
    expect(await words(parent, circleId)).toEqual(['ett', 'två', 'tre']);
    expect(server.texts(circleId)).toBe(server.circles.get(circleId)!.log.filter((e) => e.kind === 'message').length);
    expect(server.keysUsedTwice).toEqual([]);
  });

  test('found out by a message of its own that had never been acknowledged', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    const copy = await backup(parent.database);
    server.held.add(await deviceOf(parent, circleId));
    must(await parent.engine.send(circleId, 'utan eko'));
    await until(server, async () => (await words(supporter, circleId)).includes('utan eko'), 'sent');
    const acked = server.circles.get(circleId)!.acked;
    await comeUpFrom(parent, copy);
    expect(acked.get(await deviceOf(parent, circleId)), 'nothing shows in what was acknowledged').toBeLessThan(server.circles.get(circleId)!.log.length);
    must(await parent.engine.send(circleId, 'nästa'));
    await settle(200);
    expect((await parent.texts(circleId)).at(-1)?.delivery, 'nothing leaves before everything is read').toBe('waiting');
    server.held.clear();
    server.publish();
    await until(server, async () => (await words(supporter, circleId)).includes('nästa'), 'the next text');
    expect(await words(supporter, circleId)).toEqual(['utan eko', 'nästa']);
    expect(server.keysUsedTwice).toEqual([]);
  });

  test('another commit takes the place of the new keys: they are made again', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    const link = await parentSlip(supporter, circleId);
    await quiet(scene);
    const copy = await backup(parent.database);
    must(await parent.engine.send(circleId, 'förlorad'));
    await quiet(scene);
    const device = await deviceOf(parent, circleId);
    const other = await new Person(server, core).start();
    must(await during(server, other.engine.openSlip(link)));
    // The new keys are refused while somebody else's commit is taken.
    let refused = 0;
    server.intercept = (f) => { if (f.type === 'commit') { refused += 1; throw new Refusal('mailbox_full'); } };
    await comeUpFrom(parent, copy);
    await until(server, () => refused > 0, 'tried');
    server.held.add(device);
    must(await during(server, other.engine.join('Omar', PIN)));
    server.intercept = null;
    must(await parent.engine.send(circleId, 'hej båda'));
    await settle(200);
    server.held.clear();
    server.publish();
    await until(server, async () => (await words(supporter, circleId)).includes('hej båda') && (await words(other, circleId)).includes('hej båda'), 'both hear');
    expect(server.keysUsedTwice).toEqual([]);
  });

  test('a count that was sent long ago does not come a second time', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    must(await supporter.engine.countContact(circleId, 'visit'));
    await quiet(scene);
    const copy = await backup(supporter.database);
    must(await parent.engine.send(circleId, 'tack för besöket'));
    const visits = () => [...server.tallies.values()].filter((t) => t.counted.value === 'visit').length;
    server.clock.advance(3_600_000);
    await until(server, () => visits() === 1, 'counted');
    await quiet(scene);
    // The server knows its id for two days.
    server.clock.advance(3 * 86_400_000);
    server.tallies.clear();
    await comeUpFrom(supporter, copy);
    must(await supporter.engine.send(circleId, 'kvar'));
    await until(server, async () => (await words(parent, circleId)).includes('kvar'), 'it talks again');
    server.clock.advance(1);
    await settle(300);
    expect(visits()).toBe(0);
  });

  test('in another epoch: the thread is lost, and a new slip brings everything back in its place', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    must(await parent.engine.send(circleId, 'före'));
    await quiet(scene);
    const copy = await backup(parent.database);
    const omar = await new Person(server, core).start();
    await joinWith(omar, await parentSlip(supporter, circleId), 'Omar');
    await until(server, async () => (await parent.view(circleId)).members.length === 3, 'a commit went by');
    await quiet(scene);
    await comeUpFrom(parent, copy);
    await until(server, async () => (await parent.view(circleId)).thread === 'lost', 'lost');
    expect(await words(parent, circleId)).toEqual(['före']);
    must(await parent.engine.send(circleId, 'medan jag väntade'));
    must(await parent.engine.saveDraft(circleId, 'halvt skriv'));
    must(await supporter.engine.send(circleId, 'hör du mig?'));
    await settle(200);
    expect(parent.snapshot).toMatchObject({ waiting: 1, circles: [{ thread: 'lost' }] });

    await online(supporter, parent, omar);
    const amina = (await supporter.view(circleId)).members.find((m) => m.name === 'Amina')!;
    const link = await parentSlip(supporter, circleId, amina.memberId);
    must(await during(server, parent.engine.joinAnother(link)));
    await until(server, async () => (await words(supporter, circleId)).includes('medan jag väntade'), 'what waited');
    await until(server, async () => (await words(parent, circleId)).includes('hör du mig?'), 'what nobody had confirmed');
    const view = await parent.view(circleId);
    expect(view).toMatchObject({ thread: 'fine', draft: 'halvt skriv', waiting: 0 });
    expect(parent.snapshot.circles).toHaveLength(1);
    expect(await words(parent, circleId)).toEqual(['före', 'medan jag väntade', 'hör du mig?']);
    expect((await words(supporter, circleId)).filter((t) => t === 'medan jag väntade')).toHaveLength(1);
    expect(view.members.find((m) => m.me)).toMatchObject({ memberId: amina.memberId });
    expect(await notices(parent, circleId)).toContain('you_back');
    await until(server, async () => (await notices(supporter, circleId)).includes('back'), 'the others are told');
    expect(server.circles.get(circleId)!.acked.size).toBe(3);
    must(await omar.engine.send(circleId, 'välkommen åter'));
    await until(server, async () => (await words(parent, circleId)).includes('välkommen åter'), 'heard again');
    expect(server.keysUsedTwice).toEqual([]);
  });

  test('before it ever came in: the person sees that there is a conversation and how to get back', async () => {
    const scene = await pair(core);
    const { server, supporter, circleId } = scene;
    const second = await staff(server, core, 'supporter', 'Sara');
    const copy = await backup(second.database);
    const made = must(await during(server, supporter.engine.makeSlip(circleId, { role: 'supporter', form: 'qr', days: 3 })));
    must(await during(server, second.engine.joinAnother(made.link)));
    await settle(200);
    await comeUpFrom(second, copy);
    await until(server, () => second.snapshot.circles[0]?.thread === 'lost', 'named by the server alone');
    const sara = (await supporter.view(circleId)).members.find((m) => m.name === 'Sara')!;
    await online(supporter, second);
    const again = must(await during(server, supporter.engine.makeSlip(circleId, { role: 'supporter', form: 'qr', days: 3, replacesMemberId: sara.memberId })));
    must(await during(server, second.engine.joinAnother(again.link)));
    must(await second.engine.send(circleId, 'här igen'));
    await until(server, async () => (await words(supporter, circleId)).includes('här igen'), 'back');
  });
});

describe.each(await cores())('one phone copied to another, with the %s core', (_name, core) => {
  test('both at once: one goes on with new keys, the other has lost the thread', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    const copy = await backup(parent.database);
    const clone = new Person(server, core);
    await clone.start();
    await restore(clone.database, copy);
    await on(clone);
    await online(parent, clone);
    must(await clone.engine.send(circleId, 'från kopian'));
    await until(server, async () => (await words(supporter, circleId)).includes('från kopian'), 'the copy speaks');
    must(await parent.engine.send(circleId, 'från den första'));
    await until(server, async () => (await words(supporter, circleId)).includes('från den första'), 'the first one speaks');
    await until(server, () => clone.snapshot.circles[0]?.thread === 'lost', 'the copy cannot follow');
    must(await supporter.engine.send(circleId, 'jag hör en'));
    await until(server, async () => (await words(parent, circleId)).includes('jag hör en'), 'heard');
    expect(server.keysUsedTwice).toEqual([]);
  });
});

describe.each(await cores())('a thread that is lost, with the %s core', (_name, core) => {
  test('a circle whose state cannot be read does not lock the person out of the others', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    must(await parent.engine.send(circleId, 'läst och kvar'));
    await quiet(scene);
    const other = must(await supporter.engine.newCircle('Den andra')).circleId;
    await until(server, () => server.circles.has(other), 'made');
    await quiet(scene);
    await off(supporter);
    await damage(supporter.database, 'state', circleId);
    await on(supporter);
    await until(server, () => supporter.snapshot.link === 'online', 'online');
    const [lost, fine] = [await supporter.view(circleId), await supporter.view(other)];
    expect(lost).toMatchObject({ thread: 'lost', title: 'Amina' });
    expect(lost.items.flatMap((i) => (i.type === 'text' ? [[i.author, i.text]] : []))).toEqual([['Amina', 'läst och kvar']]);
    expect(fine.thread).toBe('fine');
    must(await parent.engine.send(circleId, 'hör du?'));
    await settle(200);
    must(await during(server, supporter.engine.makeSlip(other, { role: 'parent', form: 'qr', days: 3 })));
    expect(await during(server, supporter.engine.makeSlip(circleId, { role: 'parent', form: 'qr', days: 3 }))).toMatchObject({ code: 'thread_lost' });
  });

  test('a damaged record costs what stood in it and nothing more', async () => {
    const scene = await pair(core);
    const { parent, circleId } = scene;
    const { id } = must(await parent.engine.send(circleId, 'ett'));
    must(await parent.engine.send(circleId, 'två'));
    await quiet(scene);
    await off(parent);
    await damage(parent.database, 'item', `${circleId}:${id}`);
    await on(parent);
    expect(await words(parent, circleId)).toEqual(['två']);
  });

  test('a new slip that cannot be used leaves everything as it was, and the next one works', async () => {
    const scene = await threadLost(core);
    const { server, supporter, parent, circleId } = scene;
    must(await parent.engine.send(circleId, 'sparad'));
    await online(supporter, parent);
    const dead = await newSlip(scene);
    const selector = (await supporter.view(circleId)).slips[0]!.selector;
    must(await during(server, supporter.engine.revokeSlip(circleId, selector)));
    expect(await during(server, parent.engine.joinAnother(dead))).toMatchObject({ ok: false, code: 'slip_unknown' });
    expect(await parent.view(circleId)).toMatchObject({ thread: 'lost', waiting: 1 });
    must(await during(server, parent.engine.joinAnother(await newSlip(scene))));
    await until(server, async () => (await words(supporter, circleId)).includes('sparad'), 'sent');
    expect(await during(server, parent.engine.joinAnother(await newSlip(scene)))).toMatchObject({ ok: false, code: 'circle_exists' });
  });

  test('what comes between its new place and its knowing of it is read', async () => {
    const scene = await threadLost(core);
    const { server, supporter, parent, circleId } = scene;
    const link = await newSlip(scene);
    await online(parent);
    // The server has taken it in; the phone dies before it hears of that.
    server.intercept = (f) => { if (f.type === 'slip_redeem_circle') parent.fate.dead = true; };
    void parent.engine.joinAnother(link);
    await until(server, () => parent.fate.dead, 'dead');
    server.intercept = null;
    await until(server, async () => (await notices(supporter, circleId)).includes('back'), 'the supporter knows');
    must(await supporter.engine.send(circleId, 'välkommen'));
    await until(server, () => supporter.snapshot.waiting === 0, 'stored');
    await settle(100);
    await on(parent);
    await until(server, async () => (await words(parent, circleId)).includes('välkommen'), 'read');
    expect((await notices(parent, circleId)).filter((n) => n === 'not_readable')).toEqual([]);
  });

  test('a link that was opened before the PIN is used right after it', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    await quiet(scene);
    await off(parent);
    await damage(parent.database, 'state', circleId);
    const link = await newSlip(scene);
    await on(parent);
    // In the very moment: the login is still under way.
    must(await during(server, parent.engine.joinAnother(link)));
    must(await parent.engine.send(circleId, 'inne'));
    await until(server, async () => (await words(supporter, circleId)).includes('inne'), 'back');
  });

  test('forgetting the device leaves the lost circle at the server too', async () => {
    const scene = await threadLost(core);
    const { server, parent, circleId } = scene;
    await until(server, () => parent.snapshot.link === 'online', 'online');
    must(await during(server, parent.engine.forgetDevice()));
    expect(server.circles.get(circleId)?.acked.size).toBe(1);
  });
});
