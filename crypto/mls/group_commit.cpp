// Making a commit and the Welcome that goes with it (RFC 9420 12.4.1), and merging it later.
#include "crypto/mls/group_epoch.h"
#include "crypto/mls/labels.h"
#include "crypto/mls/message.h"
#include "crypto/mls/transcript.h"

namespace bredvid::mls {
namespace {

// A commit's proposals as they will be sent, and the secrets of its PSKs.
struct Chosen {
  std::vector<ResolvedProposal> list;
  std::vector<ProposalOrRef> sent;  // of `list`, in the same order
  std::vector<Psk> psks;

  void add(Proposal proposal, LeafIndex own) {
    sent.push_back({proposal});
    list.push_back({std::move(proposal), own});
  }
};

PreSharedKey with_nonce(PreSharedKeyId id, Random& random) {
  id.psk_nonce = random.bytes(crypto::kHashSize);
  return {std::move(id)};
}

Result<void> choose_requested(const CommitRequest& request, const GroupState& now, Random& random, Chosen& chosen) {
  for (LeafIndex index : request.remove) chosen.add({Remove{index}}, now.own_leaf);
  for (const Bytes& bytes : request.add) {
    BREDVID_TRY(key_package, usable_key_package(bytes, request.now_s));
    chosen.add({Add{std::move(key_package)}}, now.own_leaf);
  }
  for (const PskInput& input : request.psks) {
    PreSharedKey psk = with_nonce(external_id(input.id), random);
    chosen.psks.push_back({psk.psk, input.secret.clone()});
    chosen.add({std::move(psk)}, now.own_leaf);
  }
  for (const std::uint64_t epoch : request.resumed_epochs) {
    PreSharedKey psk = with_nonce(resumption_id(now, epoch), random);
    BREDVID_TRY(found, find_psks({psk.psk}, {}, &now));
    chosen.psks.push_back(std::move(found.front()));
    chosen.add({std::move(psk)}, now.own_leaf);
  }
  if (request.requirements) chosen.add({requiring(*request.requirements)}, now.own_leaf);
  return {};
}

// Whether these proposals can go into one commit of ours.
bool can_apply(const GroupState& now, const std::vector<ResolvedProposal>& list) {
  RatchetTree tree = now.tree;
  GroupContext context = now.context;
  return apply_proposals(tree, context, list, now.own_leaf) && check_new_tree(tree, context.extensions);
}

// Refers to what waits in this epoch (12.4.1). A proposal that can't be applied together with the others is left out,
// so that nobody stops our commits with a bad one. Removals come first: they win over an update of the same leaf.
void choose_stored(const GroupState& now, const PskLookup& psk_lookup, Chosen& chosen) {
  for (const bool removals : {true, false}) {
    for (const StoredProposal& stored : now.proposals) {
      if (std::holds_alternative<Remove>(stored.proposal.body) != removals) continue;
      chosen.list.push_back({stored.proposal, stored.sender, true});
      const auto* psk = std::get_if<PreSharedKey>(&stored.proposal.body);
      auto found = psk == nullptr ? Result<std::vector<Psk>>{} : find_psks({psk->psk}, psk_lookup, &now);
      if (!found || !can_apply(now, chosen.list)) {
        chosen.list.pop_back();
        continue;
      }
      chosen.sent.push_back({ProposalReference{stored.reference}});
      for (Psk& secret : *found) chosen.psks.push_back(std::move(secret));
    }
  }
}

// The next epoch, as far as it is known before the commit is signed.
struct Draft {
  std::unique_ptr<GroupState> next;
  AppliedProposals applied;
  MadePath path;  // without a path: only the commit secret, all zeros
};

Result<Draft> draft_epoch(const GroupState& now, const std::vector<ResolvedProposal>& list, bool with_path,
                          Random& random) {
  Draft draft{std::make_unique<GroupState>(now.clone_for_next_epoch()), {}, {}};
  GroupState& next = *draft.next;
  BREDVID_TRY(applied, apply_proposals(next.tree, next.context, list, now.own_leaf));
  draft.applied = std::move(applied);
  if (with_path) {
    BREDVID_TRY(path, make_path(next.tree, next.tree_private, {now.context.group_id, now.own_leaf},
                                *now.tree.leaf(now.own_leaf), now.signature_key.seed.view(), random));
    draft.path = std::move(path);
  } else {
    if (draft.applied.path_required) return std::unexpected(CryptoError::bad_argument);
    draft.path.commit_secret = SecretBytes(crypto::kHashSize);
    next.tree_private.prune(next.tree);
  }
  BREDVID_CHECK(check_new_tree(next.tree, next.context.extensions));
  next.context.epoch += 1;
  next.context.tree_hash = next.tree.root_hash();
  BREDVID_CHECK(encrypt_path(draft.path, next.tree, draft.applied.added, tls::encode(next.context), random));
  return draft;
}

// One Welcome for everybody who was added.
Result<Bytes> make_welcome(const Draft& draft, const GroupInfo& info, const SecretBytes& joiner,
                           const std::vector<Psk>& psks, Random& random) {
  Welcome welcome;
  BREDVID_TRY(sealed_info, encrypt_group_info(info, welcome_secret(joiner, psk_secret(psks))));
  welcome.encrypted_group_info = std::move(sealed_info);
  for (std::size_t i = 0; i < draft.applied.added.size(); ++i) {
    const NodeIndex shared = common_ancestor(draft.next->own_leaf, draft.applied.added[i]);
    GroupSecrets secrets{joiner.clone(), std::nullopt, {}};
    for (const PathSecret& step : draft.path.path_secrets) {
      if (step.node == shared) secrets.path_secret = step.secret.clone();
    }
    for (const Psk& psk : psks) secrets.psks.push_back(psk.id);
    const KeyPackage& key_package = draft.applied.key_packages[i];
    BREDVID_TRY(entry, encrypt_group_secrets(secrets, key_package_ref(tls::encode(key_package)), key_package.init_key,
                                             welcome.encrypted_group_info, random));
    welcome.secrets.push_back(std::move(entry));
  }
  return encode_message(std::move(welcome));
}

}  // namespace

Result<PendingCommit> Group::commit(const CommitRequest& request, Random& random, const PskLookup& psk_lookup) {
  GroupState& now = *state_;
  if (now.removed) return std::unexpected(CryptoError::removed);
  Chosen chosen;
  BREDVID_CHECK(choose_requested(request, now, random, chosen));
  if (request.stored_proposals && !now.proposals.empty()) choose_stored(now, psk_lookup, chosen);
  BREDVID_TRY(draft, draft_epoch(now, chosen.list, request.path, random));
  GroupState& next = *draft.next;

  Commit commit{std::move(chosen.sent), std::nullopt};
  if (request.path) commit.path = std::move(draft.path.path);
  const bool as_private = request.format == HandshakeFormat::private_message;
  const Bytes context_before = tls::encode(now.context);
  BREDVID_TRY(content, sign_content(as_private ? kWirePrivateMessage : kWirePublicMessage,
                                    framed(now, std::move(commit)), context_before, now.signature_key.seed.view()));
  next.context.confirmed_transcript_hash = confirmed_transcript_hash(now.interim_transcript_hash, content);
  const SecretBytes joiner = begin_epoch(next, {now.secrets.init, draft.path.commit_secret, psk_secret(chosen.psks)});
  content.auth.confirmation_tag = next.confirmation_tag;

  PendingCommit pending;
  BREDVID_TRY(info, make_group_info(next, request.tree_beside));
  if (!draft.applied.added.empty()) {
    BREDVID_TRY(welcome, make_welcome(draft, info, joiner, chosen.psks, random));
    pending.welcome_ = std::move(welcome);
  }
  pending.group_info_ = encode_message(std::move(info));
  pending.effect_ = describe_commit(next, draft.applied, next.own_leaf, false);
  // Last, since this spends a key of the present epoch.
  BREDVID_TRY(message, protect_handshake(now, std::move(content), request.format, random));
  pending.message_ = std::move(message);
  pending.next_ = std::move(draft.next);
  return pending;
}

Result<CommitApplied> Group::merge(PendingCommit&& pending) {
  if (state_->removed) return std::unexpected(CryptoError::removed);
  if (!pending.next_) return std::unexpected(CryptoError::bad_argument);
  const GroupContext& target = pending.next_->context;
  if (target.group_id != state_->context.group_id) return std::unexpected(CryptoError::wrong_group);
  if (target.epoch <= state_->context.epoch) return std::unexpected(CryptoError::past_epoch);
  if (target.epoch != state_->context.epoch + 1) return std::unexpected(CryptoError::future_epoch);
  keep_past_epoch(*state_, *pending.next_);
  state_ = std::move(pending.next_);
  return std::move(pending.effect_);
}

}  // namespace bredvid::mls
