/** Photos, files and voice notes: what goes over, what is refused, what vanishes, what goes on by itself. */
import { describe, expect, test } from 'vitest';
import { ATTACHMENT_MAX_BYTES, CAPTION_MAX_CHARS } from '../../../client-web/src/domain/api';
import { CLOSING_GRACE_MS } from '../../../client-web/src/domain/acts';
import { cleanName, PART_BYTES, PHOTO_BY_ITSELF_BYTES } from '../../../client-web/src/domain/attachments';
import { KEEP_MS } from '../../../client-web/src/domain/retention';
import { TRANSFER_RETRY_MS } from '../../../client-web/src/domain/transfers';
import { arrived, attachmentsOf, bytesOf, file, partsKept, photo, read } from '../support/attaching';
import { closed, ended, HOUR_MS } from '../support/closing';
import { cores } from '../support/cores';
import { glassCore } from '../support/fake_core';
import { Refusal } from '../support/fake_server';
import { during, must, Person, settle, until } from '../support/person';
import { joinWith, pair, parentSlip, type Scene } from '../support/stage';
import { off, on, online, quiet, threadLost } from '../support/steps';

/** The server keeps nothing of any attachment any more. */
const forgotten = ({ server }: Scene): Promise<void> => until(server, () => server.attachments.rows.size === 0, 'nothing kept there');

/** The real core takes part once it knows attachments. */
const able = (await cores()).filter(([, core]) => {
  try {
    return core.sealChunk(core.newAttachmentKey(), 0, true, new Uint8Array(1)).length === 17;
  } catch {
    return false;
  }
});

describe.each(able)('an attachment, with the %s core', (_name, core) => {
  test('comes byte for byte, says what it is, and the server forgets it', async () => {
    const scene = await pair(core);
    const { server, supporter, parent, circleId } = scene;
    must(await parent.engine.send(circleId, 'före'));
    must(await parent.engine.attach(circleId, photo(3 * PART_BYTES + 5, { caption: 'Brevet från i går' })));
    await arrived(supporter);
    expect(await read(supporter)).toEqual(bytesOf(3 * PART_BYTES + 5));
    const [theirs] = await attachmentsOf(supporter);
    expect(theirs).toMatchObject({ kind: 'photo', mine: false, author: 'Amina', width: 800, height: 600, caption: 'Brevet från i går', name: '', size: 3 * PART_BYTES + 5 });
    expect(theirs!.preview).toEqual(bytesOf(900, 7));
    await until(server, async () => (await attachmentsOf(parent))[0]?.delivery === 'delivered', 'a receipt');
    expect((await attachmentsOf(parent))[0]).toMatchObject({ mine: true, state: 'here', percent: null, trouble: null });
    expect(await read(parent), 'the sender can look at it too').toEqual(bytesOf(3 * PART_BYTES + 5));
    await forgotten(scene);
    expect((await supporter.items(circleId)).map((item) => item.type).filter((type) => type === 'text' || type === 'attachment')).toEqual(['text', 'attachment']);
    expect(supporter.snapshot.circles[0]).toMatchObject({ lastAttachment: 'photo', lastText: 'Brevet från i går', unread: 2 });
  });

  test.each([1, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, 2 * PART_BYTES])('of %i bytes', async (size) => {
    const { supporter, parent, circleId } = await pair(core);
    must(await parent.engine.attach(circleId, { kind: 'voice', blob: new Blob([bytesOf(size)]), durationMs: 1_000 }));
    await arrived(supporter);
    expect(await read(supporter)).toEqual(bytesOf(size));
    expect(await partsKept(supporter)).toBe(Math.ceil(size / PART_BYTES));
  });
});

