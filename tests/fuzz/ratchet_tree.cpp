// A ratchet tree from outside: reading it, its hashes, what a newcomer checks, and changing what was read.
#include "crypto/mls/tree_validation.h"
#include "tests/fuzz/fuzz.h"

namespace bredvid::fuzz {
namespace {

using namespace mls;

// Whatever was decoded can be worked with, valid or not.
void work_with(RatchetTree tree) {
  for (LeafIndex leaf : tree.members()) (void)tree.filtered_direct_path(leaf);
  for (std::uint32_t i = 0; i < std::min(tree.size(), 64U); ++i) (void)tree.resolution({i});
  const std::vector<LeafIndex> members = tree.members();
  require(!members.empty(), "a tree without members");
  const LeafNode leaf = *tree.leaf(members[0]);
  const auto added = tree.add(leaf);
  if (added) require(tree.leaf(*added) != nullptr, "an added leaf is not there");
  tree.remove(members[0]);
  require(tree.leaf(members[0]) == nullptr, "a removed leaf is still there");
  (void)tree.root_hash();
  const Bytes encoded = tls::encode(tree);
  if (tree.members().empty()) return;
  const auto again = tls::decode<RatchetTree>(encoded);
  // A tree whose last leaf went may stand with a parent behind its last leaf only when it came so.
  if (again) require(*again == tree, "a tree changes by being written and read");
}

}  // namespace

void run(ByteView input) {
  auto tree = modestly(input, [](ByteView bytes) { return tls::decode<RatchetTree>(bytes); });
  if (!tree) return;
  require(equal_public(tls::encode(*tree), input), "a second form of the same tree");
  GroupContext context;
  context.tree_hash = tree->root_hash();
  // What does not fit the group is found before any signature is checked.
  (void)modestly(input, [&](ByteView) { return check_whole_tree(*tree, context); });
  work_with(std::move(*tree));
}

}  // namespace bredvid::fuzz
