// Members that run ts-mls. Where ts-mls differs from RFC 9420, or leaves something to its caller, the comment says so.
import * as mls from 'ts-mls';
import { createGroupInfo } from 'ts-mls/createCommit.js';
import { makeKeyPackageRef } from 'ts-mls/keyPackage.js';
import { signLeafNodeCommit } from 'ts-mls/leafNode.js';
import { ratchetTreeEncoder, decodeRatchetTree } from 'ts-mls/ratchetTree.js';
import { encode } from 'ts-mls/codec/tlsEncoder.js';
import { exporter, hex, text_of, utf8 } from './bytes.mjs';

const suite = 'MLS_128_DHKEMX25519_CHACHA20POLY1305_SHA256_Ed25519';
const key_size = 32;
// ts-mls's own default never ends; ours refuses to add key packages that are good for more than kMaxLifetimeS (7.2).
const lifetime = () => {
  const now = BigInt(Math.floor(Date.now() / 1000));
  return { notBefore: now - 3600n, notAfter: now + 28n * 86_400n };
};
const message = (wireformat, field, value) => mls.encodeMlsMessage({ version: 'mls10', wireformat, [field]: value });

function decoded(bytes) {
  const [value, read] = mls.decodeMlsMessage(bytes, 0) ?? [];
  if (value === undefined || read !== bytes.length) throw new Error('ts-mls: not an MLSMessage');
  return value;
}

// ts-mls writes and reads the key in external_pub without its length; RFC 9420 12.4.3.2 has a vector there.
const with_length = (key) => Uint8Array.of(key.length, ...key);
function strict_external_pub(cs) {
  const importPublicKey = (key) => cs.hpke.importPublicKey(key.length === key_size + 1 && key[0] === key_size ? key.subarray(1) : key);
  return { ...cs, hpke: { ...cs.hpke, importPublicKey } };
}

export class TsMlsHost {
  static async start() {
    const made = new TsMlsHost();
    made.cs = await mls.getCiphersuiteImpl(mls.getCiphersuiteFromName(suite), mls.nobleCryptoProvider);
    return made;
  }
  async member(name, identity) { return new TsMlsMember(this.cs, name, identity); }
  async close() {}
}

class TsMlsMember {
  kind = 'ts-mls';
  // It does not see that it was removed when somebody else gets its leaf in the same commit.
  can = { miss_its_replacement: true, psk: true, resumption: true, tree_beside: true, aad: true, resync: true,
    quiet_with_proposals: true, proposals: ['add', 'update', 'remove', 'psk', 'resumption'] };

  constructor(cs, name, identity) {
    Object.assign(this, { cs, name, identity, packages: [], psks: {}, state: undefined, update: undefined });
  }

  async fresh_package() {
    const credential = { credentialType: 'basic', identity: utf8(this.identity) };
    return mls.generateKeyPackage(credential, mls.defaultCapabilities(), lifetime(), [], this.cs);
  }

  async create(group_id) {
    const { publicPackage, privatePackage } = await this.fresh_package();
    this.state = await mls.createGroup(group_id, publicPackage, privatePackage, [], this.cs);
  }

  async key_package() {
    const made = await this.fresh_package();
    this.packages.push(made);
    return message('mls_key_package', 'keyPackage', made.publicPackage);
  }

  async keep_psk(id, secret) { this.psks[mls.bytesToBase64(id)] = secret; }
  psk_index() { return mls.makePskIndex(this.state, this.psks); }

  async join(bytes, tree) {
    const { welcome } = decoded(bytes);
    const wanted = new Set(welcome.secrets.map((s) => hex(s.newMember)));
    for (const { publicPackage, privatePackage } of this.packages) {
      if (!wanted.has(hex(await makeKeyPackageRef(publicPackage, this.cs.hash)))) continue;
      const beside = tree && decodeRatchetTree(tree, 0)[0];
      this.state = await mls.joinGroup(welcome, publicPackage, privatePackage, mls.makePskIndex(undefined, this.psks), this.cs, beside);
      this.packages = [];
      return;
    }
    throw new Error('ts-mls: a Welcome for somebody else');
  }

  // ts-mls finds its former leaf by the signature key, which is therefore kept for a resync.
  async join_external({ group_info }, { resync = false, wins = true } = {}) {
    const { publicPackage, privatePackage } = resync ? await this.package_with_own_key() : await this.fresh_package();
    const { publicMessage, newState } = await mls.joinGroupExternal(decoded(group_info).groupInfo, publicPackage, privatePackage,
      resync, strict_external_pub(this.cs));
    if (wins) this.state = newState;
    return message('mls_public_message', 'publicMessage', publicMessage);
  }

  async package_with_own_key() {
    const keys = { signKey: this.state.signaturePrivateKey, publicKey: this.own_leaf().signaturePublicKey };
    const credential = { credentialType: 'basic', identity: utf8(this.identity) };
    return mls.generateKeyPackageWithKey(credential, mls.defaultCapabilities(), lifetime(), [], keys, this.cs);
  }

  own_leaf() { return this.state.ratchetTree[this.state.privatePath.leafIndex * 2].leaf; }
  leaf_of(identity) {
    return this.state.ratchetTree.findIndex((n) => n?.nodeType === 'leaf' && text_of(n.leaf.credential.identity) === identity) / 2;
  }

