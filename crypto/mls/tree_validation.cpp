#include "crypto/mls/tree_validation.h"

#include <algorithm>

namespace bredvid::mls {
namespace {

// The parent_hash field of a node, null when it has none.
const Bytes* parent_hash_field(const RatchetTree& tree, NodeIndex index) {
  if (const ParentNode* node = tree.parent_node(index)) return &node->parent_hash;
  const LeafNode* leaf = is_leaf(index) ? tree.leaf(leaf_of(index)) : nullptr;
  return leaf != nullptr && leaf->source == LeafNodeSource::commit ? &leaf->parent_hash : nullptr;
}

// How many nodes under `child` were set by the same update path as the parent `above` (7.9.2).
std::size_t chains_into(const RatchetTree& tree, NodeIndex above, NodeIndex child, NodeIndex copath_child) {
  const Bytes expected = tree.parent_hash(above, copath_child);
  std::vector<NodeIndex> unmerged;  // of `above`, those under `child`
  for (LeafIndex leaf : tree.parent_node(above)->unmerged_leaves) {
    if (is_ancestor(child, leaf)) unmerged.push_back(node_of(leaf));
  }
  const std::vector<NodeIndex> resolution = tree.resolution(child);
  return static_cast<std::size_t>(std::count_if(resolution.begin(), resolution.end(), [&](NodeIndex candidate) {
    const Bytes* field = parent_hash_field(tree, candidate);
    if (field == nullptr || *field != expected) return false;
    std::vector<NodeIndex> others = resolution;
    std::erase(others, candidate);
    std::sort(others.begin(), others.end());
    return others == unmerged;
  }));
}

}  // namespace

Result<void> check_parent_hashes(const RatchetTree& tree) {
  for (std::uint32_t i = 1; i < tree.size(); i += 2) {
    const NodeIndex above{i};
    if (tree.is_blank(above)) continue;
    const std::size_t chains =
        chains_into(tree, above, left(above), right(above)) + chains_into(tree, above, right(above), left(above));
    if (chains != 1) return std::unexpected(CryptoError::bad_parent_hash);
  }
  return {};
}

Result<void> check_unmerged_leaves(const RatchetTree& tree) {
  for (std::uint32_t i = 1; i < tree.size(); i += 2) {
    const ParentNode* node = tree.parent_node({i});
    if (node == nullptr) continue;
    for (LeafIndex unmerged : node->unmerged_leaves) {
      if (tree.leaf(unmerged) == nullptr || !is_ancestor({i}, unmerged)) {
        return std::unexpected(CryptoError::bad_tree);
      }
      for (NodeIndex between = parent(node_of(unmerged)); between != NodeIndex{i}; between = parent(between)) {
        const ParentNode* lower = tree.parent_node(between);
        if (lower != nullptr &&
            !std::binary_search(lower->unmerged_leaves.begin(), lower->unmerged_leaves.end(), unmerged)) {
          return std::unexpected(CryptoError::bad_tree);
        }
      }
    }
  }
  return {};
}

Result<void> check_unique_keys(const RatchetTree& tree) {
  std::vector<Bytes> encryption_keys;
  std::vector<Bytes> signature_keys;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (const Bytes* key = tree.encryption_key({i})) encryption_keys.push_back(*key);
    if (const LeafNode* leaf = i % 2 == 0 ? tree.leaf({i / 2}) : nullptr) signature_keys.push_back(leaf->signature_key);
  }
  std::sort(encryption_keys.begin(), encryption_keys.end());
  std::sort(signature_keys.begin(), signature_keys.end());
  if (std::adjacent_find(encryption_keys.begin(), encryption_keys.end()) != encryption_keys.end()) {
    return std::unexpected(CryptoError::bad_tree);
  }
  if (std::adjacent_find(signature_keys.begin(), signature_keys.end()) != signature_keys.end()) {
    return std::unexpected(CryptoError::bad_leaf_node);
  }
  return {};
}

Result<void> check_leaves(const RatchetTree& tree, const Extensions& group_extensions) {
  Requirements required;
  if (const Extension* extension = find_extension(group_extensions, extension_type::kRequiredCapabilities)) {
    BREDVID_TRY(decoded, tls::decode<RequiredCapabilities>(extension->data));
    required = std::move(decoded.types);
  }
  for (const Extension& extension : group_extensions) required.extensions.push_back(extension.type);
  for (LeafIndex index : tree.members()) {
    const LeafNode& leaf = *tree.leaf(index);
    BREDVID_CHECK(check_leaf(leaf));
    if (!meets(leaf.capabilities, required)) return std::unexpected(CryptoError::bad_leaf_node);
  }
  return {};
}

Result<void> check_whole_tree(const RatchetTree& tree, const GroupContext& context) {
  if (tree.root_hash() != context.tree_hash) return std::unexpected(CryptoError::bad_tree);
  BREDVID_CHECK(check_leaves(tree, context.extensions));
  // A key that nobody can encrypt to would keep the newcomer from ever committing.
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const Bytes* key = tree.encryption_key({i});
    if (key != nullptr && !crypto::kem_public_key_is_good(*key)) return std::unexpected(CryptoError::bad_tree);
  }
  BREDVID_CHECK(check_unmerged_leaves(tree));
  BREDVID_CHECK(check_unique_keys(tree));
  BREDVID_CHECK(check_parent_hashes(tree));
  for (LeafIndex index : tree.members()) {
    BREDVID_CHECK(verify_leaf_signature(*tree.leaf(index), {context.group_id, index}));
  }
  return {};
}

}  // namespace bredvid::mls
