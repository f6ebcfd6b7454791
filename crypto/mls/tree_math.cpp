#include "crypto/mls/tree_math.h"

#include <bit>

namespace bredvid::mls {

std::uint32_t level(NodeIndex node) {
  return static_cast<std::uint32_t>(std::countr_one(node.value));
}

NodeIndex root(LeafCount leaves) {
  return {leaves.value - 1};
}

NodeIndex left(NodeIndex node) {
  return {node.value ^ (1U << (level(node) - 1))};
}

NodeIndex right(NodeIndex node) {
  return {node.value ^ (3U << (level(node) - 1))};
}

NodeIndex parent(NodeIndex node) {
  const std::uint32_t own_level = level(node);
  const std::uint32_t side = (node.value >> (own_level + 1)) & 1U;
  return {(node.value | (1U << own_level)) ^ (side << (own_level + 1))};
}

NodeIndex sibling(NodeIndex node) {
  const NodeIndex above = parent(node);
  return node < above ? right(above) : left(above);
}

std::vector<NodeIndex> direct_path(LeafIndex leaf, LeafCount leaves) {
  std::vector<NodeIndex> path;
  const NodeIndex top = root(leaves);
  for (NodeIndex node = node_of(leaf); node != top;) {
    node = parent(node);
    path.push_back(node);
  }
  return path;
}

bool is_ancestor(NodeIndex node, LeafIndex leaf) {
  const std::uint32_t shift = level(node) + 1;
  return (node.value >> shift) == (node_of(leaf).value >> shift);
}

NodeIndex common_ancestor(LeafIndex one, LeafIndex other) {
  NodeIndex node = node_of(one);
  while (!is_ancestor(node, other)) node = parent(node);
  return node;
}

}  // namespace bredvid::mls