describe('what is refused', () => {
  const scene = pair(glassCore());
  test.each([
    ['nothing', file(0), 'attachment_empty'],
    ['a byte too many', { ...file(1), blob: { size: ATTACHMENT_MAX_BYTES + 1 } as Blob }, 'attachment_too_large'],
    ['a caption that is too long', file(1, { caption: 'å'.repeat(CAPTION_MAX_CHARS + 1) }), 'text_too_long'],
    ['a preview that is too large', photo(1, { preview: bytesOf(3001) }), 'not_allowed'],
    ['a photo without a size', photo(1, { width: 0 }), 'not_allowed'],
    ['a voice note that is too long', { ...file(1), kind: 'voice' as const, durationMs: 600_001 }, 'not_allowed'],
    ['a file that cannot be read', { ...file(1), blob: { size: 1, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) } as unknown as Blob }, 'file_unreadable'],
    ['a file that shrinks', { ...file(1), blob: { size: 2, slice: () => new Blob(['x']) } as unknown as Blob }, 'file_unreadable'],
  ])('%s', async (_name, what, code) => {
    const { parent, circleId } = await scene;
    expect(await parent.engine.attach(circleId, what)).toMatchObject({ ok: false, code });
    expect(await attachmentsOf(parent)).toEqual([]);
    expect(await partsKept(parent)).toBe(0);
    expect(parent.snapshot.waiting).toBe(0);
  });
  test('the longest caption and the largest preview pass', async () => {
    const { supporter, parent, circleId } = await pair(glassCore());
    must(await parent.engine.attach(circleId, photo(1, { caption: '😔'.repeat(CAPTION_MAX_CHARS), preview: bytesOf(3000) })));
    await arrived(supporter);
    expect((await attachmentsOf(supporter))[0]!.caption).toBe('😔'.repeat(CAPTION_MAX_CHARS));
  });
  test('names lose folders and what turns a line around, and keep their ending', () => {
    expect(cleanName('C:\\brev/..\u202Egpj.exe')).toBe('C:_brev_.._gpj.exe');
    expect(cleanName('a\nb\u0000.txt')).toBe('a_b_.txt');
    expect(cleanName(`${'å'.repeat(200)}.pdf`)).toBe(`${'å'.repeat(116)}.pdf`);
  });
});

