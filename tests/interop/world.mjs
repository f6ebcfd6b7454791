// One group that members of several implementations share, and what must hold for all of them: everybody takes every
// commit, everybody stands in the same epoch with the same secrets and members, every message is read once.
import { equal, hex } from './members/bytes.mjs';
import { wire_identity } from './members/core_crypto.mjs';
import { leaves_after, seats } from './places.mjs';

const epochs_late = 3;   // past epochs whose messages all three can read

export class Disagreement extends Error {}

// What every leaf of a group must list: basic credentials, or nothing. ts-mls does not know that the types of RFC 9420
// itself need no listing, and wants them listed where they are required.
export const requirements = (choices) => ({ credentials: choices.chance(0.5) ? [1] : [], extensions: [], proposals: [] });

export class World {
  // hosts: kind -> host. max_members: the largest group of this run.
  constructor(choices, hosts, { kinds, max_members, formats }) {
    Object.assign(this, { choices, hosts, kinds, max_members, formats, group_id: choices.bytes(16), epoch: 0, named: 0, log: [] });
    Object.assign(this, { members: [], former: [], known: [] });   // known: everybody there ever was
    this.places = new Map();   // identity -> leaf
    this.psks = [];
    this.pending = [];         // proposals of this epoch: { kind, target: who it is about, added: who it brings }
    this.late = [];            // messages that somebody is yet to get
    this.sent = new Map();     // how many messages a member has sent in this epoch
    this.counts = { epochs: 0, mixed: 0, views: 0, messages: 0, late: 0, refused: 0, steps: {}, commits: {} };
  }

  note(text) { this.log.push(`epoch ${this.epoch}, leaves ${[...this.places.values()]}: ${text}`); }
  count(step) { this.counts.steps[step] = (this.counts.steps[step] ?? 0) + 1; }
  fail(text) { throw new Disagreement(text); }
  all_can(what) { return this.members.every((m) => m.can[what]); }
  // Ways in which the narrowest member decides for all.
  get short_window() { return this.members.some((m) => m.can.short_window); }
  format() { return this.choices.one(this.formats); }

  async new_member(kind) {
    this.named += 1;
    const identity = wire_identity(this.named, this.choices.between(1, 0xffff));
    const made = await this.hosts[kind].member(`${kind}-${this.named}`, identity);
    this.known.push(made);
    if (made.can.psk) for (const { id, secret } of this.psks) await made.keep_psk(id, secret);
    return made;
  }

  // Somebody to come in: new, or one who was here before.
  async outsider(kind) {
    const back = this.former.filter((m) => m.kind === kind);
    if (back.length === 0 || this.choices.chance(0.6)) return this.new_member(kind);
    const found = this.choices.one(back);
    this.former = this.former.filter((m) => m !== found);
    return found;
  }

  async new_psk() {
    const psk = { id: this.choices.bytes(this.choices.between(1, 40)), secret: this.choices.bytes(32) };
    this.psks.push(psk);
    for (const member of this.known) if (member.can.psk) await member.keep_psk(psk.id, psk.secret);
    return psk.id;
  }

  async found(kind) {
    const creator = await this.new_member(kind);
    this.note(`${creator.name} creates the group`);
    await creator.create(this.group_id, creator.can.requirements && this.choices.chance(0.4) ? requirements(this.choices) : undefined);
    Object.assign(creator, { since: 0 });
    this.members = [creator];
    await this.compare([0]);
  }

  // Everybody but the committer takes the commit, those who are added join, those who are removed are told.
  async take_commit({ committer, message, welcome, tree, added = [], removed = [], external = false }) {
    const epoch = this.epoch + 1;
    const leaves = leaves_after(this.places, removed, added.length);
    const early = this.choices.chance(0.2) ? await this.write(committer, epoch) : undefined;
    for (const member of this.choices.shuffled(this.members)) {
      if (member !== committer) await this.give_commit(member, { committer, message, early, added, removed });
    }
    for (const member of removed) this.places.delete(member.identity);
    for (const member of removed) if (member !== committer) await member.leave();
    this.former.push(...removed.filter((m) => m !== committer));
    this.members = this.members.filter((m) => !removed.includes(m));
    for (const member of added) {
      if (!external) await this.expect(`${member.name} joins by the Welcome of ${committer.name}`, () => member.join(welcome, tree));
      member.since = epoch;
    }
    this.members.push(...added);
    Object.assign(this, { epoch, pending: [], sent: new Map(early && [[committer, 1]]) });
    this.count_epoch(committer);
    await this.compare(leaves);
    if (early) for (const member of this.members) if (member !== committer) await this.receive(member, early);
  }

