// The public ratchet tree: who is in the group, and the keys above them (RFC 9420 4, 7).
//
// A plain value: copying it is how a commit is tried without touching the group. Hashes are in tree_hash.cpp, what a
// newcomer checks is in tree_validation.h.
#pragma once

#include <optional>

#include "crypto/mls/leaf_node.h"
#include "crypto/mls/sparse_nodes.h"

namespace bredvid::mls {

// struct {
//     HPKEPublicKey encryption_key;
//     opaque parent_hash<V>;
//     uint32 unmerged_leaves<V>;
// } ParentNode;
struct ParentNode {
  Bytes encryption_key;
  Bytes parent_hash;
  std::vector<LeafIndex> unmerged_leaves;  // strictly ascending

  void encode(tls::Writer& writer) const;
  static ParentNode decode(tls::Reader& reader);
  bool operator==(const ParentNode&) const = default;
};

// A node of a filtered direct path and its child on the copath (RFC 9420 4.1.2).
struct PathStep {
  NodeIndex node;
  NodeIndex copath_child;
};

class RatchetTree {
 public:
  [[nodiscard]] LeafCount leaf_count() const { return leaves_; }
  [[nodiscard]] std::uint32_t size() const { return node_count(leaves_); }
  // Null when blank or outside.
  [[nodiscard]] const LeafNode* leaf(LeafIndex index) const;
  [[nodiscard]] const ParentNode* parent_node(NodeIndex index) const;
  // The HPKE key of a node of either kind; null when blank.
  [[nodiscard]] const Bytes* encryption_key(NodeIndex index) const;
  [[nodiscard]] bool is_blank(NodeIndex index) const { return encryption_key(index) == nullptr; }
  [[nodiscard]] std::vector<LeafIndex> members() const;

  // The leftmost blank leaf, after growing the tree when there is none. Errors: bad_tree beyond kMaxLeaves.
  [[nodiscard]] Result<LeafIndex> free_leaf();
  // Add (12.1.1): the leaf becomes unmerged in every non-blank node above it. Errors: bad_tree.
  [[nodiscard]] Result<LeafIndex> add(LeafNode leaf_node);
  // Update (12.1.2): blanks the nodes above. REQUIRES an existing index.
  void update(LeafIndex index, LeafNode leaf_node);
  // Remove (12.1.3): blanks leaf and nodes above, then cuts off blank right halves. REQUIRES an existing index.
  void remove(LeafIndex index);
  // REQUIRES existing indices.
  void set_leaf(LeafIndex index, LeafNode leaf_node);
  void set_parent(NodeIndex index, ParentNode parent_node);
  void blank_direct_path(LeafIndex index);

  // The nodes that together cover all members under `index` (4.1.1).
  [[nodiscard]] std::vector<NodeIndex> resolution(NodeIndex index) const;
  [[nodiscard]] std::vector<PathStep> filtered_direct_path(LeafIndex index) const;

  // Tree hash (7.8) of the subtree under `index`, as if the leaves in `without` were blank and merged nowhere.
  [[nodiscard]] Bytes tree_hash(NodeIndex index, const std::vector<LeafIndex>& without = {}) const;
  [[nodiscard]] Bytes root_hash() const { return tree_hash(root(leaves_)); }
  // Parent hash (7.9) of the non-blank parent `index` with this copath child.
  [[nodiscard]] Bytes parent_hash(NodeIndex index, NodeIndex copath_child) const;

  // optional<Node> ratchet_tree<V>, without blanks at its end (12.4.3.3).
  void encode(tls::Writer& writer) const;
  static RatchetTree decode(tls::Reader& reader);
  bool operator==(const RatchetTree&) const = default;

 private:
  void truncate();

  LeafCount leaves_;
  SparseNodes<LeafNode> leaf_nodes_;
  SparseNodes<ParentNode> parent_nodes_;
};

}  // namespace bredvid::mls
