// The ratchet tree as an array (RFC 9420 appendix C): leaves have even indices, parents odd ones.
//
//                         7
//            3                         11
//      1           5             9            13
//   0     2     4     6      8     10     12     14      node index
//   0     1     2     3      4      5      6      7      leaf index
//
// The tree is always full: its number of leaves is a power of two, unused leaves are blank.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace bredvid::mls {

// A group larger than this is refused everywhere. Circles have 2-5 devices; the vectors have up to 34.
inline constexpr std::uint32_t kMaxLeaves = 1024;

struct LeafIndex {
  std::uint32_t value = 0;
  auto operator<=>(const LeafIndex&) const = default;
};

struct NodeIndex {
  std::uint32_t value = 0;
  auto operator<=>(const NodeIndex&) const = default;
};

struct LeafCount {
  std::uint32_t value = 0;
  auto operator<=>(const LeafCount&) const = default;
};

[[nodiscard]] constexpr NodeIndex node_of(LeafIndex leaf) {
  return {leaf.value * 2};
}
[[nodiscard]] constexpr bool is_leaf(NodeIndex node) {
  return node.value % 2 == 0;
}
// REQUIRES is_leaf(node).
[[nodiscard]] constexpr LeafIndex leaf_of(NodeIndex node) {
  return {node.value / 2};
}
// Nodes of a tree with this many leaves; zero leaves have no nodes.
[[nodiscard]] constexpr std::uint32_t node_count(LeafCount leaves) {
  return leaves.value == 0 ? 0 : 2 * leaves.value - 1;
}

// Distance from the leaves.
[[nodiscard]] std::uint32_t level(NodeIndex node);
// REQUIRES leaves > 0 and a power of two, as for everything below.
[[nodiscard]] NodeIndex root(LeafCount leaves);
// REQUIRES !is_leaf(node).
[[nodiscard]] NodeIndex left(NodeIndex node);
[[nodiscard]] NodeIndex right(NodeIndex node);
// REQUIRES node is not the root.
[[nodiscard]] NodeIndex parent(NodeIndex node);
[[nodiscard]] NodeIndex sibling(NodeIndex node);
// From the leaf's parent up to the root; empty for a tree of one leaf.
[[nodiscard]] std::vector<NodeIndex> direct_path(LeafIndex leaf, LeafCount leaves);
// True when `node` is `leaf`'s own node or above it.
[[nodiscard]] bool is_ancestor(NodeIndex node, LeafIndex leaf);
// The lowest node above both leaves; the leaf's own node when they are the same.
[[nodiscard]] NodeIndex common_ancestor(LeafIndex one, LeafIndex other);

}  // namespace bredvid::mls
