// The crypto core through its typed wrapper: what the engine does with it, in Node with the built module.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  CryptoError, fromHex, loadCryptoCore, toHex,
  type Act, type Circle, type CircleEvent, type CryptoCore, type OutgoingCommit, type Outgoing, type SealedPackage, type Vault,
} from '../../../client-web/src/platform/crypto_core';

const TODAY = 20_000;
const NOW_MS = TODAY * 86_400_000;
const module = readFileSync(new URL('../../../build/wasm/bredvid_core.wasm', import.meta.url));

let core: CryptoCore;
let vault: Vault;
beforeAll(async () => {
  core = await loadCryptoCore(module);
  const stretched = core.vaultStretch('123456', new Uint8Array(16));
  vault = stretched.vault(new Uint8Array(32).fill(7));
  stretched.dispose();
});

/** One order, one commit per epoch, and the newest packages. */
class Server {
  epoch = 0;
  log: { kind: 0 | 1; epoch: number; blob: Uint8Array }[] = [];
  packages = new Map<number, Uint8Array>();
  send(o: Outgoing) {
    expect(o.epoch).toBe(this.epoch);
    this.log.push({ kind: 0, epoch: o.epoch, blob: o.blob });
  }
  commit(c: OutgoingCommit) {
    expect(c.epoch).toBe(this.epoch);
    this.log.push({ kind: 1, epoch: this.epoch++, blob: c.commit });
    this.packages.clear();
    this.refresh(c.packages);
  }
  refresh(packages: SealedPackage[]) {
    for (const { selector, sealed } of packages) this.packages.set(selector, sealed);
  }
}

/** A device that goes through storage after every envelope. */
class Phone {
  read = 0;
  constructor(public circle: Circle, private readonly server: Server, from = 0) { this.read = from; }
  fetch(): CircleEvent[] {
    const events: CircleEvent[] = [];
    for (; this.read < this.server.log.length; this.read++) {
      const { kind, epoch, blob } = this.server.log[this.read]!;
      events.push(...this.circle.receive(kind, epoch, blob));
      this.reload();
    }
    return events;
  }
  reload() {
    const sealed = this.circle.seal(vault, 'circle');
    this.circle.dispose();
    this.circle = core.circleRestore(vault, 'circle', sealed);
  }
  say(text: string) { this.server.send(this.circle.send({ type: 'text', text }, core.newId(), NOW_MS)); }
}

const codeOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof CryptoError) return error.code;
    throw error;
  }
  return 'done';
};
const find = <T extends CircleEvent['type']>(events: CircleEvent[], type: T) =>
  events.find((e): e is Extract<CircleEvent, { type: T }> => e.type === type);

function meeting() {
  const server = new Server();
  const circleId = core.newId();
  const supporter = new Phone(core.circleCreate({ circleId, memberId: core.newId(), deviceId: core.newId(),
    role: 'supporter', name: 'Kerstin' }), server);
  const made = supporter.circle.makeSlip({ form: 'qr', role: 'parent', expiresDay: TODAY + 7, nowDay: TODAY,
    contentId: core.newId(), sentAtMs: NOW_MS });
  server.send(made.notice);
  server.refresh(made.packages);
  const join = (slipText = made.slip.text, sealed = server.packages.get(made.slip.selector)!, nowDay = TODAY) =>
    core.circleJoin({ slipText, circleId, sealed, deviceId: core.newId(), name: 'Amira', nowDay });
  const enter = () => {
    const { circle, commit } = join();
    server.commit(commit);
    const parent = new Phone(circle, server, server.log.length);
    server.send(parent.circle.send({ type: 'hello' }, core.newId(), NOW_MS));
    return parent;
  };
  return { server, supporter, made, join, enter };
}

