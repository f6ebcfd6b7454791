// Ways in which a leaf breaks RFC 9420 7.3, whoever brings it: a commit's path, an Update, or a key package.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/mutants/insider.h"

namespace bredvid::mutants {

// The order-8 point of Curve25519; multiplying by it gives zero.
[[nodiscard]] Bytes small_order_point();

struct LeafChange {
  std::string field;
  std::string way;
  std::function<void(mls::LeafNode&)> change;
};

// Before the leaf is signed: everything else about it is right. `before` is the same device's leaf so far, `parent` a
// parent whose key stays in the tree (none when all are replaced).
[[nodiscard]] std::vector<LeafChange> changes_before_signing(const World& world, const mls::LeafNode& before,
                                                             mls::LeafNodeSource source,
                                                             std::optional<mls::NodeIndex> parent);
// After it is signed.
[[nodiscard]] std::vector<LeafChange> changes_of_signature();

}  // namespace bredvid::mutants