  async give_commit(member, { committer, message, early, added, removed }) {
    const gone = removed.includes(member);
    if (gone && added.length > 0 && member.can.miss_its_replacement) return;
    await this.refuse_altered(member, message);
    // a message of the next epoch before the commit that begins it: ours says so and can read it afterwards
    if (early && member.kind === 'ours') {
      await this.expect_refusal(`${member.name}, a message from the future,`, () => member.process(early.message), /future_epoch/);
    }
    const got = await this.expect(`${member.name} takes the commit of ${committer.name}`, () => member.process(message));
    if (got.kind !== 'commit' || got.gone !== gone) {
      this.fail(`${member.name} took the commit of ${committer.name} for ${got.kind}, gone ${got.gone} instead of ${gone}`);
    }
  }

  count_epoch(committer) {
    this.counts.epochs += 1;
    if (new Set(this.members.map((m) => m.kind)).size > 1) this.counts.mixed += 1;
    this.counts.commits[committer.kind] = (this.counts.commits[committer.kind] ?? 0) + 1;
  }

  // Ours must refuse an altered commit and be able to take the right one afterwards.
  async refuse_altered(member, message) {
    if (member.kind !== 'ours' || !this.choices.chance(0.15)) return;
    const altered = Uint8Array.from(message);
    altered[this.choices.below(altered.length)] ^= 1 << this.choices.below(8);
    await this.expect_refusal(`${member.name} an altered commit`, () => member.process(altered));
  }

  async expect(what, step) {
    try { return await step(); } catch (error) { throw new Disagreement(`${what}: ${error.message}`, { cause: error }); }
  }

  async expect_refusal(what, step, because = /./) {
    this.counts.refused += 1;
    let reason;
    try { await step(); } catch (error) { reason = error.message; }
    if (reason === undefined) this.fail(`${what} was taken, and had to be refused`);
    if (/^mls_peer/.test(reason) || !because.test(reason)) this.fail(`${what} was refused, but with "${reason}"`);
  }

  async write(from, epoch) {
    const { choices } = this;
    const data = choices.bytes(choices.chance(0.1) ? 0 : choices.between(1, 200));
    const aad = from.can.aad && choices.chance(0.3) ? choices.bytes(choices.between(1, 40)) : new Uint8Array();
    const message = await this.expect(`${from.name} writes`, () => from.encrypt(data, aad));
    return { from, message, data, aad, epoch };
  }

  // The heart of it: one epoch, one list of members in one order, one set of secrets.
  async compare(leaves) {
    const views = [];
    for (const member of this.members) {
      views.push({ name: member.name, ...await this.expect(`${member.name} looks`, () => member.view()) });
    }
    for (const field of ['epoch', 'members', 'exported', 'authenticator']) {
      const [first, ...others] = views.filter((view) => view[field] !== undefined);   // core-crypto shows no authenticator
      for (const other of others) this.same(field, first, other);
    }
    const [{ epoch, members }] = views;
    if (epoch !== this.epoch) this.fail(`they are in epoch ${epoch} and should be in ${this.epoch}`);
    if ([...members].sort().join() !== this.members.map((m) => m.identity).sort().join()) this.fail(`they list ${members}`);
    const { after, moved } = seats(this.places, leaves, members);
    if (moved) this.fail(`${moved} sat at leaf ${this.places.get(moved)} and is now at ${after.get(moved)}`);
    this.places = after;
    this.counts.views += views.length;
  }

  same(field, one, other) {
    const [a, b] = [one[field], other[field]].map(String);
    if (a !== b) this.fail(`${field} differs: ${one.name} has ${a}, ${other.name} has ${b}`);
  }

  async receive(member, { from, message, data, aad, epoch }) {
    const what = `${member.name} reads a message of ${from.name} from epoch ${epoch}`;
    const got = await this.expect(what, () => member.process(message));
    if (got.kind !== 'application' || !equal(got.data, data)) {
      this.fail(`${what}: not what was sent but ${got.kind} ${got.data && hex(got.data)}`);
    }
    if (got.aad !== undefined && !equal(got.aad, aad)) this.fail(`${what}: other authenticated data, ${hex(got.aad)}`);
    this.counts.messages += 1;
    if (this.choices.chance(0.1)) {
      await this.expect_refusal(`${member.name}, a message for the second time,`, () => member.process(message));
    }
  }

  // Messages that were on their way while the group went on, for those who were there when they were sent.
  async deliver_late() {
    const late = this.choices.shuffled(this.late);
    this.late = [];
    for (const { member, sent } of late) {
      if (!this.members.includes(member) || member.since > sent.epoch) continue;
      const sender_stays = this.members.includes(sent.from) && sent.from.since <= sent.epoch;
      if (member.can.late_only_of_members && !sender_stays) continue;
      if (this.epoch - sent.epoch < epochs_late && this.choices.chance(0.3)) {
        this.late.push({ member, sent });
        continue;
      }
      await this.receive(member, sent);
      this.counts.late += 1;
    }
  }
}