describe('a conversation', () => {
  it('starts with a slip while the supporter is away, and goes both ways', () => {
    const { supporter, made, enter } = meeting();
    const parent = enter();
    parent.say('Hej 👋 är någon där? Åäö مرحبا');
    const events = supporter.fetch();
    expect(events.map((e) => e.type)).toEqual(['own', 'joined', 'slipUsed', 'hello', 'text']);
    expect(find(events, 'joined')).toMatchObject({ newMember: true, role: 'parent', byMemberId: null });
    expect(find(events, 'slipUsed')?.selector).toBe(made.slip.selector);
    expect(find(events, 'text')).toMatchObject({ text: 'Hej 👋 är någon där? Åäö مرحبا', sentAtMs: NOW_MS,
      memberId: parent.circle.memberId, deviceId: parent.circle.deviceId });
    supporter.say('Ja.');
    expect(find(parent.fetch(), 'text')?.text).toBe('Ja.');
    expect(supporter.circle.safetyWords()).toEqual(parent.circle.safetyWords());
    expect(supporter.circle.safetyWords()).toHaveLength(3);
  });

  it('carries receipts and contacts, and counts the same parent the same on both sides', () => {
    const { server, supporter, enter } = meeting();
    const parent = enter();
    supporter.fetch();
    const participants = [parent.circle.memberId];
    const contactId = core.newId();
    server.send(supporter.circle.send({ type: 'contact', kind: 'visit', day: TODAY, participants }, contactId, NOW_MS));
    server.send(supporter.circle.send({ type: 'contactUndo', target: contactId }, core.newId(), NOW_MS));
    server.send(supporter.circle.send({ type: 'receipt', state: 'read', contentIds: [contactId] }, core.newId(), NOW_MS));
    server.send(supporter.circle.send({ type: 'leave' }, core.newId(), NOW_MS));
    const events = parent.fetch();
    expect(find(events, 'contact')).toMatchObject({ contentId: contactId, kind: 'visit', day: TODAY, participants });
    expect(find(events, 'contactUndone')?.target).toBe(contactId);
    expect(find(events, 'receipt')).toMatchObject({ state: 'read', contentIds: [contactId] });
    expect(find(events, 'left')?.memberId).toBe(supporter.circle.memberId);
    expect(supporter.circle.tallyTags(participants[0]!, 1, TODAY, 2024))
      .toEqual(parent.circle.tallyTags(participants[0]!, 1, TODAY, 2024));
    expect(codeOf(() => parent.circle.tallyTags(supporter.circle.memberId, 1, TODAY, 2024))).toBe('not_allowed');
    expect(supporter.circle.members().map((m) => [m.name, m.me, m.countable, m.deviceIds.length]))
      .toEqual([['Kerstin', true, false, 1], ['Amira', false, true, 1]]);
  });

  it('carries what is done to the support itself', () => {
    const { server, supporter, enter } = meeting();
    const parent = enter();
    supporter.fetch();
    const target = core.newId();
    const fromParent: Act[] = [{ type: 'feeling', moment: 'last', face: 5 }, { type: 'feeling', moment: 'first', face: 0 },
      { type: 'feeling', moment: 'experience', face: 3 },
      { type: 'objection', target, stands: true }, { type: 'objection', target, stands: false },
      { type: 'feedbackAnswer', target, yes: true }, { type: 'closingBack', target }, { type: 'ownAsk' }, { type: 'quickExit' },
      ...(['refused', 'nothing', 'week', 'all'] as const).map((follows) => ({ type: 'comeAnswer' as const, target, follows }))];
    const fromSupporter: Act[] = [{ type: 'feedbackAsk' }, { type: 'comeAskBack', target }, { type: 'awayBack', target },
      ...(['handover', 'beside', 'parent'] as const).map((purpose) => ({ type: 'comeAsk' as const, purpose, name: purpose === 'parent' ? '' : 'Yusuf' })),
      { type: 'away', firstDay: TODAY, lastDay: TODAY + 7, coverMemberId: target, text: 'På kurs' },
      { type: 'away', firstDay: TODAY, lastDay: TODAY, coverMemberId: null, text: '' }, ...(['completed', 'declined', 'not_reached', 'further_support'] as const)
      .map((outcome) => ({ type: 'closing' as const, outcome }))];
    const phases = [{ leastWeeks: 1, mostWeeks: 4, checkInEveryWeeks: 0 }, { leastWeeks: 8, mostWeeks: 16, checkInEveryWeeks: 2 }];
    const programme: Act = { type: 'programme', id: 'phased_support', name: { sv: 'Stöd i faser', en: '', ar: 'دعم على مراحل' }, least: 0, most: 0,
      phases, phase: 2, sinceDay: TODAY, feedback: true, revision: 4 };
    fromSupporter.push(programme, { ...programme, id: 'crisis_support', least: 3, most: 5, phases: [], phase: 0, feedback: false });
    const card = { type: 'card' as const, cardId: target, revision: 3, title: 'Möte 🌱', text: 'Två\nrader', times: [], lines: [] };
    fromSupporter.push({ ...card, kind: 'meeting', times: [NOW_MS, NOW_MS + 1] }, { ...card, kind: 'phone', text: '112' }, { ...card, kind: 'agreed' }, { ...card, kind: 'week', lines: ['Ring', 'نوم'] },
      { ...card, kind: 'gone', title: '', text: '' }, { type: 'tick', cardId: target, revision: 3, line: 13, done: true }, { type: 'tick', cardId: target, revision: 3, line: 0, done: false },
      { type: 'pin', target, pinned: true }, { type: 'pin', target, pinned: false }, { type: 'meetingAnswer', cardId: target, revision: 3, choice: 3 });
    expect(codeOf(() => supporter.circle.send({ ...card, kind: 'meeting' }, core.newId(), NOW_MS))).toBe('not_allowed');
    expect(codeOf(() => supporter.circle.send({ ...programme, phase: 3 }, core.newId(), NOW_MS))).toBe('not_allowed');
    const said = (events: CircleEvent[]) => events.flatMap((e) => (e.type === 'act' ? [e.act] : []));
    for (const act of fromParent) server.send(parent.circle.send(act, core.newId(), NOW_MS));
    expect(said(supporter.fetch())).toEqual(fromParent);
    for (const act of fromSupporter) server.send(supporter.circle.send(act, core.newId(), NOW_MS));
    expect(said(parent.fetch())).toEqual(fromSupporter);
    expect(codeOf(() => parent.circle.send({ type: 'feeling', moment: 'last', face: 6 }, core.newId(), NOW_MS))).toBe('not_allowed');
    const backwards: Act = { type: 'away', firstDay: TODAY, lastDay: TODAY - 1, coverMemberId: null, text: '' };
    expect(codeOf(() => supporter.circle.send(backwards, core.newId(), NOW_MS))).toBe('not_allowed');
    const before = { type: 'before' as const, textId: target, authorId: core.newId(), role: 'supporter' as const, name: 'Karin',
      writtenAtMs: NOW_MS - 1, text: 'Förut 🌱' };
    server.send(parent.circle.send(before, core.newId(), NOW_MS));
    expect(find(supporter.fetch(), 'before')).toMatchObject({ ...before, memberId: parent.circle.memberId, sentAtMs: NOW_MS });
  });

  it('takes a pending commit through a restart, and tells the removed one', () => {
    const { server, supporter, enter } = meeting();
    const parent = enter();
    supporter.fetch();
    const commit = supporter.circle.removeMember(parent.circle.memberId, TODAY);
    expect(commit.removedDeviceIds).toEqual([parent.circle.deviceId]);
    supporter.reload();
    expect(supporter.circle.pending()).toEqual(commit);
    expect(codeOf(() => supporter.circle.update(TODAY))).toBe('not_allowed');
    server.commit(commit);
    expect(supporter.fetch().map((e) => e.type)).toEqual(['commitAccepted', 'removed']);
    expect(find(parent.fetch(), 'selfRemoved')?.byMemberId).toBe(supporter.circle.memberId);
    expect(parent.circle.active()).toBe(false);
    expect(codeOf(() => parent.say('?'))).toBe('not_a_member');
  });
});

