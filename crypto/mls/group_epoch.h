// Steps that creating, joining, committing and following a commit have in common. For this folder only.
#pragma once

#include "crypto/mls/group_info.h"
#include "crypto/mls/group_state.h"
#include "crypto/mls/proposal_list.h"

namespace bredvid::mls {

// What goes into a new epoch beside its GroupContext.
struct EpochInput {
  const SecretBytes& init_before;
  const SecretBytes& commit_secret;
  const SecretBytes& psk_secret;
};

// Fills secrets, secret tree, confirmation tag and interim transcript hash of `next`, whose context is complete.
// Gives the joiner secret, for Welcomes.
[[nodiscard]] SecretBytes begin_epoch(GroupState& next, const EpochInput& input);
// The same from a joiner secret that came in a Welcome.
void begin_epoch_from_joiner(GroupState& next, const SecretBytes& joiner, const SecretBytes& psk_secret);
// The same from a random epoch secret (11).
void begin_first_epoch(GroupState& first, const SecretBytes& epoch_secret);

// Puts what late messages need of `before` into the list of past epochs of `next`.
void keep_past_epoch(GroupState& before, GroupState& next);

// The secrets of these PSKs in their order; `state` is null when joining. Errors: missing_psk,
// reinit_unsupported, branching_unsupported.
[[nodiscard]] Result<std::vector<Psk>> find_psks(const std::vector<PreSharedKeyId>& ids, const PskLookup& lookup,
                                                 const GroupState* state);

// With external_pub, and ratchet_tree unless it is given beside; signed by us.
[[nodiscard]] Result<GroupInfo> make_group_info(const GroupState& state, bool tree_beside = false);

// An external PSK and a resumption PSK of this group, still without their nonce.
[[nodiscard]] PreSharedKeyId external_id(ByteView id);
[[nodiscard]] PreSharedKeyId resumption_id(const GroupState& state, std::uint64_t epoch);

// Replaces a group's extensions by these requirements.
[[nodiscard]] GroupContextExtensions requiring(const Requirements& requirements);

// A key package that may be added now. Errors: bad_key_package and its like, bad_lifetime.
[[nodiscard]] Result<KeyPackage> usable_key_package(ByteView key_package, std::optional<std::uint64_t> now_s);

// Once, however often the same proposal is made: signatures are deterministic, so its reference is the same.
void keep_proposal(GroupState& state, StoredProposal proposal);

// Handshake content of ours in the present epoch.
[[nodiscard]] FramedContent framed(const GroupState& state, Content content);

// As an MLSMessage. A private one spends a generation of our handshake ratchet.
[[nodiscard]] Result<Bytes> protect_handshake(GroupState& state, AuthenticatedContent content, HandshakeFormat format,
                                              Random& random);

[[nodiscard]] std::vector<Member> members_of(const RatchetTree& tree);

// A leaf of ours without keys and signature.
[[nodiscard]] LeafNode leaf_template(const OwnIdentity& own);

// The effect of a commit whose proposals and path are already in `next`.
[[nodiscard]] CommitApplied describe_commit(const GroupState& next, const AppliedProposals& applied,
                                            LeafIndex committer, bool external);

}  // namespace bredvid::mls
