// The same steps with ts-mls, as fast as it goes here: its own functions on its own state, with its noble provider
// (the other one, on WebCrypto, has no X25519 and Ed25519 under every Node). Groups of 2 and 5: it refuses valid trees from 6 leaves on.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const here = createRequire(new URL('../interop/package.json', import.meta.url));
const mls = await import(pathToFileURL(here.resolve('ts-mls')).href);
const cs = await mls.getCiphersuiteImpl(mls.getCiphersuiteFromName('MLS_128_DHKEMX25519_CHACHA20POLY1305_SHA256_Ed25519'), mls.nobleCryptoProvider);

const budget_ms = 1500;
const warm_up = 3;
const least = 10;
const most = 500;
const text = new Uint8Array(200).fill(97);
const accept = () => 'accept';

async function measure(what, members, prepare, step) {
  for (let i = 0; i < warm_up; ++i) await step(await prepare());
  const took = [];
  for (let spent = 0; took.length < most && (took.length < least || spent < budget_ms);) {
    const input = await prepare();
    const began = performance.now();
    await step(input);
    const ms = performance.now() - began;
    spent += ms;
    took.push(ms * 1000);
  }
  took.sort((a, b) => a - b);
  const at = (percent) => Number(took[Math.floor((took.length - 1) * percent / 100)].toFixed(1));
  console.log(JSON.stringify({ bench: 'mls', platform: 'ts-mls', what, members, us_median: at(50), us_p10: at(10), us_p90: at(90), n: took.length }));
}

const someone = (name) => mls.generateKeyPackage({ credentialType: 'basic', identity: new TextEncoder().encode(name.padEnd(33, '.')) },
  mls.defaultCapabilities(), mls.defaultLifetime, [], cs);
const psks = (state) => mls.makePskIndex(state, {});
const commit = (state, options) => mls.createCommit({ state, cipherSuite: cs, pskIndex: psks(state) }, options);
const process_message = (state, message) => mls.processPrivateMessage(state, message.privateMessage, psks(state), cs, accept);
const add_of = (made) => ({ extraProposals: [{ proposalType: 'add', add: { keyPackage: made.publicPackage } }], ratchetTreeExtension: true });
const join = (made, { welcome }) => mls.joinGroup(welcome, made.publicPackage, made.privatePackage, psks(undefined), cs);

/** Every member has committed once, as in our groups. */
async function group_of(members) {
  const founder = await someone('founder');
  let states = [await mls.createGroup(new Uint8Array(16), founder.publicPackage, founder.privatePackage, [], cs)];
  const all_follow = async (from, { commit: message, newState }) => {
    states = await Promise.all(states.map(async (state, i) => (i === from ? newState : (await process_message(state, message)).newState)));
  };
  for (let i = 1; i < members; ++i) {
    const made = await someone(`member ${i}`);
    const added = await commit(states[0], add_of(made));
    await all_follow(0, added);
    states.push(await join(made, added));
  }
  for (let i = members - 1; i >= 0; --i) await all_follow(i, await commit(states[i], {}));
  return states;
}

await measure('key_package', 1, () => 0, () => someone('x'));
const own = await someone('x');
await measure('create', 1, () => 0, () => mls.createGroup(new Uint8Array(16), own.publicPackage, own.privatePackage, [], cs));
for (const members of [2, 5]) {
  const [committer, follower] = await group_of(members);
  const update = await commit(committer, {});
  await measure('commit_update', members, () => 0, () => commit(committer, {}));
  await measure('process_commit', members, () => 0, () => process_message(follower, update.commit));
  if (members < 5) {   // one more leaf would be its sixth
    const newcomer = await someone('newcomer');
    const added = await commit(committer, add_of(newcomer));
    await measure('commit_add', members, () => 0, () => commit(committer, add_of(newcomer)));
    await measure('join_welcome', members, () => 0, () => join(newcomer, added));
  }
  await measure('encrypt_200', members, () => 0, () => mls.createApplicationMessage(committer, text, cs));
  const sent = await mls.createApplicationMessage(committer, text, cs);
  await measure('decrypt_200', members, () => 0, () => process_message(follower, { privateMessage: sent.privateMessage }));
}