describe('a state that is older than it should be', () => {
  it('is seen at a message of its own; only new keys may leave, and then both go on', () => {
    const { server, supporter, enter } = meeting();
    const parent = enter();
    supporter.fetch();
    const old = parent.circle.seal(vault, 'circle');
    parent.say('i den förlorade tiden');
    supporter.fetch();
    parent.circle.dispose();
    parent.circle = core.circleRestore(vault, 'circle', old);
    expect(parent.circle.inDoubt()).toBe(false);
    expect(parent.fetch().map((e) => e.type)).toContain('rolledBack');
    expect([parent.circle.inDoubt(), parent.circle.threadLost()]).toEqual([true, false]);
    expect(codeOf(() => parent.say('nej'))).toBe('state_rolled_back');
    const commit = parent.circle.recover(0, TODAY);
    parent.reload();
    expect(parent.circle.pending()).toEqual(commit);
    server.commit(commit);
    expect(parent.fetch().map((e) => e.type)).toContain('commitAccepted');
    expect(parent.circle.inDoubt()).toBe(false);
    parent.say('här igen');
    expect(find(supporter.fetch(), 'text')?.text).toBe('här igen');
  });

  it('can be said by the client itself', () => {
    const { supporter } = meeting();
    supporter.circle.doubt();
    supporter.reload();
    expect(supporter.circle.inDoubt()).toBe(true);
    expect(codeOf(() => supporter.say('nej'))).toBe('state_rolled_back');
  });
});

