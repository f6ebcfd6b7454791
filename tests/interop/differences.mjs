// What the other two are known to do otherwise than RFC 9420 and than we do: each case shows it once, so that the
// restrictions in places.mjs, steps.mjs and members/ stand on something, and a newer version that mends one is noticed.
import * as mls from 'ts-mls';
import { CoreCryptoHost, wire_identity } from './members/core_crypto.mjs';
import { OursHost } from './members/ours.mjs';
import { TsMlsHost } from './members/ts_mls.mjs';

const public_ = { format: 'public' };

// Members of the given kinds, the first of whom creates the group and adds the others in order.
let groups = 0;
async function group_of(hosts, kinds) {
  const members = [];
  groups += 1;
  for (const kind of kinds) members.push(await hosts[kind].member(`m${groups}.${members.length}`, wire_identity(members.length + 1, 1)));
  await members[0].create(new Uint8Array(16).fill(groups));
  const { welcome } = await members[0].commit({ add: await Promise.all(members.slice(1).map((m) => m.key_package())), ...public_ });
  for (const member of members.slice(1)) await member.join(welcome);
  return members;
}

const everybody = async (members, message) => { for (const member of members) await member.process(message); };

async function refused(step, pattern) {
  try { await step(); } catch (error) {
    if (pattern.test(error.message)) return;
    throw new Error(`refused, but with "${error.message}"`);
  }
  throw new Error('taken: this is mended, loosen what stands on it');
}

