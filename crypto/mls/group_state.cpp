#include "crypto/mls/group_state.h"

#include <array>

#include "crypto/mls/proposal_list.h"

namespace bredvid::mls {
namespace {

constexpr std::size_t kSecretCount = 9;

// The order is part of the stored form: do not change.
template <typename Secrets>
auto all_secrets(Secrets& secrets) {
  return std::array<decltype(&secrets.init), kSecretCount>{
      &secrets.sender_data,    &secrets.encryption,          &secrets.exporter,
      &secrets.external,       &secrets.confirmation_key,    &secrets.membership_key,
      &secrets.resumption_psk, &secrets.epoch_authenticator, &secrets.init};
}

void encode_member(tls::Writer& writer, const Member& member) {
  writer.u32(member.leaf.value);
  writer.opaque(member.identity);
  writer.opaque(member.signature_key);
}

Member decode_member(tls::Reader& reader) {
  const LeafIndex leaf{reader.u32()};
  Bytes identity = reader.opaque();
  return {leaf, std::move(identity), reader.opaque()};
}

std::vector<StoredProposal> decode_proposals(tls::Reader& reader) {
  std::vector<StoredProposal> proposals;
  reader.vector(
      [&](tls::Reader& inner) {
        Bytes reference = inner.opaque();
        const LeafIndex sender{inner.u32()};
        if (proposals.size() >= kMaxStoredProposals) inner.fail(CryptoError::too_large);
        proposals.push_back({std::move(reference), sender, Proposal::decode(inner)});
      },
      tls::kMaxVarint);
  return proposals;
}

std::vector<OwnUpdate> decode_own_updates(tls::Reader& reader) {
  std::vector<OwnUpdate> updates;
  reader.vector([&](tls::Reader& inner) {
    SecretBytes private_key(inner.fixed(crypto::kKemKeySize));
    auto public_key = crypto::x25519_public(private_key.view());
    if (!public_key || updates.size() >= kMaxStoredProposals) return inner.fail(CryptoError::malformed);
    updates.push_back({{std::move(private_key), std::move(*public_key)}});
  });
  return updates;
}

}  // namespace

PastEpoch PastEpoch::clone() const {
  return {epoch,  own_leaf, encoded_context, sender_data_secret.clone(), resumption_psk.clone(), secret_tree.clone(),
          members};
}

void PastEpoch::encode(tls::Writer& writer) const {
  writer.u64(epoch);
  writer.u32(own_leaf.value);
  writer.opaque(encoded_context);
  writer.opaque(sender_data_secret);
  writer.opaque(resumption_psk);
  secret_tree.encode(writer);
  writer.vector([&](tls::Writer& inner) {
    for (const Member& member : members) encode_member(inner, member);
  });
}

PastEpoch PastEpoch::decode(tls::Reader& reader) {
  PastEpoch made;
  made.epoch = reader.u64();
  made.own_leaf = {reader.u32()};
  made.encoded_context = reader.opaque();
  made.sender_data_secret = reader.opaque_secret();
  made.resumption_psk = reader.opaque_secret();
  made.secret_tree = SecretTree::decode(reader);
  reader.vector([&](tls::Reader& inner) { made.members.push_back(decode_member(inner)); });
  return made;
}

GroupState GroupState::clone_for_next_epoch() const {
  GroupState copy;
  copy.context = context;
  copy.tree = tree;
  copy.own_leaf = own_leaf;
  copy.signature_key = signature_key.clone();
  copy.tree_private = tree_private.clone();
  copy.secrets = secrets.clone();
  copy.secret_tree = secret_tree.clone();
  copy.confirmation_tag = confirmation_tag;
  copy.interim_transcript_hash = interim_transcript_hash;
  copy.removed = removed;
  return copy;
}

void GroupState::end() {
  removed = true;
  tree_private = {};
  secrets = {};
  secret_tree = {};
  past.clear();
  own_updates.clear();
  proposals.clear();
}

void GroupState::encode(tls::Writer& writer) const {
  context.encode(writer);
  tree.encode(writer);
  writer.u32(own_leaf.value);
  writer.opaque(signature_key.seed);
  tree_private.encode(writer);
  for (const SecretBytes* secret : all_secrets(secrets)) writer.opaque(*secret);
  secret_tree.encode(writer);
  writer.opaque(confirmation_tag);
  writer.opaque(interim_transcript_hash);
  writer.vector_of(past);
  writer.vector([&](tls::Writer& inner) {
    for (const StoredProposal& stored : proposals) {
      inner.opaque(stored.reference);
      inner.u32(stored.sender.value);
      stored.proposal.encode(inner);
    }
  });
  writer.present(removed);
  writer.vector([&](tls::Writer& inner) {
    for (const OwnUpdate& update : own_updates) inner.fixed(update.key.private_key.view());
  });
}

GroupState GroupState::decode(tls::Reader& reader, std::uint8_t version) {
  GroupState state;
  state.context = GroupContext::decode(reader);
  state.tree = RatchetTree::decode(reader);
  state.own_leaf = {reader.u32()};
  auto key = crypto::signature_key_from_seed(reader.opaque_view());
  if (key) {
    state.signature_key = std::move(*key);
  } else {
    reader.fail(CryptoError::malformed);
  }
  state.tree_private = TreePrivate::decode(reader);
  for (SecretBytes* secret : all_secrets(state.secrets)) *secret = reader.opaque_secret(crypto::kHashSize);
  state.secret_tree = SecretTree::decode(reader);
  state.confirmation_tag = reader.opaque();
  state.interim_transcript_hash = reader.opaque();
  reader.vector(
      [&](tls::Reader& inner) {
        if (state.past.size() >= kPastEpochs) inner.fail(CryptoError::too_large);
        state.past.push_back(PastEpoch::decode(inner));
      },
      tls::kMaxVarint);
  state.proposals = decode_proposals(reader);
  state.removed = reader.present();
  if (version >= 2) state.own_updates = decode_own_updates(reader);
  return state;
}

bool GroupState::is_consistent() const {
  const LeafNode* own = tree.leaf(own_leaf);
  if (own == nullptr || own->signature_key != signature_key.public_key || context.cipher_suite != kSuite) return false;
  if (tree.root_hash() != context.tree_hash) return false;
  if (removed) return true;
  if (tree_private.find(tree, node_of(own_leaf)) == nullptr) return false;
  for (const SecretBytes* secret : all_secrets(secrets)) {
    if (secret != &secrets.encryption && secret->size() != crypto::kHashSize) return false;
  }
  for (const PastEpoch& epoch : past) {
    if (epoch.epoch >= context.epoch) return false;
  }
  return secret_tree.leaf_count() == tree.leaf_count();
}

}  // namespace bredvid::mls
