// What may happen to a group: each step makes a random choice among what the chosen member can do, does it, and lets
// everybody follow. README.md names the restrictions, with the section of RFC 9420 where there is one.

import { fits, fits_again } from './places.mjs';
import { requirements } from './world.mjs';

const resumption_reach = 3;  // past epochs whose resumption PSK all three still know

// A member of a random implementation, of those who can do it.
function actor(world, can_do_it = () => true) {
  const able = world.members.filter(can_do_it);
  const kinds = [...new Set(able.map((m) => m.kind))];
  if (kinds.length === 0) return undefined;
  const kind = world.choices.one(kinds);
  return world.choices.one(able.filter((m) => m.kind === kind));
}

// Who goes and what kinds come in, so that all can follow; `waiting` are the stored proposals that go along.
function draw_change(world, committer, waiting) {
  const { choices, members } = world;
  const leaving = waiting.filter((p) => p.kind === 'remove').map((p) => p.target);
  const coming = waiting.filter((p) => p.added).map((p) => p.added.kind);
  const room = world.max_members - members.length - coming.length;
  const resuming = waiting.some((p) => p.kind === 'resumption');   // who joins can't know an older epoch
  const taken = waiting.map((p) => p.target).filter(Boolean);
  const others = members.filter((m) => m !== committer && !taken.includes(m));
  const both = committer.kind !== 'core-crypto';   // it makes one kind of change a commit
  const wants_mix = choices.chance(0.9);   // a group of one implementation shows nothing
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const want = choices.weighted({ update: 3, add: room > 0 && !resuming ? 4 + room : 0, remove: others.length > 0 ? members.length : 0,
      swap: both && !resuming && others.length > 0 ? 2 : 0 });
    const removed = ['remove', 'swap'].includes(want) ? choices.some(others, choices.between(1, Math.min(2, others.length))) : [];
    const count = ['add', 'swap'].includes(want) ? Math.min(room + removed.length, choices.between(1, 2)) : 0;
    const able = world.kinds.filter((kind) => kind !== 'core-crypto' || waiting.every((p) => p.kind !== 'psk'));
    const kinds = Array.from({ length: count }, () => choices.one(able));
    const staying = members.filter((m) => ![...leaving, ...removed].includes(m)).map((m) => m.kind);
    const mixed = new Set([...staying, ...coming, ...kinds]).size > 1;
    if (wants_mix && !mixed && attempt < 9) continue;
    if (fits(world, [...leaving, ...removed], [...coming, ...kinds])) return { want, removed, kinds };
  }
  return { want: 'update', removed: [], kinds: [] };
}

async function outsiders(world, kinds) {
  const found = [];
  for (const kind of kinds) found.push(await world.outsider(kind));
  return found;
}

const packages = (members) => Promise.all(members.map((m) => m.key_package()));
const names = (members) => members.map((m) => m.name).join(', ');

function resumable_epoch(world) {
  const oldest = Math.max(world.epoch - resumption_reach, ...world.members.map((m) => m.since));
  return oldest <= world.epoch && world.all_can('resumption') ? world.choices.between(oldest, world.epoch) : undefined;
}

// The content of a commit by `committer`: by value, besides the stored proposals that it will refer to.
async function content(world, committer, waiting) {
  const { choices, members } = world;
  const { want, removed, kinds } = draw_change(world, committer, waiting);
  const added = await outsiders(world, kinds);
  const request = { add: await packages(added), remove: removed.map((m) => m.identity) };
  const joining = [...added, ...waiting.filter((p) => p.added).map((p) => p.added)];
  const inside = committer.kind !== 'core-crypto';
  if (inside && [...members, ...joining].every((m) => m.can.psk) && choices.chance(0.25)) request.psks = [await world.new_psk()];
  const epoch = resumable_epoch(world);
  if (inside && joining.length === 0 && epoch !== undefined && choices.chance(0.2)) request.resumed = [epoch];
  const asked = waiting.some((p) => p.kind === 'requirements');
  if (committer.can.requirements && !asked && choices.chance(0.15)) request.requirements = requirements(choices);
  if (joining.length > 0 && [committer, ...joining].every((m) => m.can.tree_beside)) request.tree_beside = choices.chance(0.3);
  // 12.4: a path may be left out only when there is something, and nothing but Add and PreSharedKey
  const something = joining.length > 0 || request.psks || request.resumed || waiting.length > 0;
  const only_these = waiting.every((p) => ['add', 'psk', 'resumption'].includes(p.kind));
  const optional = something && only_these && removed.length === 0 && !request.requirements;
  if (committer.can.pathless && optional) request.path = choices.chance(0.5);
  const said = [want, added.length && `in: ${names(added)}`, removed.length && `out: ${names(removed)}`, request.psks && 'psk',
    request.resumed && `resumption of ${epoch}`, request.requirements && 'requirements', request.path === false && 'no path',
    request.tree_beside && 'tree beside'].filter(Boolean);
  return { added, removed, request, said };
}