describe('what goes on by itself', () => {
  test('a large photo and any file wait for a press; a voice note and a small photo do not', async () => {
    const { server, supporter, parent, circleId } = await pair(glassCore());
    must(await parent.engine.attach(circleId, photo(PHOTO_BY_ITSELF_BYTES + 1)));
    must(await parent.engine.attach(circleId, file(10)));
    must(await parent.engine.attach(circleId, photo(PHOTO_BY_ITSELF_BYTES)));
    await until(server, async () => (await attachmentsOf(supporter))[2]?.state === 'here', 'the smaller one');
    await settle(200);
    expect((await attachmentsOf(supporter)).map((item) => item.state)).toEqual(['offered', 'offered', 'here']);
    expect(server.attachments.rows.size, 'kept for whoever has not fetched it').toBe(2);
    must(await supporter.engine.fetchAttachment(circleId, (await attachmentsOf(supporter))[1]!.id));
    await arrived(supporter, 1);
    expect(await read(supporter, 1)).toEqual(bytesOf(10));
  });

  test('offline: it is loud, survives a restart, goes later, and what is written meanwhile goes before it', async () => {
    const scene = await pair(glassCore());
    const { server, supporter, parent, circleId } = scene;
    server.setUp(false);
    await until(server, () => parent.snapshot.link !== 'online', 'offline');
    must(await parent.engine.attach(circleId, file(3 * PART_BYTES)));
    expect(parent.snapshot.waiting).toBe(1);
    expect((await attachmentsOf(parent))[0]).toMatchObject({ state: 'sending', delivery: 'waiting' });
    await off(parent);
    server.setUp(true);
    await on(parent);
    await until(server, async () => (await attachmentsOf(supporter)).length === 1, 'told');
    await quiet(scene);
    expect(parent.snapshot.waiting).toBe(0);
    expect(server.attachments.puts, 'each part once').toBe(3);
  });

  test('the line drops in the middle again and again: each part goes once, in both directions', async () => {
    const { server, supporter, parent, circleId } = await pair(glassCore());
    let parts = 0;
    const got: number[] = [];
    server.intercept = (f) => {
      if (f.type === 'attach_put' && ++parts % 3 === 0) server.drop();
      if (f.type === 'attach_get') { got.push(f.index); if (got.length % 3 === 0) server.drop(); }
    };
    must(await parent.engine.attach(circleId, photo(8 * PART_BYTES)));
    await arrived(supporter);
    expect(await read(supporter)).toEqual(bytesOf(8 * PART_BYTES));
    expect(await attachmentsOf(supporter)).toHaveLength(1);
    expect(got.filter((n) => n === 0), 'begun once').toHaveLength(1);
  });

  test('no room there: said on it, tried again at a press and by itself, and it can be called off', async () => {
    const { server, supporter, parent, circleId } = await pair(glassCore());
    server.attachments.roomBytes = 100;
    must(await parent.engine.attach(circleId, file(200)));
    must(await parent.engine.attach(circleId, file(300)));
    await until(server, async () => (await attachmentsOf(parent)).every((item) => item.trouble === 'attachment_room'), 'said');
    must(await parent.engine.send(circleId, 'text går ändå'));
    await until(server, async () => (await supporter.texts(circleId)).length === 1, 'the text');
    must(await parent.engine.cancelAttachment(circleId, (await attachmentsOf(parent))[1]!.id));
    expect(await attachmentsOf(parent)).toHaveLength(1);
    expect(await partsKept(parent)).toBe(1);
    server.attachments.roomBytes = 10_000;
    must(await parent.engine.retryNow());
    await until(server, async () => (await attachmentsOf(supporter)).length === 1, 'sent');
    expect(await parent.engine.cancelAttachment(circleId, (await attachmentsOf(parent))[0]!.id)).toMatchObject({ ok: false, code: 'not_now' });
    server.attachments.roomBytes = 100;
    must(await parent.engine.attach(circleId, file(400)));
    await until(server, async () => (await attachmentsOf(parent))[1]?.trouble === 'attachment_room', 'said again');
    server.attachments.roomBytes = 10_000;
    server.clock.advance(TRANSFER_RETRY_MS);
    await until(server, async () => (await attachmentsOf(supporter)).length === 2, 'sent by itself');
  });

  test('this device is full in the middle: said, nothing of it stays, and what was there is there', async () => {
    const { server, supporter, parent, circleId } = await pair(glassCore());
    must(await parent.engine.attach(circleId, photo(2 * PART_BYTES)));
    await arrived(supporter);
    parent.store.fullAt = 2;
    expect(await parent.engine.attach(circleId, file(4 * PART_BYTES))).toMatchObject({ ok: false, code: 'device_full' });
    expect(await partsKept(parent)).toBe(2);
    expect(await read(parent)).toEqual(bytesOf(2 * PART_BYTES));
    supporter.store.fullAt = 3;
    must(await parent.engine.attach(circleId, photo(4 * PART_BYTES)));
    await until(server, async () => (await attachmentsOf(supporter))[1]?.trouble === 'device_full', 'said');
    expect(await read(supporter)).toEqual(bytesOf(2 * PART_BYTES));
    must(await supporter.engine.retryNow());
    await arrived(supporter, 1);
    expect(await read(supporter, 1)).toEqual(bytesOf(4 * PART_BYTES));
  });

  test('gone at the server: said on it; what was altered is not shown', async () => {
    const { server, supporter, parent, circleId } = await pair(glassCore());
    must(await parent.engine.attach(circleId, file(10)));
    must(await parent.engine.attach(circleId, file(20)));
    await until(server, async () => (await attachmentsOf(supporter)).length === 2, 'told');
    const [first, second] = await attachmentsOf(supporter);
    const [gone, altered] = [...server.attachments.rows.keys()];
    server.attachments.rows.delete(gone!);
    server.attachments.rows.get(altered!)!.parts[0]![3]! ^= 1;
    for (const item of [first!, second!]) must(await supporter.engine.fetchAttachment(circleId, item.id));
    await until(server, async () => (await attachmentsOf(supporter)).every((item) => item.state !== 'fetching' && item.state !== 'offered'), 'decided');
    expect((await attachmentsOf(supporter)).map((item) => item.state)).toEqual(['gone', 'broken']);
    expect(await partsKept(supporter)).toBe(0);
    expect(await supporter.engine.readAttachment(circleId, first!.id)).toMatchObject({ ok: false, code: 'attachment_gone' });
  });
});

