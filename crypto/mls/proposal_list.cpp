#include "crypto/mls/proposal_list.h"

#include <algorithm>

#include "crypto/mls/tree_validation.h"
#include "crypto/primitives/hash.h"

namespace bredvid::mls {
namespace {

using Refused = std::unexpected<CryptoError>;

std::size_t count_of(const std::vector<ResolvedProposal>& list, std::uint16_t type) {
  return static_cast<std::size_t>(std::count_if(
      list.begin(), list.end(), [&](const ResolvedProposal& item) { return item.proposal.type() == type; }));
}

template <typename Body>
constexpr std::uint16_t type_of() {
  return Proposal{Body{}}.type();
}

// 12.2, first list: what a regular commit may not hold, except what shows only when applying.
Result<void> check_regular(const std::vector<ResolvedProposal>& list, LeafIndex committer) {
  if (count_of(list, type_of<GroupContextExtensions>()) > 1 || count_of(list, type_of<ExternalInit>()) > 0) {
    return Refused(CryptoError::bad_proposals);
  }
  std::vector<LeafIndex> touched;
  for (const ResolvedProposal& item : list) {
    const auto* remove = std::get_if<Remove>(&item.proposal.body);
    const bool update = std::holds_alternative<Update>(item.proposal.body);
    if (remove == nullptr && !update) continue;
    if (update && !item.sender) return Refused(CryptoError::bad_proposals);
    const LeafIndex target = remove != nullptr ? remove->removed : *item.sender;
    if (target == committer || std::find(touched.begin(), touched.end(), target) != touched.end()) {
      return Refused(CryptoError::bad_proposals);
    }
    touched.push_back(target);
  }
  return {};
}

// 12.2, second list: an external commit holds one ExternalInit, at most one Remove, PSKs, and nothing by reference.
Result<void> check_external(const std::vector<ResolvedProposal>& list) {
  const std::size_t inits = count_of(list, type_of<ExternalInit>());
  const std::size_t removes = count_of(list, type_of<Remove>());
  const std::size_t psks = count_of(list, type_of<PreSharedKey>());
  const bool by_value = std::none_of(list.begin(), list.end(), [](const auto& item) { return item.by_reference; });
  if (inits != 1 || removes > 1 || inits + removes + psks != list.size() || !by_value) {
    return Refused(CryptoError::bad_proposals);
  }
  return {};
}

// 12.1.4
Result<void> note_psk(const PreSharedKeyId& psk, AppliedProposals& applied) {
  BREDVID_CHECK(check_psk_usage(psk));
  if (psk.psk_nonce.size() != crypto::kHashSize ||
      std::find(applied.psks.begin(), applied.psks.end(), psk) != applied.psks.end()) {
    return Refused(CryptoError::bad_proposals);
  }
  applied.psks.push_back(psk);
  return {};
}

// 12.1.2 and 7.3. The credential has to stay the same: who a leaf stands for changes only by Remove and Add.
Result<void> apply_update(RatchetTree& tree, ByteView group_id, LeafIndex sender, const LeafNode& leaf) {
  const LeafNode* before = tree.leaf(sender);
  if (before == nullptr) return Refused(CryptoError::bad_proposals);
  if (leaf.source != LeafNodeSource::update || leaf.encryption_key == before->encryption_key ||
      leaf.credential != before->credential) {
    return Refused(CryptoError::bad_leaf_node);
  }
  BREDVID_CHECK(check_new_key(leaf));
  BREDVID_CHECK(verify_leaf_signature(leaf, {group_id, sender}));
  tree.update(sender, leaf);
  return {};
}

Result<void> apply_remove(RatchetTree& tree, LeafIndex index, AppliedProposals& applied) {
  if (tree.leaf(index) == nullptr) return Refused(CryptoError::bad_proposals);
  applied.removed.push_back(member_at(tree, index));
  applied.removed_keys.push_back(tree.leaf(index)->encryption_key);
  tree.remove(index);
  return {};
}

Result<void> apply_add(RatchetTree& tree, const KeyPackage& key_package, AppliedProposals& applied) {
  BREDVID_CHECK(check_key_package(key_package));
  BREDVID_TRY(index, tree.add(key_package.leaf_node));
  applied.added.push_back(index);
  applied.key_packages.push_back(key_package);
  return {};
}

// Everything that does not touch the tree, and whether a path is needed (12.4).
Result<void> note_others(const std::vector<ResolvedProposal>& list, GroupContext& context, AppliedProposals& applied) {
  applied.path_required = list.empty();
  for (const ResolvedProposal& item : list) {
    const auto& body = item.proposal.body;
    if (std::holds_alternative<ReInit>(body)) return Refused(CryptoError::reinit_unsupported);
    if (const auto* psk = std::get_if<PreSharedKey>(&body)) {
      BREDVID_CHECK(note_psk(psk->psk, applied));
    } else if (const auto* init = std::get_if<ExternalInit>(&body)) {
      applied.external_init = init->kem_output;
    } else if (const auto* change = std::get_if<GroupContextExtensions>(&body)) {
      context.extensions = change->extensions;
      applied.extensions_changed = true;
    }
    if (!std::holds_alternative<Add>(body) && !std::holds_alternative<PreSharedKey>(body)) {
      applied.path_required = true;
    }
  }
  return {};
}

}  // namespace

Member member_at(const RatchetTree& tree, LeafIndex index) {
  const LeafNode& leaf = *tree.leaf(index);
  return {index, leaf.credential.identity, leaf.signature_key};
}

Result<AppliedProposals> apply_proposals(RatchetTree& tree, GroupContext& context,
                                         const std::vector<ResolvedProposal>& list,
                                         std::optional<LeafIndex> committer) {
  BREDVID_CHECK(committer ? check_regular(list, *committer) : check_external(list));
  AppliedProposals applied;
  BREDVID_CHECK(note_others(list, context, applied));
  // The order is 12.3's: updates, removes, adds.
  for (const ResolvedProposal& item : list) {
    if (const auto* update = std::get_if<Update>(&item.proposal.body)) {
      BREDVID_CHECK(apply_update(tree, context.group_id, *item.sender, update->leaf_node));
      applied.updated.push_back(*item.sender);
    }
  }
  for (const ResolvedProposal& item : list) {
    if (const auto* remove = std::get_if<Remove>(&item.proposal.body)) {
      BREDVID_CHECK(apply_remove(tree, remove->removed, applied));
    }
  }
  for (const ResolvedProposal& item : list) {
    if (const auto* add = std::get_if<Add>(&item.proposal.body)) {
      BREDVID_CHECK(apply_add(tree, add->key_package, applied));
    }
  }
  return applied;
}

Result<void> check_new_tree(const RatchetTree& tree, const Extensions& group_extensions) {
  BREDVID_CHECK(check_leaves(tree, group_extensions));
  return check_unique_keys(tree);
}

}  // namespace bredvid::mls
