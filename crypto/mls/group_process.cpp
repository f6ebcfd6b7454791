// Following what others send (RFC 9420 12.4.2, 6.3): application messages, proposals, commits.
#include <algorithm>

#include "crypto/mls/group_epoch.h"
#include "crypto/mls/labels.h"
#include "crypto/mls/message.h"
#include "crypto/mls/transcript.h"
#include "crypto/mls/tree_validation.h"

namespace bredvid::mls {
namespace {

using Refused = std::unexpected<CryptoError>;

struct Surroundings {
  const PskLookup& psk_lookup;
  const CommitPolicy& policy;
};

Result<void> check_epoch(const GroupState& state, ByteView group_id, std::uint64_t epoch) {
  if (!equal_public(group_id, state.context.group_id)) return Refused(CryptoError::wrong_group);
  if (epoch < state.context.epoch) return Refused(CryptoError::past_epoch);
  if (epoch > state.context.epoch) return Refused(CryptoError::future_epoch);
  return {};
}

// Who signed a public message: a member, or for an external commit the leaf in its path.
Result<Bytes> public_signature_key(const GroupState& state, const FramedContent& content) {
  if (content.sender.type == SenderType::member) {
    const LeafNode* leaf = state.tree.leaf({content.sender.index});
    if (leaf == nullptr) return Refused(CryptoError::unknown_sender);
    if (LeafIndex{content.sender.index} == state.own_leaf) return Refused(CryptoError::own_message);
    return leaf->signature_key;
  }
  const auto* commit = std::get_if<Commit>(&content.content);
  if (content.sender.type == SenderType::new_member_commit) {
    if (commit == nullptr) return Refused(CryptoError::malformed);
    if (!commit->path) return Refused(CryptoError::bad_path);
    return commit->path->leaf_node.signature_key;
  }
  return Refused(CryptoError::external_proposal_unsupported);
}

Result<AuthenticatedContent> open_public(const GroupState& state, PublicMessage message) {
  BREDVID_CHECK(check_epoch(state, message.content.group_id, message.content.epoch));
  const Bytes context = tls::encode(state.context);
  BREDVID_TRY(content, unprotect_public(std::move(message), state.secrets.membership_key, context));
  BREDVID_TRY(signature_key, public_signature_key(state, content.content));
  BREDVID_CHECK(verify_content(content, context, signature_key));
  return std::move(content);
}

Result<OpenedPrivate> open_present(GroupState& state, const PrivateMessage& message) {
  BREDVID_CHECK(check_epoch(state, message.group_id, message.epoch));
  const auto lookup = [&](LeafIndex index) -> const Bytes* {
    const LeafNode* leaf = state.tree.leaf(index);
    return leaf == nullptr ? nullptr : &leaf->signature_key;
  };
  return open_private(message, state.own_leaf, lookup,
                      {state.secret_tree, state.secrets.sender_data, tls::encode(state.context)});
}

ApplicationMessage to_application(AuthenticatedContent content, Member sender) {
  return {content.content.epoch, std::move(sender), std::move(std::get<ApplicationData>(content.content.content).data),
          std::move(content.content.authenticated_data)};
}

// A late application message of an epoch that is still remembered.
Result<Processed> open_past(GroupState& state, const PrivateMessage& message) {
  const auto found = std::find_if(state.past.begin(), state.past.end(),
                                  [&](const PastEpoch& past) { return past.epoch == message.epoch; });
  if (found == state.past.end() || message.type != ContentType::application) {
    return Refused(CryptoError::past_epoch);
  }
  const auto member = [&](LeafIndex index) {
    return std::find_if(found->members.begin(), found->members.end(),
                        [&](const Member& candidate) { return candidate.leaf == index; });
  };
  const auto lookup = [&](LeafIndex index) -> const Bytes* {
    const auto sender = member(index);
    return sender == found->members.end() ? nullptr : &sender->signature_key;
  };
  BREDVID_TRY(content, unprotect_private(message, found->own_leaf, lookup,
                                         {found->secret_tree, found->sender_data_secret, found->encoded_context}));
  Member sender = *member({content.content.sender.index});
  return to_application(std::move(content), std::move(sender));
}

// A handshake message that was opened, while nothing has moved yet.
struct OpenedHandshake {
  AuthenticatedContent content;
  std::optional<OpenedPrivate> opened;  // its ratchet, when the message was private

