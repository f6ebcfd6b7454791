// Checks a commit's proposals as a whole and applies them to a tree (RFC 9420 12.1-12.3).
#pragma once

#include "crypto/mls/group_context.h"
#include "crypto/mls/proposal.h"
#include "crypto/mls/ratchet_tree.h"

namespace bredvid::mls {

// A proposal together with who made it; by value that is the committer.
struct ResolvedProposal {
  Proposal proposal;
  std::optional<LeafIndex> sender;  // none: a new member that commits itself
  bool by_reference = false;
};

struct AppliedProposals {
  std::vector<LeafIndex> added;
  std::vector<KeyPackage> key_packages;  // of `added`, in the same order
  std::vector<Member> removed;           // as they were
  std::vector<Bytes> removed_keys;       // their leaves' encryption keys
  std::vector<LeafIndex> updated;
  std::vector<PreSharedKeyId> psks;  // in the order of the list
  std::optional<Bytes> external_init;
  bool extensions_changed = false;
  bool path_required = false;
};

// Applies to `tree` and to the extensions in `context`, which are copies: on an error they are left half changed.
// `committer` is none for an external commit. What the tree as a whole must fulfil is checked by `check_new_tree`, when
// the path has been merged. Errors: bad_proposals, unsupported, bad_key_package, bad_leaf_node, bad_signature,
// bad_tree.
[[nodiscard]] Result<AppliedProposals> apply_proposals(RatchetTree& tree, GroupContext& context,
                                                       const std::vector<ResolvedProposal>& list,
                                                       std::optional<LeafIndex> committer);

// Leaves are valid for the group and no key occurs twice. Errors: bad_leaf_node, bad_tree, unsupported.
[[nodiscard]] Result<void> check_new_tree(const RatchetTree& tree, const Extensions& group_extensions);

// REQUIRES a non-blank leaf.
[[nodiscard]] Member member_at(const RatchetTree& tree, LeafIndex index);

}  // namespace bredvid::mls
