#include "crypto/mls/ratchet_tree.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace bredvid::mls {
namespace {

constexpr std::uint8_t kNodeTypeLeaf = 1;
constexpr std::uint8_t kNodeTypeParent = 2;

}  // namespace

void ParentNode::encode(tls::Writer& writer) const {
  writer.opaque(encryption_key);
  writer.opaque(parent_hash);
  writer.vector([&](tls::Writer& inner) {
    for (LeafIndex leaf : unmerged_leaves) inner.u32(leaf.value);
  });
}

ParentNode ParentNode::decode(tls::Reader& reader) {
  ParentNode made;
  made.encryption_key = reader.opaque();
  made.parent_hash = reader.opaque();
  made.unmerged_leaves = reader.items<LeafIndex>([](tls::Reader& inner) { return LeafIndex{inner.u32()}; });
  const auto& leaves = made.unmerged_leaves;
  if (std::adjacent_find(leaves.begin(), leaves.end(), std::greater_equal<>()) != leaves.end()) {
    reader.fail(CryptoError::malformed);
  }
  return made;
}

const LeafNode* RatchetTree::leaf(LeafIndex index) const {
  if (index.value >= leaves_.value) return nullptr;
  return leaf_nodes_.find(node_of(index));
}

const ParentNode* RatchetTree::parent_node(NodeIndex index) const {
  return parent_nodes_.find(index);
}

const Bytes* RatchetTree::encryption_key(NodeIndex index) const {
  if (is_leaf(index)) {
    const LeafNode* node = leaf(leaf_of(index));
    return node == nullptr ? nullptr : &node->encryption_key;
  }
  const ParentNode* node = parent_node(index);
  return node == nullptr ? nullptr : &node->encryption_key;
}

std::vector<LeafIndex> RatchetTree::members() const {
  std::vector<LeafIndex> found;
  found.reserve(leaf_nodes_.entries().size());
  for (const auto& entry : leaf_nodes_.entries()) found.push_back(leaf_of(entry.index));
  return found;
}

Result<LeafIndex> RatchetTree::free_leaf() {
  std::uint32_t first_free = 0;
  for (const auto& entry : leaf_nodes_.entries()) {
    if (leaf_of(entry.index).value != first_free) break;
    ++first_free;
  }
  if (first_free < leaves_.value) return LeafIndex{first_free};
  if (leaves_.value >= kMaxLeaves) return std::unexpected(CryptoError::bad_tree);
  leaves_ = {leaves_.value == 0 ? 1 : leaves_.value * 2};
  return LeafIndex{first_free};
}

Result<LeafIndex> RatchetTree::add(LeafNode leaf_node) {
  BREDVID_TRY(index, free_leaf());
  set_leaf(index, std::move(leaf_node));
  for (NodeIndex above : direct_path(index, leaves_)) {
    if (const ParentNode* node = parent_node(above)) {
      ParentNode changed = *node;
      auto& unmerged = changed.unmerged_leaves;
      unmerged.insert(std::upper_bound(unmerged.begin(), unmerged.end(), index), index);
      set_parent(above, std::move(changed));
    }
  }
  return index;
}

void RatchetTree::update(LeafIndex index, LeafNode leaf_node) {
  set_leaf(index, std::move(leaf_node));
  blank_direct_path(index);
}

void RatchetTree::remove(LeafIndex index) {
  leaf_nodes_.blank(node_of(index));
  blank_direct_path(index);
  truncate();
}

void RatchetTree::truncate() {
  const auto& present = leaf_nodes_.entries();
  const std::uint32_t needed = present.empty() ? 1 : leaf_of(present.back().index).value + 1;
  leaves_ = {std::bit_ceil(needed)};
  parent_nodes_.blank_from({size()});
}

void RatchetTree::set_leaf(LeafIndex index, LeafNode leaf_node) {
  leaf_nodes_.put(node_of(index), std::move(leaf_node));
}

void RatchetTree::set_parent(NodeIndex index, ParentNode parent_node) {
  parent_nodes_.put(index, std::move(parent_node));
}

void RatchetTree::blank_direct_path(LeafIndex index) {
  for (NodeIndex above : direct_path(index, leaves_)) parent_nodes_.blank(above);
}

std::vector<NodeIndex> RatchetTree::resolution(NodeIndex index) const {
  if (!is_blank(index)) {
    std::vector<NodeIndex> found{index};
    if (const ParentNode* node = parent_node(index)) {
      for (LeafIndex unmerged : node->unmerged_leaves) found.push_back(node_of(unmerged));
    }
    return found;
  }
  if (is_leaf(index)) return {};
  std::vector<NodeIndex> found = resolution(left(index));
  const std::vector<NodeIndex> others = resolution(right(index));
  found.insert(found.end(), others.begin(), others.end());
  return found;
}

std::vector<PathStep> RatchetTree::filtered_direct_path(LeafIndex index) const {
  std::vector<PathStep> steps;
  NodeIndex below = node_of(index);
  for (NodeIndex above : direct_path(index, leaves_)) {
    const NodeIndex copath_child = sibling(below);
    if (!resolution(copath_child).empty()) steps.push_back({above, copath_child});
    below = above;
  }
  return steps;
}

void RatchetTree::encode(tls::Writer& writer) const {
  std::uint32_t used = size();
  while (used > 0 && is_blank({used - 1})) --used;
  writer.vector([&](tls::Writer& inner) {
    for (std::uint32_t i = 0; i < used; ++i) {
      const NodeIndex index{i};
      inner.present(!is_blank(index));
      if (const LeafNode* leaf_node = leaf_nodes_.find(index)) {
        inner.u8(kNodeTypeLeaf);
        leaf_node->encode(inner);
      } else if (const ParentNode* node = parent_nodes_.find(index)) {
        inner.u8(kNodeTypeParent);
        node->encode(inner);
      }
    }
  });
}

RatchetTree RatchetTree::decode(tls::Reader& reader) {
  RatchetTree tree;
  std::uint32_t nodes = 0;
  bool last_is_blank = true;
  reader.vector([&](tls::Reader& inner) {
    if (nodes >= node_count({kMaxLeaves})) inner.fail(CryptoError::too_large);
    const NodeIndex index{nodes++};
    last_is_blank = !inner.present();
    if (last_is_blank) return;
    if (inner.u8() != (is_leaf(index) ? kNodeTypeLeaf : kNodeTypeParent)) inner.fail(CryptoError::malformed);
    if (is_leaf(index)) {
      tree.leaf_nodes_.append_from(inner, index);
    } else {
      tree.parent_nodes_.append_from(inner, index);
    }
  });
  // A tree has at least one member, and one way to write it: a leaf that is not blank at the end.
  if (last_is_blank || nodes % 2 == 0) reader.fail(CryptoError::malformed);
  if (!reader.ok()) return {};
  tree.leaves_ = {std::bit_ceil(nodes / 2 + 1)};
  return tree;
}

}  // namespace bredvid::mls
