// Which implementations meet in which groups, and the run of each such group to its end.
import { CoreCryptoHost } from './members/core_crypto.mjs';
import { OursHost } from './members/ours.mjs';
import { TsMlsHost } from './members/ts_mls.mjs';
import { Choices } from './random.mjs';
import { commit, join_external, propose, race, resync, talk } from './steps.mjs';
import { Disagreement, World } from './world.mjs';

// core-crypto reads handshakes as PublicMessage only.
export const matches = {
  'ts-mls': { kinds: ['ours', 'ts-mls'], max_members: 6, formats: ['private', 'public'], groups: 12 },
  'core-crypto': { kinds: ['ours', 'core-crypto'], max_members: 9, formats: ['public'], groups: 12 },
  three: { kinds: ['ours', 'ts-mls', 'core-crypto'], max_members: 7, formats: ['public'], groups: 6 },
};

const steps = { commit: { step: commit, weight: 10 }, propose: { step: propose, weight: 6 }, race: { step: race, weight: 2 },
  join_external: { step: join_external, weight: 3 }, resync: { step: resync, weight: 1 } };
const weights = Object.fromEntries(Object.entries(steps).map(([name, { weight }]) => [name, weight]));

async function play(world, creator, epochs) {
  await world.found(creator);
  while (world.epoch < epochs) {
    if (world.choices.chance(0.7)) await talk(world);
    const name = world.choices.weighted(weights);
    if (await steps[name].step(world)) {
      world.count(name);
      await world.deliver_late();
    }
  }
}

async function run_group(match, seed, index, { epochs, peer_program }) {
  const choices = new Choices(seed);
  const grease = new Choices(seed + 1);
  Math.random = () => grease.u32() / 2 ** 32;   // ts-mls strews unknown values into its capabilities
  const creator = match.kinds[index % match.kinds.length];
  const last_resorts = match.kinds.includes('core-crypto') ? undefined : choices;   // it can't read their extension
  const hosts = { ours: new OursHost(peer_program, seed, { claim_x509: creator === 'core-crypto', last_resorts }) };
  if (match.kinds.includes('ts-mls')) hosts['ts-mls'] = await TsMlsHost.start();
  if (match.kinds.includes('core-crypto')) hosts['core-crypto'] = await CoreCryptoHost.start();
  const world = new World(choices, hosts, match);
  try {
    await play(world, creator, epochs);
    return { world, creator };
  } catch (error) {
    return { world, creator, error };
  } finally {
    for (const host of Object.values(hosts)) await host.close();
  }
}

const add_counts = (into, from) => {
  for (const [name, value] of Object.entries(from)) {
    if (typeof value === 'number') into[name] = (into[name] ?? 0) + value;
    else add_counts(into[name] ??= {}, value);
  }
};

function report_failure(name, index, { seed, epochs }, { world, error }) {
  console.log(`FAILED ${name} group ${index}, seed ${seed}, step ${world.log.length}: ${error.message}`);
  for (const line of world.log.slice(-12)) console.log(`       ${line}`);
  // not a disagreement between implementations but a mistake in these scripts
  if (!(error instanceof Disagreement)) console.log(error.stack.split('\n').slice(1, 6).join('\n'));
  console.log(`       again: node tests/interop/run.mjs --seed ${seed} --epochs ${epochs} --group ${index} ${name}`);
}

const listed = (counts) => Object.entries(counts).sort().map(([what, times]) => `${what} ${times}`).join(', ');

function report_match(name, played, seed, seconds, totals) {
  console.log(`${name}: ${played} groups, ${totals.epochs} epochs (${totals.mixed} mixed, ${totals.views} views compared), `
    + `${totals.messages} messages (${totals.late} late), ${totals.refused} refusals, seed ${seed}, ${seconds.toFixed(1)} s`);
  console.log(`       commits by ${listed(totals.commits)}`);
  console.log(`       ${listed(totals.steps)}`);
}

async function run_match(name, { seed, epochs, groups, only, verbose, peer_program }) {
  const began = Date.now();
  const totals = {};
  const first = only ?? 0;
  const end = only === undefined ? groups ?? matches[name].groups : only + 1;
  let failed = 0;
  for (let index = first; index < end; index += 1) {
    const own_seed = (seed * 1000 + index * 7 + name.length) >>> 0;
    const result = await run_group(matches[name], own_seed, index, { epochs, peer_program });
    const { counts, log } = result.world;
    add_counts(totals, counts);
    if (verbose) for (const line of log) console.log(`       ${line}`);
    if (result.error) {
      failed += 1;
      report_failure(name, index, { seed, epochs }, result);
    } else {
      const what = `${counts.epochs} epochs, ${counts.messages} messages`;
      console.log(`ok     ${name} group ${index}, created by ${result.creator}: ${what}`);
    }
  }
  report_match(name, end - first, seed, (Date.now() - began) / 1000, totals);
  return { passed: end - first - failed, failed };
}

export async function run_matches({ names, ...options }) {
  const sum = { passed: 0, failed: 0 };
  for (const name of names) {
    const { passed, failed } = await run_match(name, options);
    sum.passed += passed;
    sum.failed += failed;
  }
  return sum;
}
