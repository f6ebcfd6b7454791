// What a tree from somebody else has to fulfil (RFC 9420 7.3, 7.9.2, 12.4.3.1).
#pragma once

#include "crypto/mls/group_context.h"
#include "crypto/mls/ratchet_tree.h"

namespace bredvid::mls {

// Every non-blank parent is covered by exactly one parent-hash chain. Errors: bad_parent_hash.
[[nodiscard]] Result<void> check_parent_hashes(const RatchetTree& tree);

// Unmerged leaves exist, lie below, and are listed in every non-blank node in between. Errors: bad_tree.
[[nodiscard]] Result<void> check_unmerged_leaves(const RatchetTree& tree);

// No HPKE key twice in the tree and no signature key twice among the members. Errors: bad_tree, bad_leaf_node.
[[nodiscard]] Result<void> check_unique_keys(const RatchetTree& tree);

// Every leaf by itself and against the group's required capabilities and extensions; no signatures.
// Errors: bad_leaf_node, unsupported.
[[nodiscard]] Result<void> check_leaves(const RatchetTree& tree, const Extensions& group_extensions);

// All of the above, leaf signatures and the tree hash: what joining asks.
[[nodiscard]] Result<void> check_whole_tree(const RatchetTree& tree, const GroupContext& context);

}  // namespace bredvid::mls