  void spend(SecretTree& secret_tree) {
    if (opened) opened->spend(secret_tree);
  }
};

// Keeps a proposal for the commit that will refer to it. What it may do is decided when it is committed.
Result<Processed> store_proposal(GroupState& state, OpenedHandshake& handshake) {
  if (state.proposals.size() >= kMaxStoredProposals) return Refused(CryptoError::bad_proposals);
  const Proposal& proposal = std::get<Proposal>(handshake.content.content.content);
  if (std::holds_alternative<ReInit>(proposal.body)) return Refused(CryptoError::reinit_unsupported);
  const LeafIndex sender{handshake.content.content.sender.index};
  keep_proposal(state, {proposal_ref(tls::encode(handshake.content)), sender, proposal});
  handshake.spend(state.secret_tree);
  return ProposalStored{member_at(state.tree, sender), proposal.type()};
}

Result<std::vector<ResolvedProposal>> resolve(const GroupState& state, const Commit& commit,
                                              std::optional<LeafIndex> committer) {
  std::vector<ResolvedProposal> list;
  for (const ProposalOrRef& item : commit.proposals) {
    if (const auto* proposal = std::get_if<Proposal>(&item.value)) {
      list.push_back({*proposal, committer});
      continue;
    }
    const Bytes& reference = std::get<ProposalReference>(item.value).hash;
    const auto found = std::find_if(state.proposals.begin(), state.proposals.end(),
                                    [&](const StoredProposal& stored) { return stored.reference == reference; });
    if (found == state.proposals.end()) return Refused(CryptoError::unknown_proposal);
    list.push_back({found->proposal, found->sender, true});
  }
  return list;
}

// A committer's new leaf obeys the rules of an Update (7.5): another key, the same credential.
Result<void> check_renewed_leaf(const RatchetTree& tree, LeafIndex committer, const LeafNode& fresh) {
  const LeafNode* before = tree.leaf(committer);
  if (before == nullptr) return Refused(CryptoError::unknown_sender);
  if (before->encryption_key == fresh.encryption_key) return Refused(CryptoError::bad_path);
  if (before->credential != fresh.credential) return Refused(CryptoError::bad_leaf_node);
  return {};
}

struct FollowedTree {
  AppliedProposals applied;
  LeafIndex committer;
  bool external = false;
  bool self_removed = false;
};

// An Update of ours that somebody has committed: its key is our leaf's from now on.
Result<void> adopt_own_update(const GroupState& now, GroupState& next, const std::vector<LeafIndex>& updated) {
  if (std::find(updated.begin(), updated.end(), now.own_leaf) == updated.end()) return {};
  const auto found = std::find_if(now.own_updates.begin(), now.own_updates.end(), [&](const OwnUpdate& update) {
    return update.key.public_key == next.tree.leaf(now.own_leaf)->encryption_key;
  });
  if (found == now.own_updates.end()) return Refused(CryptoError::bad_proposals);
  next.tree_private.set(node_of(now.own_leaf), found->key.clone());
  return {};
}

// Proposals and path's public half, on `next`'s tree and context.
Result<FollowedTree> follow_tree(const GroupState& now, GroupState& next, const AuthenticatedContent& content) {
  const Commit& commit = std::get<Commit>(content.content.content);
  FollowedTree made;
  made.external = content.content.sender.type == SenderType::new_member_commit;
  std::optional<LeafIndex> committer;
  if (!made.external) committer = LeafIndex{content.content.sender.index};
  BREDVID_TRY(list, resolve(now, commit, committer));
  BREDVID_TRY(applied, apply_proposals(next.tree, next.context, list, committer));
  made.applied = std::move(applied);
  if (made.applied.path_required && !commit.path) return Refused(CryptoError::bad_path);
  if (made.external) {
    BREDVID_TRY(joined_at, next.tree.free_leaf());
    committer = joined_at;
  }
  made.committer = *committer;
  made.self_removed = std::any_of(made.applied.removed.begin(), made.applied.removed.end(),
                                  [&](const Member& member) { return member.leaf == now.own_leaf; });
  if (!made.self_removed) BREDVID_CHECK(adopt_own_update(now, next, made.applied.updated));
  if (commit.path) {
    // A joiner that replaces a device meets the rules of an Update of that leaf (12.2): another key.
    const auto& gone = made.applied.removed_keys;
    if (made.external && std::find(gone.begin(), gone.end(), commit.path->leaf_node.encryption_key) != gone.end()) {
      return Refused(CryptoError::bad_path);
    }
    if (!made.external) BREDVID_CHECK(check_renewed_leaf(next.tree, made.committer, commit.path->leaf_node));
    BREDVID_CHECK(merge_path(next.tree, {next.context.group_id, made.committer}, *commit.path, made.applied.added));
  }
  BREDVID_CHECK(check_new_tree(next.tree, next.context.extensions));
  next.context.epoch += 1;
  next.context.tree_hash = next.tree.root_hash();
  return made;
}

// The secrets of the new epoch (12.4.2 from "decrypt the path secrets" on).
Result<void> follow_secrets(const GroupState& before, GroupState& next, const AuthenticatedContent& content,
                            const FollowedTree& tree, const SecretBytes& psk) {
  const Commit& commit = std::get<Commit>(content.content.content);
  SecretBytes commit_secret(crypto::kHashSize);
  if (commit.path) {
    BREDVID_TRY(decrypted, decrypt_path(next.tree, next.tree_private, next.own_leaf, tree.committer, *commit.path,
                                        tree.applied.added, tls::encode(next.context)));
    commit_secret = std::move(decrypted);
  }
  next.tree_private.prune(next.tree);
  SecretBytes init = before.secrets.init.clone();
  if (tree.applied.external_init) {
    BREDVID_TRY(opened, open_external_init(*tree.applied.external_init, before.secrets.external));
    init = std::move(opened);
  }
  next.context.confirmed_transcript_hash = confirmed_transcript_hash(before.interim_transcript_hash, content);
  (void)begin_epoch(next, {init, commit_secret, psk});
  if (!equal_constant_time(next.confirmation_tag, content.auth.confirmation_tag)) {
    return Refused(CryptoError::bad_confirmation_tag);
  }
  return {};
}

// Everything happens on the next epoch's state; the present one gives up its message keys only when all is well.
Result<CommitApplied> follow_commit(std::unique_ptr<GroupState>& group, OpenedHandshake& handshake,
                                    const Surroundings& around) {
  GroupState& now = *group;
  auto next = std::make_unique<GroupState>(now.clone_for_next_epoch());
  BREDVID_TRY(tree, follow_tree(now, *next, handshake.content));
  CommitApplied effect = describe_commit(*next, tree.applied, tree.committer, tree.external);
  if (tree.self_removed) {
    // The new secrets are not for us, so this is as far as it can be checked.
    effect.self_removed = true;
    if (around.policy && !around.policy(effect)) return Refused(CryptoError::refused_by_policy);
    now.end();
    return effect;
  }
  BREDVID_TRY(psks, find_psks(tree.applied.psks, around.psk_lookup, &now));
  BREDVID_CHECK(follow_secrets(now, *next, handshake.content, tree, psk_secret(psks)));
  if (around.policy && !around.policy(effect)) return Refused(CryptoError::refused_by_policy);
  handshake.spend(now.secret_tree);
  keep_past_epoch(now, *next);
  group = std::move(next);
  return effect;
}

Result<OpenedHandshake> open_handshake(GroupState& state, MlsMessage& message) {
  if (auto* as_public = std::get_if<PublicMessage>(&message.body)) {
    BREDVID_TRY(content, open_public(state, std::move(*as_public)));
    return OpenedHandshake{std::move(content), std::nullopt};
  }
  const auto* as_private = std::get_if<PrivateMessage>(&message.body);
  if (as_private == nullptr) return Refused(CryptoError::malformed);
  BREDVID_TRY(opened, open_present(state, *as_private));
  OpenedHandshake handshake{std::move(opened.content), std::nullopt};
  handshake.opened = std::move(opened);
  return handshake;
}

Result<Processed> process_application(GroupState& state, const PrivateMessage& message) {
  if (equal_public(message.group_id, state.context.group_id) && message.epoch < state.context.epoch) {
    return open_past(state, message);
  }
  BREDVID_TRY(opened, open_present(state, message));
  opened.spend(state.secret_tree);
  return to_application(std::move(opened.content), member_at(state.tree, opened.sender));
}

}  // namespace

Result<Processed> Group::process(ByteView message, const PskLookup& psk_lookup, const CommitPolicy& policy) {
  if (state_->removed) return Refused(CryptoError::removed);
  BREDVID_TRY(decoded, tls::decode<MlsMessage>(message));
  const auto* as_private = std::get_if<PrivateMessage>(&decoded.body);
  if (as_private != nullptr && as_private->type == ContentType::application) {
    return process_application(*state_, *as_private);
  }
  BREDVID_TRY(handshake, open_handshake(*state_, decoded));
  if (content_type(handshake.content.content.content) == ContentType::proposal) {
    return store_proposal(*state_, handshake);
  }
  BREDVID_TRY(effect, follow_commit(state_, handshake, {psk_lookup, policy}));
  return std::move(effect);
}

}  // namespace bredvid::mls