describe('who comes later', () => {
  test('a new phone gets an attachment that nobody had confirmed, uploaded once more', async () => {
    const { server, supporter, parent, circleId } = await pair(glassCore());
    await off(parent);
    must(await supporter.engine.attach(circleId, photo(2 * PART_BYTES)));
    await until(server, () => supporter.snapshot.waiting === 0, 'sent');
    // its time is over before anybody has fetched it
    server.attachments.rows.clear();
    const old = (await supporter.view(circleId)).members.find((m) => !m.me)!;
    const link = await parentSlip(supporter, circleId, old.memberId);
    const phone = await new Person(server, parent.core).start();
    await joinWith(phone, link, 'Amina');
    await arrived(phone);
    expect(await read(phone)).toEqual(bytesOf(2 * PART_BYTES));
    expect(await attachmentsOf(supporter)).toHaveLength(1);
  });

  test('a circle started afresh takes attachments along, and what was not sent is uploaded there', async () => {
    const scene = await threadLost(glassCore());
    const { server, supporter, parent, circleId } = scene;
    void parent;
    must(await supporter.engine.attach(circleId, photo(PART_BYTES)));
    await until(server, () => supporter.snapshot.waiting === 0, 'sent');
    await off(supporter);
    const { damage } = await import('../support/backup');
    await damage(supporter.database, 'state', circleId);
    await on(supporter);
    await online(supporter);
    must(await supporter.engine.attach(circleId, photo(2 * PART_BYTES)));
    const fresh = must(await supporter.engine.startAfresh(circleId)).circleId;
    expect(await read(supporter, 0, fresh)).toEqual(bytesOf(PART_BYTES));
    const link = await parentSlip(supporter, fresh);
    const phone = await new Person(server, supporter.core).start();
    await joinWith(phone, link, 'Amina');
    await arrived(phone, 0);
    await arrived(phone, 1);
    expect((await attachmentsOf(phone)).map(({ size }) => size).sort()).toEqual([PART_BYTES, 2 * PART_BYTES]);
    expect([...server.attachments.rows.keys()].every((key) => !key.startsWith(circleId) || server.circles.get(circleId)!.acked.size > 0)).toBe(true);
  });
});

