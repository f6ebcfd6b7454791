// The non-blank nodes of one kind in a ratchet tree, in the order of their indices.
//
// A blank takes no memory, whatever the tree's size: one byte on the wire says "blank", and a sender could say it
// thousands of times. Copies share the nodes, which never change in place, so that trying a commit on a copy is cheap.
#pragma once

#include <algorithm>
#include <memory>
#include <vector>

#include "crypto/mls/tree_math.h"
#include "crypto/tls_codec/reader.h"

namespace bredvid::mls {

template <typename Node>
class SparseNodes {
 public:
  struct Entry {
    NodeIndex index;
    std::shared_ptr<const Node> node;
    friend bool operator==(const Entry& left, const Entry& right) {
      return left.index == right.index && (left.node == right.node || *left.node == *right.node);
    }
  };
  // Null when blank.
  [[nodiscard]] const Node* find(NodeIndex index) const {
    const auto found = place_of(entries_, index);
    return found == entries_.end() || found->index != index ? nullptr : found->node.get();
  }
  void put(NodeIndex index, Node node) {
    auto shared = std::make_shared<const Node>(std::move(node));
    const auto place = place_of(entries_, index);
    if (place != entries_.end() && place->index == index) {
      place->node = std::move(shared);
    } else {
      entries_.insert(place, {index, std::move(shared)});
    }
  }
  void blank(NodeIndex index) {
    std::erase_if(entries_, [&](const Entry& entry) { return entry.index == index; });
  }
  void blank_from(NodeIndex first) { entries_.erase(place_of(entries_, first), entries_.end()); }

  // Reads a node behind all others, charged.
  void append_from(tls::Reader& reader, NodeIndex index) {
    if (!reader.charge(sizeof(Node) + kOwnerCounters) || !reader.make_room(entries_)) return;
    entries_.push_back({index, std::make_shared<const Node>(Node::decode(reader))});
  }

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  bool operator==(const SparseNodes&) const = default;

 private:
  static constexpr std::size_t kOwnerCounters = 2 * sizeof(void*);  // of a shared_ptr, beside the node

  template <typename Entries>
  static auto place_of(Entries& entries, NodeIndex index) {
    return std::lower_bound(entries.begin(), entries.end(), index,
                            [](const Entry& entry, NodeIndex wanted) { return entry.index < wanted; });
  }

  std::vector<Entry> entries_;
};

}  // namespace bredvid::mls