// Who may commit while these proposals wait (12.2): not who is to be removed, not who wants to be updated.
function may_commit(world) {
  const barred = world.pending.map((p) => p.target);
  const requirements_wait = world.pending.some((p) => p.kind === 'requirements');
  return (member) => !barred.includes(member) && (!requirements_wait || member.kind !== 'ts-mls');
}

export async function commit(world) {
  const committer = actor(world, may_commit(world));
  if (!committer) return false;
  // ours may leave stored proposals out of its commit; that of its own Update is then forgotten with the epoch
  const stored = committer.kind !== 'ours' || world.choices.chance(0.85);
  const waiting = stored ? world.pending : [];
  const plan = await content(world, committer, waiting);
  const format = world.format();
  const about = world.pending.length > 0 && `${stored ? 'with' : 'without'} ${world.pending.length} stored`;
  world.note(`${committer.name} commits (${[...plan.said, format, about].filter(Boolean).join('; ')})`);
  const request = { ...plan.request, stored, stored_count: waiting.length, format };
  const made = await world.expect(`${committer.name} commits`, () => committer.commit(request));
  const added = [...plan.added, ...waiting.filter((p) => p.added).map((p) => p.added)];
  const removed = [...plan.removed, ...waiting.filter((p) => p.kind === 'remove').map((p) => p.target)];
  await world.take_commit({ committer, ...made, added, removed });
  const features = { psk: request.psks, resumption: request.resumed, requirements: request.requirements,
    'no path': request.path === false, 'tree beside': made.tree, 'by reference': waiting.length > 0 };
  for (const [feature, has] of Object.entries(features)) if (has) world.count(`commit ${feature}`);
  return true;
}

// Two commits for the same epoch: the server takes one, the other is as if it had never been.
export async function race(world) {
  if (world.members.length < 2 || world.pending.length > 0) return false;
  const winner = actor(world);
  const loser = actor(world, (m) => m !== winner);
  const format = world.format();
  world.note(`${loser.name} commits an update (${format}), but ${winner.name} is first`);
  await world.expect(`${loser.name} commits in vain`, () => loser.commit({ format, wins: false }));
  const made = await world.expect(`${winner.name} commits`, () => winner.commit({ format }));
  await world.take_commit({ committer: winner, ...made });
  return true;
}

export async function join_external(world) {
  if (world.members.length >= world.max_members) return false;
  const giver = actor(world, (m) => m.has_group_info(world.epoch));
  if (!giver) return false;
  const kinds = world.kinds.filter((kind) => fits(world, [], [kind]));
  if (kinds.length === 0) return false;
  const joiner = await world.outsider(world.choices.one(kinds));
  const psks = joiner.kind === 'ours' && world.all_can('psk') && world.choices.chance(0.3) ? [await world.new_psk()] : [];
  world.note(`${joiner.name} joins by external commit, with the GroupInfo of ${giver.name}${psks.length ? ' and a psk' : ''}`);
  const info = await world.expect(`${giver.name} gives a GroupInfo`, () => giver.group_info());
  const message = await world.expect(`${joiner.name} makes an external commit`, () => joiner.join_external(info, { psks }));
  await world.take_commit({ committer: joiner, message, added: [joiner], external: true });
  return true;
}

// A member that lost its state comes back in its own place.
export async function resync(world) {
  const member = actor(world, (m) => m.can.resync && fits_again(world, m));
  const giver = actor(world, (m) => m !== member && m.has_group_info(world.epoch));
  if (!member || !giver) return false;
  world.note(`${member.name} comes back by external commit, with the GroupInfo of ${giver.name}`);
  const info = await giver.group_info();
  const message = await world.expect(`${member.name} makes an external commit`, () => member.join_external(info, { resync: true }));
  await world.take_commit({ committer: member, message, added: [member], removed: [member], external: true });
  return true;
}

// One to three proposals by their own, then a commit that refers to them.
export async function propose(world) {
  const { choices } = world;
  if (world.pending.length > 0) return false;
  const wanted = choices.between(1, 3);
  for (let i = 0; i < wanted; i += 1) await one_proposal(world);
  if (world.pending.length === 0) return false;
  if (choices.chance(0.5)) await talk(world);
  return commit(world);
}