describe('a thread that is lost', () => {
  it('is told once; the same device comes back in its own place with a slip', () => {
    const { server, supporter, enter } = meeting();
    const parent = enter();
    supporter.fetch();
    const { circleId, memberId, deviceId } = parent.circle;
    const made = supporter.circle.makeSlip({ form: 'qr', role: 'parent', expiresDay: TODAY + 7, nowDay: TODAY, replacesMemberId: memberId,
      contentId: core.newId(), sentAtMs: NOW_MS });
    server.send(made.notice);
    server.refresh(made.packages);
    const last = server.log.at(-1)!;
    expect(parent.circle.receive(1, last.epoch, core.randomBytes(200)).map((e) => e.type)).toEqual(['unreadable', 'threadLost']);
    expect(parent.circle.receive(1, last.epoch, core.randomBytes(200)).map((e) => e.type)).toEqual(['unreadable']);
    expect(parent.circle.threadLost()).toBe(true);
    const sealed = server.packages.get(made.slip.selector)!;
    const again = core.circleJoin({ slipText: made.slip.text, circleId, sealed, deviceId, name: 'Amira', nowDay: TODAY });
    server.commit(again.commit);
    expect(again.circle.memberId).toBe(memberId);
    const joined = find(supporter.fetch(), 'joined');
    expect(joined).toMatchObject({ memberId, deviceId, newMember: false, replacedDeviceIds: [deviceId] });
    expect(supporter.circle.members().find((m) => m.memberId === memberId)?.deviceIds).toEqual([deviceId]);
  });

  it('a supporter starts afresh: same people, no devices but the own one; who joins learns where it goes on from', () => {
    const { supporter, enter } = meeting();
    const parent = enter();
    supporter.fetch();
    expect(codeOf(() => parent.circle.afresh(core.newId(), parent.circle.deviceId))).toBe('not_allowed');
    const before = supporter.circle.circleId;
    const next = core.newId();
    const circle = supporter.circle.afresh(next, supporter.circle.deviceId);
    expect([circle.circleId, circle.epoch(), circle.memberId, circle.restartedFrom()]).toEqual([next, 0, supporter.circle.memberId, before]);
    expect(circle.members().map((m) => [m.name, m.deviceIds.length])).toEqual([['Kerstin', 1], ['Amira', 0]]);
    const made = circle.makeSlip({ form: 'qr', role: 'parent', expiresDay: TODAY + 7, nowDay: TODAY, replacesMemberId: parent.circle.memberId,
      contentId: core.newId(), sentAtMs: NOW_MS });
    const joined = core.circleJoin({ slipText: made.slip.text, circleId: next, sealed: made.packages[0]!.sealed,
      deviceId: parent.circle.deviceId, name: 'Amira', nowDay: TODAY });
    expect([joined.circle.memberId, joined.circle.restartedFrom()]).toEqual([parent.circle.memberId, before]);
  });
});

