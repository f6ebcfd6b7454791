// RFC 9420 4, 7.7 to 7.9: the tree at its edges. After each step of a long random life everybody agrees, and a
// newcomer, who checks hashes, unmerged leaves and signatures of the whole tree, would be let in.
#include "tests/crypto/mls/insider.h"

#include "crypto/mls/tree_validation.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

// Everything a newcomer asks of the tree.
void expect_sound(Circle& circle) {
  std::optional<Bytes> authenticator;
  for (auto& [name, group] : circle.groups) {
    if (group.is_removed()) continue;
    const GroupState state = open_state(group);
    const auto sound = check_whole_tree(state.tree, state.context);
    EXPECT_TRUE(sound.has_value()) << name << ": " << error_name(sound.error());
    if (!authenticator) authenticator = group.epoch_authenticator();
    EXPECT_EQ(group.epoch_authenticator(), *authenticator) << name;
    EXPECT_TRUE(inspect_group_info(*group.group_info()).has_value());
  }
}

// The private keys that a member holds are those of non-blank nodes above it that it may know, and no others.
void expect_keys_fit(const Group& group) {
  const GroupState state = open_state(group);
  ASSERT_NE(state.tree_private.find(state.tree, node_of(state.own_leaf)), nullptr);
  for (std::uint32_t i = 0; i < state.tree.size(); ++i) {
    const bool known = state.tree_private.find(state.tree, {i}) != nullptr;
    const ParentNode* parent_node = state.tree.parent_node({i});
    if (!is_ancestor({i}, state.own_leaf)) {
      EXPECT_FALSE(known) << i;
    } else if (parent_node != nullptr) {
      const auto& unmerged = parent_node->unmerged_leaves;
      const bool merged = std::find(unmerged.begin(), unmerged.end(), state.own_leaf) == unmerged.end();
      EXPECT_EQ(known, merged) << i;
    }
  }
}

void add_without_path(Circle& circle, const std::string& by, const std::string& name) {
  const OwnIdentity own = identity(name, circle.random);
  const auto bundle = make_key_package(own, {}, circle.random);
  CommitRequest request;
  request.add = {bundle->key_package};
  request.path = false;
  auto pending = circle.at(by).commit(request, circle.random);
  ASSERT_TRUE(pending.has_value()) << error_name(pending.error());
  auto joined = Group::join_by_welcome(*pending->welcome(), *bundle, own, knows_nothing());
  ASSERT_TRUE(joined.has_value()) << error_name(joined.error());
  circle.deliver(by, pending->message());
  ASSERT_TRUE(circle.at(by).merge(std::move(*pending)).has_value());
  circle.groups.insert_or_assign(name, std::move(*joined));
}

// The case that broke others: a leaf is unmerged in a node far above, the nodes between are blank, and then that leaf
// changes, so that it must vanish from the hashes as they were when the upper node was set.
TEST(RulesTree, BlankAncestorsOverChangedUnmergedLeaves) {
  Circle circle("m0");
  for (int i = 1; i < 8; ++i) circle.join_by_welcome("m" + std::to_string(i), "m0");
  circle.remove("m0", "m5");  // leaf 5, its parents 9 and 11 are blank
  circle.remove("m0", "m6");
  circle.commit("m0", {});               // sets the root again, over the blanks
  add_without_path(circle, "m0", "n5");  // unmerged in the root; 9 and 11 are blank
  add_without_path(circle, "m0", "n6");
  const GroupState between = open_state(circle.at("m0"));
  ASSERT_EQ(between.tree.parent_node({7})->unmerged_leaves, (std::vector<LeafIndex>{{5}, {6}}));
  ASSERT_TRUE(between.tree.is_blank({9}) && between.tree.is_blank({11}) && between.tree.is_blank({13}));
  expect_sound(circle);
  // Each way of changing one of them.
  for (const int way : {0, 1, 2, 3}) {
    SCOPED_TRACE(way);
    Circle copy("m0");
    copy.groups.clear();
    for (auto& [name, group] : circle.groups) {
      if (!group.is_removed()) copy.groups.insert_or_assign(name, std::move(*Group::restore(stored(group))));
    }
    copy.random = circle.random;
    if (way == 0) {
      copy.commit("n5", {});
    } else if (way == 1) {
      copy.remove("m1", "n5");
    } else if (way == 2) {
      const auto update = copy.at("n5").propose(ProposeUpdate{}, copy.random);
      copy.deliver("n5", *update);
      copy.commit("m1", {});
    } else {
      copy.join_external("x", "m1", LeafIndex{5});
    }
    expect_sound(copy);
    copy.expect_agreement();
    copy.join_by_welcome("last", "m7");
    copy.commit("last", {});
    expect_sound(copy);
    for (auto& [name, group] : copy.groups) {
      if (!group.is_removed()) expect_keys_fit(group);
    }
  }
}

