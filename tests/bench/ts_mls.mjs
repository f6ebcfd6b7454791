// The same steps with ts-mls: its own functions on its own state, from bytes to bytes where ours work on bytes.
// Measured with both of its crypto providers (they differ in hash, HMAC and AES; the rest is WebCrypto in both, and
// @noble/ciphers for ChaCha20-Poly1305); run.mjs compares with the faster one, step by step.
//   node tests/bench/ts_mls.mjs [PLATFORM]     the name that its lines go by
// Groups of 2 and 5: it refuses valid trees from 6 leaves on.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const here = createRequire(new URL('../interop/package.json', import.meta.url));
const mls = await import(pathToFileURL(here.resolve('ts-mls')).href);
const suite = mls.getCiphersuiteFromName('MLS_128_DHKEMX25519_CHACHA20POLY1305_SHA256_Ed25519');

const platform = process.argv[2] ?? 'ts-mls';
const warm_up_ms = 100;
const budget_ms = 500;
const least = 10;
const most = 500;
const text = new Uint8Array(200).fill(97);   // ts-mls pads to 256 by itself
const accept = () => 'accept';
const say = (provider, line) => console.log(JSON.stringify({ bench: 'mls', platform, provider, ...line }));

/** As stopwatch.h does it. An input is never used up: ts-mls's states do not change in place. */
async function measure(provider, what, members, step) {
  for (const began = performance.now(); performance.now() - began < warm_up_ms;) await step();
  const took = [];
  for (let spent = 0; took.length < most && (took.length < least || spent < budget_ms);) {
    const began = performance.now();
    await step();
    const ms = performance.now() - began;
    spent += ms;
    took.push(ms * 1000);
  }
  took.sort((a, b) => a - b);
  const at = (percent) => Number(took[Math.floor((took.length - 1) * percent / 100)].toFixed(1));
  say(provider, { what, members, us_median: at(50), us_p10: at(10), us_p90: at(90), n: took.length });
}

const encoded = (wireformat, name, value) => mls.encodeMlsMessage({ version: 'mls10', wireformat, [name]: value });
const decoded = (bytes) => mls.decodeMlsMessage(bytes, 0)[0];

/** ts-mls as a caller of ours would see it. */
function client(cs) {
  const psks = (state) => mls.makePskIndex(state, {});
  return {
    someone: (name) => mls.generateKeyPackage({ credentialType: 'basic', identity: new TextEncoder().encode(name.padEnd(33, '.')) },
      mls.defaultCapabilities(), mls.defaultLifetime, [], cs),
    create: (own) => mls.createGroup(new Uint8Array(16), own.publicPackage, own.privatePackage, [], cs),
    async commit(state, options) {
      const made = await mls.createCommit({ state, cipherSuite: cs, pskIndex: psks(state) }, options);
      return { bytes: mls.encodeMlsMessage(made.commit), state: made.newState,
        welcome: made.welcome && encoded('mls_welcome', 'welcome', made.welcome) };
    },
    read: (state, bytes) => mls.processPrivateMessage(state, decoded(bytes).privateMessage, psks(state), cs, accept),
    join: (own, welcome) => mls.joinGroup(decoded(welcome).welcome, own.publicPackage, own.privatePackage, psks(undefined), cs),
    async write(state) {
      const made = await mls.createApplicationMessage(state, text, cs);
      return encoded('mls_private_message', 'privateMessage', made.privateMessage);
    },
    info: async (state) => encoded('mls_group_info', 'groupInfo', await mls.createGroupInfoWithExternalPubAndRatchetTree(state, [], cs)),
    async join_external(own, info) {
      const made = await mls.joinGroupExternal(decoded(info).groupInfo, own.publicPackage, own.privatePackage, false, cs);
      return encoded('mls_public_message', 'publicMessage', made.publicMessage);
    },
  };
}
const add_of = (made) => ({ extraProposals: [{ proposalType: 'add', add: { keyPackage: made.publicPackage } }], ratchetTreeExtension: true });

/** Every member has committed once, and four past epochs are kept, as in our groups. */
async function group_of(ts, members) {
  let states = [await ts.create(await ts.someone('founder'))];
  const all_follow = async (from, made) => {
    states = await Promise.all(states.map(async (state, i) => (i === from ? made.state : (await ts.read(state, made.bytes)).newState)));
  };
  for (let i = 1; i < members; ++i) {
    const own = await ts.someone(`member ${i}`);
    const added = await ts.commit(states[0], add_of(own));
    await all_follow(0, added);
    states.push(await ts.join(own, added.welcome));
  }
  for (let i = members - 1; i >= 0; --i) await all_follow(i, await ts.commit(states[i], {}));
  for (let i = 0; i < 5; ++i) await all_follow(0, await ts.commit(states[0], {}));
  return states;
}

for (const [provider, crypto] of [['webcrypto', undefined], ['noble', mls.nobleCryptoProvider]]) {
  const ts = client(await mls.getCiphersuiteImpl(suite, crypto));
  const own = await ts.someone('x');
  await measure(provider, 'key_package', 1, () => ts.someone('x'));
  await measure(provider, 'create', 1, () => ts.create(own));
  for (const members of [2, 5]) {
    const [committer, follower] = await group_of(ts, members);
    const update = await ts.commit(committer, {});
    say(provider, { what: 'commit_update', members, bytes: update.bytes.length });
    await measure(provider, 'commit_update', members, () => ts.commit(committer, {}));
    await measure(provider, 'process_commit', members, () => ts.read(follower, update.bytes));
    if (members < 5) {   // one more leaf would be its sixth
      const newcomer = await ts.someone('newcomer');
      const added = await ts.commit(committer, add_of(newcomer));
      const info = await ts.info(committer);
      await measure(provider, 'commit_add', members, () => ts.commit(committer, add_of(newcomer)));
      await measure(provider, 'join_welcome', members, () => ts.join(newcomer, added.welcome));
      await measure(provider, 'join_external', members, () => ts.join_external(newcomer, info));
    }
    await measure(provider, 'encrypt_200', members, () => ts.write(committer));
    const sent = await ts.write(committer);
    await measure(provider, 'decrypt_200', members, () => ts.read(follower, sent));
    say(provider, { what: 'state', members, bytes: mls.encodeGroupState(follower).length });
  }
}
