#include "crypto/mls/ratchet_tree.h"

#include <algorithm>
#include <bit>

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
  reader.vector([&](tls::Reader& inner) {
    const LeafIndex leaf{inner.u32()};
    if (!made.unmerged_leaves.empty() && leaf <= made.unmerged_leaves.back()) inner.fail(CryptoError::malformed);
    made.unmerged_leaves.push_back(leaf);
  });
  return made;
}

const LeafNode* RatchetTree::leaf(LeafIndex index) const {
  if (index.value >= leaves_.value) return nullptr;
  return std::get_if<LeafNode>(&nodes_[node_of(index).value]);
}

const ParentNode* RatchetTree::parent_node(NodeIndex index) const {
  if (index.value >= size()) return nullptr;
  return std::get_if<ParentNode>(&nodes_[index.value]);
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
  for (std::uint32_t i = 0; i < leaves_.value; ++i) {
    if (leaf({i}) != nullptr) found.push_back({i});
  }
  return found;
}

void RatchetTree::resize(LeafCount leaves) {
  leaves_ = leaves;
  nodes_.resize(node_count(leaves));
}

Result<LeafIndex> RatchetTree::free_leaf() {
  for (std::uint32_t i = 0; i < leaves_.value; ++i) {
    if (leaf({i}) == nullptr) return LeafIndex{i};
  }
  const LeafIndex first_new{leaves_.value};
  if (leaves_.value >= kMaxLeaves) return std::unexpected(CryptoError::bad_tree);
  resize({leaves_.value == 0 ? 1 : leaves_.value * 2});
  return first_new;
}

Result<LeafIndex> RatchetTree::add(LeafNode leaf_node) {
  BREDVID_TRY(index, free_leaf());
  set_leaf(index, std::move(leaf_node));
  for (NodeIndex above : direct_path(index, leaves_)) {
    if (auto* node = std::get_if<ParentNode>(&nodes_[above.value])) {
      auto& unmerged = node->unmerged_leaves;
      unmerged.insert(std::upper_bound(unmerged.begin(), unmerged.end(), index), index);
    }
  }
  return index;
}

void RatchetTree::update(LeafIndex index, LeafNode leaf_node) {
  set_leaf(index, std::move(leaf_node));
  blank_direct_path(index);
}

void RatchetTree::remove(LeafIndex index) {
  nodes_[node_of(index).value] = std::monostate{};
  blank_direct_path(index);
  truncate();
}

void RatchetTree::truncate() {
  while (leaves_.value > 1) {
    const std::uint32_t half = leaves_.value / 2;
    for (std::uint32_t i = half; i < leaves_.value; ++i) {
      if (leaf({i}) != nullptr) return;
    }
    resize({half});
  }
}

void RatchetTree::set_leaf(LeafIndex index, LeafNode leaf_node) {
  nodes_[node_of(index).value] = std::move(leaf_node);
}

void RatchetTree::set_parent(NodeIndex index, ParentNode parent_node) {
  nodes_[index.value] = std::move(parent_node);
}

void RatchetTree::blank_direct_path(LeafIndex index) {
  for (NodeIndex above : direct_path(index, leaves_)) nodes_[above.value] = std::monostate{};
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
  std::size_t used = nodes_.size();
  while (used > 0 && std::holds_alternative<std::monostate>(nodes_[used - 1])) --used;
  writer.vector([&](tls::Writer& inner) {
    for (std::size_t i = 0; i < used; ++i) {
      inner.present(!std::holds_alternative<std::monostate>(nodes_[i]));
      if (const auto* leaf_node = std::get_if<LeafNode>(&nodes_[i])) {
        inner.u8(kNodeTypeLeaf);
        leaf_node->encode(inner);
      } else if (const auto* node = std::get_if<ParentNode>(&nodes_[i])) {
        inner.u8(kNodeTypeParent);
        node->encode(inner);
      }
    }
  });
}

RatchetTree RatchetTree::decode(tls::Reader& reader) {
  RatchetTree tree;
  std::vector<Node>& nodes = tree.nodes_;
  reader.vector([&](tls::Reader& inner) {
    const bool at_leaf = nodes.size() % 2 == 0;
    if (nodes.size() >= node_count({kMaxLeaves})) inner.fail(CryptoError::too_large);
    if (!inner.present()) {
      nodes.emplace_back();
      return;
    }
    if (inner.u8() != (at_leaf ? kNodeTypeLeaf : kNodeTypeParent)) inner.fail(CryptoError::malformed);
    if (at_leaf) {
      nodes.emplace_back(LeafNode::decode(inner));
    } else {
      nodes.emplace_back(ParentNode::decode(inner));
    }
  });
  // A tree has at least one member, and one way to write it: no blank at the end.
  if (nodes.empty() || std::holds_alternative<std::monostate>(nodes.back())) reader.fail(CryptoError::malformed);
  if (!reader.ok()) return {};
  tree.resize({std::bit_ceil(static_cast<std::uint32_t>(nodes.size() / 2 + 1))});
  return tree;
}

}  // namespace bredvid::mls
