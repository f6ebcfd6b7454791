// Tree hashes (RFC 9420 7.8) and parent hashes (7.9) of a ratchet tree.
#include <algorithm>

#include "crypto/mls/ratchet_tree.h"
#include "crypto/primitives/hash.h"

namespace bredvid::mls {
namespace {

constexpr std::uint8_t kNodeTypeLeaf = 1;
constexpr std::uint8_t kNodeTypeParent = 2;

}  // namespace

// struct { NodeType node_type; select (...) { case leaf: LeafNodeHashInput; case parent: ParentNodeHashInput; }; }
// struct { uint32 leaf_index; optional<LeafNode> leaf_node; } LeafNodeHashInput;
// struct { optional<ParentNode> parent_node; opaque left_hash<V>; opaque right_hash<V>; } ParentNodeHashInput;
Bytes RatchetTree::tree_hash(NodeIndex index, const std::vector<LeafIndex>& without) const {
  tls::Writer writer;
  if (is_leaf(index)) {
    const LeafIndex own{leaf_of(index)};
    const bool left_out = std::find(without.begin(), without.end(), own) != without.end();
    const LeafNode* node = left_out ? nullptr : leaf(own);
    writer.u8(kNodeTypeLeaf);
    writer.u32(own.value);
    writer.present(node != nullptr);
    if (node != nullptr) node->encode(writer);
  } else {
    const ParentNode* node = parent_node(index);
    writer.u8(kNodeTypeParent);
    writer.present(node != nullptr);
    if (node != nullptr) {
      ParentNode merged = *node;
      std::erase_if(merged.unmerged_leaves, [&](LeafIndex unmerged) {
        return std::find(without.begin(), without.end(), unmerged) != without.end();
      });
      merged.encode(writer);
    }
    writer.opaque(tree_hash(left(index), without));
    writer.opaque(tree_hash(right(index), without));
  }
  return crypto::sha256(writer.view());
}

// struct {
//     HPKEPublicKey encryption_key;
//     opaque parent_hash<V>;
//     opaque original_sibling_tree_hash<V>;
// } ParentHashInput;
Bytes RatchetTree::parent_hash(NodeIndex index, NodeIndex copath_child) const {
  const ParentNode* node = parent_node(index);
  if (node == nullptr) return {};
  tls::Writer writer;
  writer.opaque(node->encryption_key);
  writer.opaque(node->parent_hash);
  writer.opaque(tree_hash(copath_child, node->unmerged_leaves));
  return crypto::sha256(writer.view());
}

}  // namespace bredvid::mls