export const differences = {
  'ts-mls puts external_pub without its length (12.4.3.2)': async (hosts) => {
    const [theirs, ours] = await group_of(hosts, ['ts-mls', 'ours']);
    const info = await mls.createGroupInfoWithExternalPubAndRatchetTree(theirs.state, [], theirs.cs);
    const group_info = mls.encodeMlsMessage({ version: 'mls10', wireformat: 'mls_group_info', groupInfo: info });
    await ours.leave();
    // which of them depends on the first byte of their key, which we read as a length
    const reasons = /ours refuses: (too_large|malformed|non_minimal_length|trailing_bytes|bad_key)$/;
    await refused(() => ours.join_external({ group_info }), reasons);
  },
  'ts-mls commits GroupContextExtensions without a path (12.4)': async (hosts) => {
    const [theirs, ours] = await group_of(hosts, ['ts-mls', 'ours']);
    const extensionData = mls.encodeRequiredCapabilities({ extensionTypes: [], proposalTypes: [], credentialTypes: ['basic'] });
    const extensions = [{ extensionType: 'required_capabilities', extensionData }];
    const proposal = { proposalType: 'group_context_extensions', groupContextExtensions: { extensions } };
    const { commit } = await mls.createCommit({ state: theirs.state, cipherSuite: theirs.cs },
      { wireAsPublicMessage: true, extraProposals: [proposal] });
    await refused(() => ours.process(mls.encodeMlsMessage(commit)), /ours refuses: bad_path/);
  },
  'ts-mls derives a secret too many when the root is blank (7.4, 12.4.1)': async (hosts) => {
    const commit_in_one_half = async (kind) => {
      const [first, second, theirs, ours] = await group_of(hosts, ['ours', 'ours', kind, 'ours']);
      const { message } = await theirs.commit({ remove: [first.identity, second.identity], ...public_ });
      return () => ours.process(message);
    };
    await refused(await commit_in_one_half('ts-mls'), /ours refuses: bad_confirmation_tag/);
    await (await commit_in_one_half('core-crypto'))();   // ours and core-crypto agree on it
  },
  'ts-mls compares whole lists of unmerged leaves when it joins (12.4.3.1)': async (hosts) => {
    const [a, b, c, d, e] = await group_of(hosts, Array(5).fill('ours'));
    await everybody([c, d, e], (await a.commit({ remove: [b.identity], ...public_ })).message);
    const again = await hosts.ours.member('again', wire_identity(7, 1));
    const added = await a.commit({ add: [await again.key_package()], path: false, ...public_ });
    await everybody([c, d, e], added.message);
    await again.join(added.welcome);
    // now leaf 1 is unmerged below the root, and the update of leaf 4 makes it merged at the root
    await everybody([a, again, c, d], (await e.commit(public_)).message);
    const theirs = await hosts['ts-mls'].member('theirs', wire_identity(8, 1));
    const ours = await hosts.ours.member('ours', wire_identity(9, 1));
    const { welcome } = await e.commit({ add: [await ours.key_package(), await theirs.key_package()], ...public_ });
    await ours.join(welcome);
    await refused(() => theirs.join(welcome), /must list leaf node in its unmerged_leaves/);
  },
  'ts-mls does not see that it was removed when its leaf is taken again at once (12.4.2)': async (hosts) => {
    const [ours, theirs] = await group_of(hosts, ['ours', 'ts-mls', 'ours']);
    const other = await hosts.ours.member('other', wire_identity(7, 1));
    const { message } = await ours.commit({ remove: [theirs.identity], add: [await other.key_package()], ...public_ });
    await refused(() => theirs.process(message), /No overlap between provided private keys/);
  },
  'ts-mls makes key packages that never end, which ours does not add (7.2)': async (hosts) => {
    const [ours] = await group_of(hosts, ['ours', 'ours']);
    const cs = (await hosts['ts-mls'].member('x', 'x')).cs;
    const credential = { credentialType: 'basic', identity: new Uint8Array(3) };
    const { publicPackage } = await mls.generateKeyPackage(credential, mls.defaultCapabilities(), mls.defaultLifetime, [], cs);
    const key_package = mls.encodeMlsMessage({ version: 'mls10', wireformat: 'mls_key_package', keyPackage: publicPackage });
    await refused(() => ours.commit({ add: [key_package] }), /ours refuses: bad_lifetime/);
  },
  'ts-mls forgets the PSKs in processMessage for a PrivateMessage (12.4.2)': async (hosts) => {
    const [ours, theirs] = await group_of(hosts, ['ours', 'ts-mls']);
    const id = Uint8Array.of(1);
    for (const member of [ours, theirs]) await member.keep_psk(id, new Uint8Array(32));
    const { message } = await ours.commit({ psks: [id] });
    const [decoded] = mls.decodeMlsMessage(message, 0);
    await refused(() => mls.processMessage(decoded, theirs.state, theirs.psk_index(), mls.acceptAll, theirs.cs), /Could not find pskId/);
    await theirs.process(message);
  },
  'core-crypto reckons with the leaf that it removes when it comes back elsewhere (12.4.2, 12.4.3.2)': async (hosts) => {
    const [a, b, c, theirs] = await group_of(hosts, ['ours', 'ours', 'ours', 'core-crypto']);
    await everybody([b, theirs], (await a.commit({ remove: [c.identity], ...public_ })).message);
    const commit = await theirs.join_external(await a.group_info(), { resync: true });
    await refused(() => b.process(commit), /ours refuses: bad_path/);
  },
  'core-crypto checks a late message with the key that is in that leaf now (6.1)': async (hosts) => {
    const [ours, gone, theirs] = await group_of(hosts, ['ours', 'ours', 'core-crypto']);
    const late = await gone.encrypt(Uint8Array.of(1));
    const other = await hosts.ours.member('other', wire_identity(7, 1));
    const { message } = await ours.commit({ remove: [gone.identity], add: [await other.key_package()], ...public_ });
    await theirs.process(message);
    await ours.process(late);
    await refused(() => theirs.process(late), /signature is invalid/);
  },
  'core-crypto takes a GroupInfo only without the header of an MLSMessage (6)': async (hosts) => {
    const [ours] = await group_of(hosts, ['ours', 'ours']);
    const theirs = await hosts['core-crypto'].member('theirs', wire_identity(7, 1));
    const { group_info } = await ours.group_info();
    await refused(() => theirs.join_external({ group_info: Uint8Array.of(0, 1, 0, 4, ...group_info) }), /core-crypto refuses/);
    await theirs.join_external({ group_info });
  },
  'core-crypto takes no handshake in a PrivateMessage (6)': async (hosts) => {
    const [ours, theirs] = await group_of(hosts, ['ours', 'core-crypto']);
    const { message } = await ours.commit({ format: 'private' });
    await refused(() => theirs.process(message), /wire format is incompatible/);
  },
  'core-crypto cannot read a key package of last resort (draft-ietf-mls-extensions)': async (hosts) => {
    const [theirs] = await group_of(hosts, ['core-crypto', 'core-crypto']);
    const ours = await hosts.ours.member('ours', wire_identity(7, 1));
    const key_package = await ours.key_package(true);
    await refused(() => theirs.commit({ add: [key_package] }), /InvalidVectorLength/);
  },
  'groups of core-crypto want leaves that list x509, which ours do not outside of tests (11.1)': async (hosts) => {
    const theirs = await hosts['core-crypto'].member('theirs', wire_identity(1, 1));
    const ours = await hosts.ours.member('ours', wire_identity(2, 1));
    await theirs.create(new Uint8Array(16));
    const key_package = await ours.key_package();
    await refused(() => theirs.commit({ add: [key_package] }), /Credentials are not acceptable/);
  },
};

export async function run_differences(peer_program) {
  const sum = { passed: 0, failed: 0 };
  for (const [name, show] of Object.entries(differences)) {
    const ours = new OursHost(peer_program, name);
    const hosts = { ours, 'ts-mls': await TsMlsHost.start(), 'core-crypto': await CoreCryptoHost.start() };
    try {
      await show(hosts);
      sum.passed += 1;
      console.log(`ok     known: ${name}`);
    } catch (error) {
      sum.failed += 1;
      console.log(`FAILED known: ${name}: ${error.message}`);
    }
    for (const host of Object.values(hosts)) await host.close();
  }
  return sum;
}