describe('what is refused', () => {
  it('a wrong, altered or old slip', () => {
    const { made, join } = meeting();
    expect(codeOf(() => join(core.slipNew('typed').text))).toBe('join_failed');
    expect(codeOf(() => join(made.slip.text, new Uint8Array(100)))).toBe('join_failed');
    expect(codeOf(() => join(undefined, undefined, TODAY + 8))).toBe('slip_expired');
    expect(codeOf(() => join())).toBe('done');
  });

  it('a mistyped slip, naming the group', () => {
    const slip = core.slipNew('typed');
    const parsed = core.slipParse(slip.text.toLowerCase().replaceAll('-', ' '));
    expect(parsed).toEqual({ ok: true, slip });
    const groups = slip.text.split('-');
    const third = groups[2]!;
    groups[2] = (third[0] === '7' ? '8' : '7') + third.slice(1);
    expect(core.slipParse(groups.join('-'))).toEqual({ ok: false, code: 'slip_mistyped', group: 3 });
  });

  it('an altered envelope, without moving', () => {
    const { server, supporter, enter } = meeting();
    const parent = enter();
    supporter.fetch();
    parent.say('hej');
    const { kind, epoch, blob } = server.log.at(-1)!;
    const altered = Uint8Array.from(blob);
    altered[altered.length - 5]! ^= 1;
    expect(supporter.circle.receive(kind, epoch, altered)).toEqual(
      [{ type: 'unreadable', code: 'mls_decrypt_failed', memberId: null }]);
    expect(find(supporter.fetch(), 'text')?.text).toBe('hej');
  });

  it('bad arguments and used-up handles', () => {
    const { supporter } = meeting();
    expect(codeOf(() => supporter.circle.send({ type: 'text', text: '' }, core.newId(), NOW_MS))).toBe('not_allowed');
    expect(codeOf(() => supporter.circle.send({ type: 'hello' }, 'zz', NOW_MS))).toBe('not_allowed');
    expect(codeOf(() => supporter.circle.send({ type: 'hello' }, core.newId(), 1.5))).toBe('not_allowed');
    expect(codeOf(() => core.circleRestore(vault, 'circle', new Uint8Array(80)))).toBe('state_bad');
    supporter.circle.dispose();
    expect(codeOf(() => supporter.circle.epoch())).toBe('state_bad');
  });
});

describe('keys', () => {
  it('open only with the PIN, the share and the place they were sealed with', () => {
    const stretched = core.vaultStretch('123456', new Uint8Array(16));
    const other = core.vaultStretch('123457', new Uint8Array(16));
    expect(stretched.shareAuth()).not.toEqual(other.shareAuth());
    const plain = core.randomBytes(50_000);
    const sealed = vault.seal('inbox:1', plain);
    expect(stretched.vault(new Uint8Array(32).fill(7)).open('inbox:1', sealed)).toEqual(plain);
    expect(codeOf(() => vault.open('inbox:2', sealed))).toBe('state_bad');
    expect(codeOf(() => other.vault(new Uint8Array(32).fill(7)).open('inbox:1', sealed))).toBe('state_bad');
    expect(codeOf(() => stretched.vault(new Uint8Array(32)).open('inbox:1', sealed))).toBe('state_bad');
  });

  it('sign what the wire says', async () => {
    const key = core.loginKeyNew();
    expect(core.loginPublicKey(key.seed)).toEqual(key.publicKey);
    const challenge = core.randomBytes(32);
    const deviceId = core.newId();
    const message = (label: string, ...rest: Uint8Array[]) =>
      Buffer.concat([Buffer.from(label), challenge, fromHex(deviceId), ...rest]);
    const publicKey = await crypto.subtle.importKey('raw', key.publicKey as BufferSource, 'Ed25519', true, ['verify']);
    const verify = (signature: Uint8Array, data: Uint8Array) =>
      crypto.subtle.verify('Ed25519', publicKey, signature as BufferSource, data as BufferSource);
    expect(await verify(core.signLogin(key.seed, challenge, deviceId), message('bredvid.v1 login'))).toBe(true);
    expect(await verify(core.signEnrol(key.seed, challenge, deviceId), message('bredvid.v1 enrol', key.publicKey))).toBe(true);
    expect(toHex(fromHex(deviceId))).toBe(deviceId);
  });
});