// 7.9.2: nobody under a parent is passed over in silence. Whoever was added since is unmerged there; taken out of that
// list, no hash tells of it, only the rule on resolutions does.
TEST(RulesTree, NobodyIsHiddenUnderAParent) {
  Circle circle("m0");
  for (int i = 1; i < 6; ++i) circle.join_by_welcome("m" + std::to_string(i), "m0");
  circle.remove("m0", "m4");
  circle.commit("m5", {});               // sets the root; nothing else of m5's path has somebody on its other side
  add_without_path(circle, "m0", "n4");  // unmerged in the root, next to m5
  RatchetTree tree = open_state(circle.at("m0")).tree;
  ParentNode top = *tree.parent_node({7});
  ASSERT_EQ(top.unmerged_leaves, std::vector<LeafIndex>{{4}});
  EXPECT_TRUE(check_parent_hashes(tree).has_value());
  const Bytes hash = tree.parent_hash({7}, {3});
  top.unmerged_leaves.clear();
  tree.set_parent({7}, top);
  EXPECT_EQ(tree.parent_hash({7}, {3}), hash);
  EXPECT_TRUE(check_unmerged_leaves(tree).has_value());
  EXPECT_EQ(check_parent_hashes(tree).error(), CryptoError::bad_parent_hash);
}

TEST(RulesTree, GrowsAndIsCutOff) {
  Circle circle("m0");
  const auto leaves = [&] { return open_state(circle.at("m0")).tree.leaf_count().value; };
  for (const std::uint32_t count : std::vector<std::uint32_t>{2, 3, 4, 5, 6, 7, 8, 9}) {
    circle.join_by_welcome("m" + std::to_string(count - 1), "m0");
    EXPECT_EQ(leaves(), count <= 2 ? count : count <= 4 ? 4U : count <= 8 ? 8U : 16U);
  }
  expect_sound(circle);
  circle.remove("m0", "m8");
  EXPECT_EQ(leaves(), 8U);
  for (const char* name : {"m4", "m5", "m6"}) circle.remove("m0", name);
  EXPECT_EQ(leaves(), 8U);  // m7 is the last one on the right
  circle.remove("m1", "m7");
  EXPECT_EQ(leaves(), 4U);
  expect_sound(circle);
  circle.join_external("m4", "m2");
  EXPECT_EQ(circle.at("m4").own_leaf(), LeafIndex{4});
  for (const char* name : {"m1", "m2", "m3", "m4"}) circle.remove("m0", name);
  EXPECT_EQ(leaves(), 1U);
  circle.commit("m0", {});
  expect_sound(circle);
}

TEST(RulesTree, NoLeafBeyondTheLimit) {
  RatchetTree tree;
  for (std::uint32_t i = 0; i < kMaxLeaves; ++i) {
    LeafNode leaf;
    leaf.encryption_key = {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i >> 8)};
    ASSERT_TRUE(tree.add(std::move(leaf)).has_value());
  }
  EXPECT_EQ(tree.add(LeafNode{}).error(), CryptoError::bad_tree);
}

// Joins of every kind, removals, updates, proposals, from a printed seed.
class RandomLife {
 public:
  explicit RandomLife(std::uint8_t seed) : dice_(seed) {}

  void step() {
    const auto names = members();
    const std::string by = names[roll(names.size())];
    const std::string other = names[roll(names.size())];
    const std::size_t kind = roll(8);
    if (names.size() < 3 || (kind < 3 && names.size() < 10)) {
      const std::string name = "n" + std::to_string(++made_);
      if (kind % 3 == 0) {
        circle.join_by_welcome(name, by);
      } else if (kind % 3 == 1) {
        circle.join_external(name, by);
      } else {
        add_without_path(circle, by, name);
      }
    } else if (kind == 3 && by != other) {
      circle.remove(by, other);
    } else if (kind == 4 && by != other) {
      circle.join_external("n" + std::to_string(++made_), by, circle.at(other).own_leaf());
    } else if (kind == 5) {
      const auto update = circle.at(other).propose(ProposeUpdate{}, circle.random);
      ASSERT_TRUE(update.has_value());
      circle.deliver(other, *update);
      circle.commit(by, {});
    } else {
      circle.commit(by, {});
    }
  }

  std::vector<std::string> members() {
    std::vector<std::string> names;
    for (const auto& [name, group] : circle.groups) {
      if (!group.is_removed()) names.push_back(name);
    }
    return names;
  }

  Circle circle{"n0"};

 private:
  std::size_t roll(std::size_t sides) { return dice_.bytes(1)[0] % sides; }

  TestRandom dice_;
  int made_ = 0;
};

TEST(RulesTree, RandomLives) {
  for (std::uint8_t seed = 1; seed <= 2; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomLife life(seed);
    for (int i = 0; i < 40; ++i) {
      SCOPED_TRACE("step " + std::to_string(i));
      life.step();
      if (testing::Test::HasFailure()) return;
      expect_sound(life.circle);
    }
    for (const std::string& name : life.members()) expect_keys_fit(life.circle.at(name));
    life.circle.expect_agreement();
  }
}

}  // namespace
}  // namespace bredvid::mls