// What this member can propose now, besides what waits already.
function proposable(world, member) {
  const { pending, members } = world;
  const taken = pending.map((p) => p.target).filter(Boolean);
  const left = members.filter((m) => !taken.includes(m));   // somebody must be left to commit
  const leaving = pending.filter((p) => p.kind === 'remove').map((p) => p.target);
  const coming = pending.filter((p) => p.added).map((p) => p.added.kind);
  const room = members.length + coming.length < world.max_members;
  const has = (kind) => pending.some((p) => p.kind === kind);
  const removable = left.filter((m) => m !== member && left.length > 1 && fits(world, [...leaving, m], coming));
  // nobody of core-crypto can take a PSK
  const addable = world.kinds.filter((kind) => !(kind === 'core-crypto' && has('psk')) && fits(world, leaving, [...coming, kind]));
  const others_left = (gone) => left.some((m) => m !== gone && m.kind !== 'ts-mls');   // ts-mls can't commit requirements
  const may_go = (m) => !has('requirements') || others_left(m);
  const targets = removable.filter(may_go);
  const weights = { add: room && addable.length > 0 && !has('resumption') ? 4 : 0, remove: targets.length > 0 ? 3 : 0,
    update: left.length > 1 && left.includes(member) && may_go(member) ? 3 : 0,
    psk: world.all_can('psk') && pending.every((p) => !p.added || p.added.can.psk) ? 2 : 0,
    resumption: coming.length === 0 && resumable_epoch(world) !== undefined && !has('resumption') ? 2 : 0,
    requirements: others_left() && !has('requirements') ? 1 : 0 };
  return { weights: Object.fromEntries(member.can.proposals.map((kind) => [kind, weights[kind]])), targets, addable };
}

async function one_proposal(world) {
  const { choices } = world;
  const member = actor(world, (m) => m.can.proposals.length > 0);
  if (!member) return;
  const { weights, targets, addable } = proposable(world, member);
  if (!Object.values(weights).some((weight) => weight > 0)) return;
  const kind = choices.weighted(weights);
  const proposal = { kind };
  const what = { kind };
  if (kind === 'add') proposal.added = await world.outsider(choices.one(addable));
  if (kind === 'add') what.key_package = await proposal.added.key_package();
  if (kind === 'update') proposal.target = member;
  if (kind === 'remove') proposal.target = choices.one(targets);
  if (kind === 'remove') what.identity = proposal.target.identity;
  if (kind === 'psk') what.psk = await world.new_psk();
  if (kind === 'resumption') what.epoch = resumable_epoch(world);
  if (kind === 'requirements') what.requirements = requirements(choices);
  const whom = (proposal.added ?? (kind === 'remove' && proposal.target))?.name;
  const format = world.format();
  world.note(`${member.name} proposes ${kind}${whom ? ` of ${whom}` : ''} (${format})`);
  const message = await world.expect(`${member.name} proposes ${kind}`, () => member.propose(what, format));
  for (const other of choices.shuffled(world.members)) {
    if (other === member) continue;
    const got = await world.expect(`${other.name} takes the proposal of ${member.name}`, () => other.process(message));
    if (got.kind !== 'proposal') world.fail(`${other.name} took a proposal for ${got.kind}`);
  }
  world.pending.push(proposal);
  world.count(`propose ${kind}`);
}

// Some members write; everybody reads in an order of their own; some messages are late by a commit.
export async function talk(world) {
  const { choices } = world;
  const limit = world.short_window ? 2 : 6;   // core-crypto keeps the keys of two passed generations
  const all = [];
  for (const from of choices.some(world.members, choices.between(1, 3))) {
    if (from.can.quiet_with_proposals && world.pending.length > 0) continue;
    const had = world.sent.get(from) ?? 0;
    const count = Math.min(limit - had, choices.between(1, limit));
    for (let i = 0; i < count; i += 1) {
      all.push(await world.write(from, world.epoch));
    }
    world.sent.set(from, had + Math.max(count, 0));
  }
  if (all.length === 0) return;
  world.note(`${all.length} messages by ${[...new Set(all.map((s) => s.from.name))].join(', ')}`);
  for (const member of choices.shuffled(world.members)) {
    for (const sent of choices.shuffled(all)) {
      if (sent.from === member) continue;
      if (choices.chance(0.15)) world.late.push({ member, sent });
      else await world.receive(member, sent);
    }
  }
}
