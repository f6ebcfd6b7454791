#include "crypto/mls/group_epoch.h"

#include <algorithm>

#include "crypto/mls/message.h"
#include "crypto/mls/transcript.h"

namespace bredvid::mls {
namespace {

void enter(GroupState& next, EpochSecrets secrets) {
  next.secrets = std::move(secrets);
  next.secret_tree = SecretTree(next.secrets.encryption, next.tree.leaf_count());
  next.secrets.encryption = SecretBytes();
  next.confirmation_tag = confirmation_tag(next.secrets.confirmation_key, next.context.confirmed_transcript_hash);
  next.interim_transcript_hash = interim_transcript_hash(next.context.confirmed_transcript_hash, next.confirmation_tag);
}

// The resumption PSK of an epoch of this group that is still known.
const SecretBytes* find_resumption(const GroupState& state, const PreSharedKeyId& id) {
  if (id.psk_group_id != state.context.group_id) return nullptr;
  if (id.psk_epoch == state.context.epoch) return &state.secrets.resumption_psk;
  const auto found = std::find_if(state.past.begin(), state.past.end(),
                                  [&](const PastEpoch& past) { return past.epoch == id.psk_epoch; });
  return found == state.past.end() ? nullptr : &found->resumption_psk;
}

}  // namespace

SecretBytes begin_epoch(GroupState& next, const EpochInput& input) {
  SecretBytes joiner = joiner_secret(input.init_before, input.commit_secret, tls::encode(next.context));
  begin_epoch_from_joiner(next, joiner, input.psk_secret);
  return joiner;
}

void begin_epoch_from_joiner(GroupState& next, const SecretBytes& joiner, const SecretBytes& psk_secret) {
  enter(next, epoch_secrets(joiner, psk_secret, tls::encode(next.context)));
}

void begin_first_epoch(GroupState& first, const SecretBytes& epoch_secret) {
  enter(first, epoch_secrets_from(epoch_secret));
}

void keep_past_epoch(GroupState& before, GroupState& next) {
  next.past = std::move(before.past);
  if (next.past.size() >= kPastEpochs) next.past.erase(next.past.begin());
  next.past.push_back({before.context.epoch, before.own_leaf, tls::encode(before.context),
                       before.secrets.sender_data.clone(), before.secrets.resumption_psk.clone(),
                       std::move(before.secret_tree), members_of(before.tree)});
}

Result<std::vector<Psk>> find_psks(const std::vector<PreSharedKeyId>& ids, const PskLookup& lookup,
                                   const GroupState* state) {
  std::vector<Psk> psks;
  for (const PreSharedKeyId& id : ids) {
    if (id.type == PskType::resumption) {
      BREDVID_CHECK(check_psk_usage(id));
      const SecretBytes* secret = state == nullptr ? nullptr : find_resumption(*state, id);
      if (secret == nullptr) return std::unexpected(CryptoError::missing_psk);
      psks.push_back({id, secret->clone()});
      continue;
    }
    std::optional<SecretBytes> secret;
    if (lookup) secret = lookup(id.psk_id);
    if (!secret) return std::unexpected(CryptoError::missing_psk);
    psks.push_back({id, std::move(*secret)});
  }
  return psks;
}

Result<GroupInfo> make_group_info(const GroupState& state, bool tree_beside) {
  tls::Writer external_pub;  // struct { HPKEPublicKey external_pub; } ExternalPub;
  external_pub.opaque(external_key(state.secrets.external).public_key);
  GroupInfo info{state.context, {}, state.confirmation_tag, state.own_leaf, {}};
  if (!tree_beside) info.extensions.push_back({extension_type::kRatchetTree, tls::encode(state.tree)});
  info.extensions.push_back({extension_type::kExternalPub, external_pub.take()});
  BREDVID_CHECK(sign_group_info(info, state.signature_key.seed.view()));
  return info;
}

PreSharedKeyId external_id(ByteView id) {
  PreSharedKeyId made;
  made.psk_id = to_bytes(id);
  return made;
}

PreSharedKeyId resumption_id(const GroupState& state, std::uint64_t epoch) {
  PreSharedKeyId id;
  id.type = PskType::resumption;
  id.psk_group_id = state.context.group_id;
  id.psk_epoch = epoch;
  return id;
}

GroupContextExtensions requiring(const Requirements& requirements) {
  return {{{extension_type::kRequiredCapabilities, tls::encode(RequiredCapabilities{requirements})}}};
}

void keep_proposal(GroupState& state, StoredProposal proposal) {
  const bool known = std::any_of(state.proposals.begin(), state.proposals.end(),
                                 [&](const StoredProposal& stored) { return stored.reference == proposal.reference; });
  if (!known) state.proposals.push_back(std::move(proposal));
}

FramedContent framed(const GroupState& state, Content content) {
  return {
      state.context.group_id, state.context.epoch, {SenderType::member, state.own_leaf.value}, {}, std::move(content)};
}

Result<Bytes> protect_handshake(GroupState& state, AuthenticatedContent content, HandshakeFormat format,
                                Random& random) {
  const Bytes context = tls::encode(state.context);
  if (format == HandshakeFormat::public_message) {
    BREDVID_TRY(message, protect_public(std::move(content), state.secrets.membership_key, context));
    return encode_message(std::move(message));
  }
  BREDVID_TRY(message, protect_private(content, 0, {state.secret_tree, state.secrets.sender_data, context}, random));
  return encode_message(std::move(message));
}

std::vector<Member> members_of(const RatchetTree& tree) {
  std::vector<Member> members;
  for (LeafIndex index : tree.members()) members.push_back(member_at(tree, index));
  return members;
}

LeafNode leaf_template(const OwnIdentity& own) {
  LeafNode leaf;
  leaf.signature_key = own.signature_key.public_key;
  leaf.credential.identity = own.identity;
  leaf.capabilities = own_capabilities();
  return leaf;
}

CommitApplied describe_commit(const GroupState& next, const AppliedProposals& applied, LeafIndex committer,
                              bool external) {
  CommitApplied effect;
  effect.epoch = next.context.epoch;
  effect.external = external;
  effect.committer = member_at(next.tree, committer);
  for (LeafIndex index : applied.added) effect.added.push_back(member_at(next.tree, index));
  if (external) effect.added.push_back(effect.committer);
  effect.removed = applied.removed;
  effect.updated = applied.updated;
  for (const PreSharedKeyId& id : applied.psks) {
    if (id.type == PskType::external) effect.psk_ids.push_back(id.psk_id);
    if (id.type == PskType::resumption) effect.resumed_epochs.push_back(id.psk_epoch);
  }
  effect.extensions_changed = applied.extensions_changed;
  return effect;
}

}  // namespace bredvid::mls