  proposal({ kind, key_package, identity, psk, epoch }) {
    const pskNonce = this.cs.rng.randomBytes(this.cs.kdf.size);
    const psk_with = (info) => ({ proposalType: 'psk', psk: { preSharedKeyId: { ...info, pskNonce } } });
    const pskGroupId = this.state.groupContext.groupId;
    switch (kind) {
      case 'add': return { proposalType: 'add', add: { keyPackage: decoded(key_package).keyPackage } };
      case 'remove': return { proposalType: 'remove', remove: { removed: this.leaf_of(identity) } };
      case 'psk': return psk_with({ psktype: 'external', pskId: psk });
      case 'resumption': return psk_with({ psktype: 'resumption', usage: 'application', pskGroupId, pskEpoch: BigInt(epoch) });
      default: throw new Error(`ts-mls cannot propose ${kind}`);
    }
  }

  async commit({ add = [], remove = [], psks = [], resumed = [], tree_beside = false, format = 'private', wins = true }) {
    const extraProposals = [...add.map((key_package) => this.proposal({ kind: 'add', key_package })),
      ...remove.map((identity) => this.proposal({ kind: 'remove', identity })), ...psks.map((psk) => this.proposal({ kind: 'psk', psk })),
      ...resumed.map((epoch) => this.proposal({ kind: 'resumption', epoch }))];
    const made = await mls.createCommit({ state: this.state, cipherSuite: this.cs, pskIndex: this.psk_index() },
      { wireAsPublicMessage: format === 'public', extraProposals, ratchetTreeExtension: !tree_beside });
    if (wins) { this.state = made.newState; this.update = undefined; }
    const tree = tree_beside ? encode(ratchetTreeEncoder)(made.newState.ratchetTree) : undefined;
    return { message: mls.encodeMlsMessage(made.commit), welcome: made.welcome && message('mls_welcome', 'welcome', made.welcome), tree };
  }

  async propose(what, format) {
    const proposal = what.kind === 'update' ? await this.update_proposal() : this.proposal(what);
    const made = await mls.createProposal(this.state, format === 'public', proposal, this.cs);
    this.state = made.newState;
    return mls.encodeMlsMessage(made.message);
  }

  // ts-mls can send any Update but makes no leaf for it and keeps no key: both are done here, with its own functions.
  async update_proposal() {
    const { publicKey, privateKey } = await this.cs.hpke.generateKeyPair();
    const { privatePath, groupContext, signaturePrivateKey } = this.state;
    const { credential, capabilities, extensions, signaturePublicKey } = this.own_leaf();
    const unsigned = { leafNodeSource: 'update', hpkePublicKey: await this.cs.hpke.exportPublicKey(publicKey), signaturePublicKey,
      credential, capabilities, extensions, groupId: groupContext.groupId, leafIndex: privatePath.leafIndex };
    this.update = await this.cs.hpke.exportPrivateKey(privateKey);
    return { proposalType: 'update', update: { leafNode: await signLeafNodeCommit(unsigned, signaturePrivateKey, this.cs.signature) } };
  }

  async process(bytes) {
    const { wireformat, publicMessage, privateMessage } = decoded(bytes);
    // The state goes in with a copy of its keys, since `seen` may put the key of our own Update into it.
    const { privatePath } = this.state;
    const state = { ...this.state, privatePath: { ...privatePath, privateKeys: { ...privatePath.privateKeys } } };
    let kind = 'application';
    const seen = (incoming) => {
      kind = incoming.kind;
      const own = incoming.proposals?.some((p) => p.proposal.proposalType === 'update' && p.senderLeafIndex === privatePath.leafIndex);
      if (own) state.privatePath.privateKeys[privatePath.leafIndex * 2] = this.update;
      return 'accept';
    };
    const result = wireformat === 'mls_public_message'
      ? await mls.processPublicMessage(state, publicMessage, this.psk_index(), this.cs, seen)
      : await mls.processPrivateMessage(state, privateMessage, this.psk_index(), this.cs, seen);
    this.state = result.newState;
    if (kind === 'commit') this.update = undefined;
    return { kind, data: result.message, gone: this.state.groupActiveState.kind === 'removedFromGroup' };
  }

  async encrypt(data, aad) {
    const made = await mls.createApplicationMessage(this.state, data, this.cs, aad);
    this.state = made.newState;
    return message('mls_private_message', 'privateMessage', made.privateMessage);
  }

  has_group_info() { return true; }
  async group_info() {
    const { groupContext, confirmationTag, keySchedule, ratchetTree } = this.state;
    const { publicKey } = await this.cs.hpke.deriveKeyPair(keySchedule.externalSecret);
    const extensions = [{ extensionType: 'external_pub', extensionData: with_length(await this.cs.hpke.exportPublicKey(publicKey)) },
      { extensionType: 'ratchet_tree', extensionData: encode(ratchetTreeEncoder)(ratchetTree) }];
    const info = await createGroupInfo(groupContext, confirmationTag, this.state, extensions, this.cs);
    return { group_info: message('mls_group_info', 'groupInfo', info) };
  }

  async view() {
    const { groupContext, keySchedule, ratchetTree } = this.state;
    const exported = await mls.mlsExporter(keySchedule.exporterSecret, exporter.label, exporter.context, exporter.size, this.cs);
    return { epoch: Number(groupContext.epoch), authenticator: hex(keySchedule.epochAuthenticator), exported: hex(exported),
      members: ratchetTree.filter((n) => n?.nodeType === 'leaf').map((n) => text_of(n.leaf.credential.identity)) };
  }

  async leave() { Object.assign(this, { state: undefined, update: undefined }); }
}