describe('what vanishes', () => {
  test('with the support everything goes: no part, no key, no word of it is left on either device', async () => {
    const scene = await pair(glassCore());
    const { server, supporter, parent, circleId } = scene;
    must(await parent.engine.attach(circleId, file(2 * PART_BYTES, { name: 'KANARIEFIL.pdf', caption: 'BILDTEXT' })));
    await until(server, async () => (await attachmentsOf(supporter)).length === 1, 'told');
    must(await supporter.engine.fetchAttachment(circleId, (await attachmentsOf(supporter))[0]!.id));
    await arrived(supporter);
    must(await parent.engine.keepVoice(circleId, 0, bytesOf(500)));
    await quiet(scene);
    await closed(scene);
    server.clock.advance(CLOSING_GRACE_MS + HOUR_MS);
    await until(server, () => ended(supporter) && ended(parent), 'ended');
    await settle(200);
    const { backup } = await import('../support/backup');
    for (const person of [supporter, parent]) {
      expect(await partsKept(person)).toBe(0);
      const rows = (await backup(person.database)).filter(({ key }) => ['attachment', 'attach_done', 'voice', 'item'].includes(String((key as string[])[0])));
      expect(rows).toEqual([]);
    }
    expect(server.attachments.rows.size).toBe(0);
  });

  test('deleted for all: no part of it stays on either device or at the server, also where it was not fetched; a line says so', async () => {
    const scene = await pair(glassCore());
    const { server, supporter, parent, circleId } = scene;
    must(await parent.engine.attach(circleId, photo(2 * PART_BYTES)));
    must(await parent.engine.attach(circleId, file(3 * PART_BYTES)));
    await arrived(supporter);
    await until(server, async () => (await attachmentsOf(parent)).every((item) => item.delivery === 'delivered'), 'told');
    for (const { id } of await attachmentsOf(parent)) {
      expect(await supporter.engine.deleteText(circleId, id), 'only its author may').toMatchObject({ ok: false, code: 'not_allowed' });
      must(await parent.engine.deleteText(circleId, id));
    }
    await until(server, async () => (await attachmentsOf(supporter)).length === 0, 'heard');
    await forgotten(scene);
    for (const person of [supporter, parent]) {
      expect(await partsKept(person)).toBe(0);
      expect((await person.texts(circleId)).map(({ gone, text }) => [gone, text])).toEqual([[true, ''], [true, '']]);
    }
  });

  test('after thirty days it goes from both devices, with every part; one day before it is there', async () => {
    const scene = await pair(glassCore());
    const { server, supporter, parent, circleId } = scene;
    must(await parent.engine.attach(circleId, photo(PART_BYTES)));
    await arrived(supporter);
    await quiet(scene);
    const again = async (ms: number): Promise<void> => {
      server.clock.advance(ms);
      server.drop();
      await until(server, () => supporter.snapshot.link === 'online' && parent.snapshot.link === 'online', 'online again');
      await settle(200);
    };
    await again(KEEP_MS - 24 * HOUR_MS);
    expect([await partsKept(supporter), await partsKept(parent)]).toEqual([1, 1]);
    await again(25 * HOUR_MS);
    await until(server, async () => (await partsKept(supporter)) + (await partsKept(parent)) === 0, 'gone');
    expect([await attachmentsOf(supporter), await attachmentsOf(parent)]).toEqual([[], []]);
  });

  test('on this device alone: the other keeps it', async () => {
    const { supporter, parent, circleId } = await pair(glassCore());
    must(await parent.engine.attach(circleId, photo(PART_BYTES)));
    await arrived(supporter);
    must(await supporter.engine.deleteHere(circleId, (await attachmentsOf(supporter))[0]!.id));
    expect(await attachmentsOf(supporter)).toEqual([]);
    expect([await partsKept(supporter), await partsKept(parent)]).toEqual([0, 1]);
  });

  test('parts that belong to nothing go when the device is unlocked', async () => {
    const { parent, circleId } = await pair(glassCore());
    must(await parent.engine.attach(circleId, file(10)));
    await settle(200);
    await parent.store.putPiece('ab'.repeat(16), 0, bytesOf(30));
    expect(await partsKept(parent)).toBe(2);
    await off(parent);
    await on(parent);
    expect(await partsKept(parent)).toBe(1);
    expect(await read(parent)).toEqual(bytesOf(10));
  });
});

test('a recording is kept over a restart until it is sent or dropped, and begins anew at its first piece', async () => {
  const { server, supporter, parent, circleId } = await pair(glassCore());
  const kept = async (): Promise<number> => must(await parent.engine.keptVoice(circleId)).size;
  for (const index of [0, 1, 2]) must(await parent.engine.keepVoice(circleId, index, bytesOf(100, index + 1)));
  await off(parent);
  await on(parent);
  expect(new Uint8Array(await must(await parent.engine.keptVoice(circleId)).arrayBuffer())).toEqual(
    new Uint8Array([...bytesOf(100, 1), ...bytesOf(100, 2), ...bytesOf(100, 3)]));
  must(await parent.engine.keepVoice(circleId, 0, bytesOf(7)));
  expect(await kept()).toBe(7);
  must(await parent.engine.dropVoice(circleId));
  expect(await kept()).toBe(0);
  must(await parent.engine.keepVoice(circleId, 0, bytesOf(7)));
  must(await during(server, parent.engine.attach(circleId, { kind: 'voice', blob: new Blob([bytesOf(7)]), durationMs: 500 })));
  expect(await kept()).toBe(0);
  await arrived(supporter);
  expect((await attachmentsOf(supporter))[0]).toMatchObject({ kind: 'voice', durationMs: 500 });
});

test('a refusal of the word that this device is done is asked again', async () => {
  const scene = await pair(glassCore());
  const { server, supporter, parent, circleId } = scene;
  let refused = 0;
  server.intercept = (f) => { if (f.type === 'attach_done' && refused++ < 2) throw new Refusal('too_many', 100); };
  must(await parent.engine.attach(circleId, photo(10)));
  await arrived(supporter);
  await forgotten(scene);
  expect(refused).toBeGreaterThan(2);
});
