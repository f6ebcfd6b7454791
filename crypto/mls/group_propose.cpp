// Proposals that travel by themselves, for a later commit to refer to (RFC 9420 12.1).
#include "crypto/mls/group_epoch.h"
#include "crypto/mls/labels.h"
#include "crypto/mls/tree_validation.h"

namespace bredvid::mls {
namespace {

using Refused = std::unexpected<CryptoError>;

// One function for each request makes its proposal; `own_update` is for the one that brings a new key of ours.
struct Proposer {
  const GroupState& now;
  Random& random;
  std::optional<OwnUpdate> own_update;

  Result<Proposal> operator()(const ProposeAdd& request) {
    BREDVID_TRY(key_package, usable_key_package(request.key_package, request.now_s));
    return Proposal{Add{std::move(key_package)}};
  }

  Result<Proposal> operator()(const ProposeUpdate&) {
    crypto::KemKey key = crypto::kem_make_key(random);
    LeafNode leaf = *now.tree.leaf(now.own_leaf);
    leaf.encryption_key = key.public_key;
    leaf.source = LeafNodeSource::update;
    BREDVID_CHECK(sign_leaf(leaf, {now.context.group_id, now.own_leaf}, now.signature_key.seed.view()));
    own_update = OwnUpdate{std::move(key)};
    return Proposal{Update{std::move(leaf)}};
  }

  Result<Proposal> operator()(const ProposeRemove& request) {
    if (now.tree.leaf(request.leaf) == nullptr) return Refused(CryptoError::bad_proposals);
    return Proposal{Remove{request.leaf}};
  }

  Result<Proposal> operator()(const ProposePsk& request) {
    PreSharedKeyId id = external_id(request.id);
    id.psk_nonce = random.bytes(crypto::kHashSize);
    return Proposal{PreSharedKey{std::move(id)}};
  }

  Result<Proposal> operator()(const ProposeResumption& request) {
    PreSharedKeyId id = resumption_id(now, request.epoch);
    BREDVID_CHECK(find_psks({id}, {}, &now));
    id.psk_nonce = random.bytes(crypto::kHashSize);
    return Proposal{PreSharedKey{std::move(id)}};
  }

  Result<Proposal> operator()(const ProposeRequirements& request) {
    GroupContextExtensions change = requiring(request.requirements);
    BREDVID_CHECK(check_leaves(now.tree, change.extensions));
    return Proposal{std::move(change)};
  }
};

}  // namespace

Result<Bytes> Group::propose(const ProposalRequest& request, Random& random, HandshakeFormat format) {
  GroupState& now = *state_;
  if (now.removed) return Refused(CryptoError::removed);
  if (now.proposals.size() >= kMaxStoredProposals) return Refused(CryptoError::bad_proposals);
  Proposer proposer{now, random, std::nullopt};
  BREDVID_TRY(proposal, std::visit(proposer, request));
  const std::uint16_t wire_format =
      format == HandshakeFormat::private_message ? kWirePrivateMessage : kWirePublicMessage;
  BREDVID_TRY(content, sign_content(wire_format, framed(now, proposal), tls::encode(now.context),
                                    now.signature_key.seed.view()));
  Bytes reference = proposal_ref(tls::encode(content));
  // Last, since this spends a key of the present epoch.
  BREDVID_TRY(message, protect_handshake(now, std::move(content), format, random));
  keep_proposal(now, {std::move(reference), now.own_leaf, std::move(proposal)});
  if (proposer.own_update) now.own_updates.push_back(std::move(*proposer.own_update));
  return std::move(message);
}

}  // namespace bredvid::mls
