// The ratchet tree: tree-operations, tree-validation, treekem. Hashes and signatures are the same in suites 1 and 3.
#include "crypto/mls/group_context.h"
#include "crypto/mls/labels.h"
#include "crypto/mls/proposal.h"
#include "crypto/mls/tree_validation.h"
#include "crypto/mls/treekem.h"
#include "crypto/primitives/system_random.h"
#include "tests/vectors/vector_file.h"

namespace bredvid::vectors {
namespace {

using mls::LeafIndex;
using mls::NodeIndex;
using mls::RatchetTree;

void apply(RatchetTree& tree, const mls::Proposal& proposal, LeafIndex sender) {
  if (const auto* add = std::get_if<mls::Add>(&proposal.body)) {
    BREDVID_OK(tree.add(add->key_package.leaf_node));
  } else if (const auto* update = std::get_if<mls::Update>(&proposal.body)) {
    tree.update(sender, update->leaf_node);
  } else {
    tree.remove(std::get<mls::Remove>(proposal.body).removed);
  }
}

TEST(Vectors, TreeOperations) {
  BREDVID_VECTORS(entries, "tree-operations.json");
  Tally tally("tree-operations");
  for (const Json& entry : entries) {
    auto tree = tls::decode<RatchetTree>(unhex(entry["tree_before"]));
    const auto proposal = tls::decode<mls::Proposal>(unhex(entry["proposal"]));
    BREDVID_OK(tree);
    BREDVID_OK(proposal);
    EXPECT_EQ(hex(tree->root_hash()), entry["tree_hash_before"]);
    apply(*tree, *proposal, {entry["proposal_sender"].get<std::uint32_t>()});
    EXPECT_EQ(hex(tls::encode(*tree)), entry["tree_after"]);
    EXPECT_EQ(hex(tree->root_hash()), entry["tree_hash_after"]);
    tally.entry();
  }
}

TEST(Vectors, TreeValidation) {
  BREDVID_VECTORS(entries, "tree-validation.json");
  Tally tally("tree-validation");
  for (const Json& entry : entries) {
    const auto tree = tls::decode<RatchetTree>(unhex(entry["tree"]));
    BREDVID_OK(tree);
    const Bytes group_id = unhex(entry["group_id"]);
    ASSERT_EQ(entry["resolutions"].size(), tree->size());
    for (std::uint32_t i = 0; i < tree->size(); ++i) {
      Json resolution = Json::array();
      for (NodeIndex node : tree->resolution({i})) resolution.push_back(node.value);
      EXPECT_EQ(resolution, entry["resolutions"][i]);
      EXPECT_EQ(hex(tree->tree_hash({i})), entry["tree_hashes"][i]);
    }
    EXPECT_TRUE(mls::check_parent_hashes(*tree));
    EXPECT_TRUE(mls::check_unmerged_leaves(*tree));
    EXPECT_TRUE(mls::check_unique_keys(*tree));
    for (LeafIndex leaf : tree->members()) {
      EXPECT_TRUE(mls::verify_leaf_signature(*tree->leaf(leaf), {group_id, leaf}));
    }
    tally.entry();
  }
}

struct PrivateLeaf {
  LeafIndex index;
  Bytes seed;
  mls::TreePrivate keys;
};

std::vector<PrivateLeaf> private_leaves(const Json& entry, const RatchetTree& tree) {
  std::vector<PrivateLeaf> leaves;
  for (const Json& item : entry["leaves_private"]) {
    PrivateLeaf leaf{{item["index"].get<std::uint32_t>()}, signature_seed(item["signature_priv"]), {}};
    SecretBytes leaf_private = unhex_secret(item["encryption_priv"]);
    Bytes leaf_public = crypto::x25519_public(leaf_private.view()).value_or(Bytes());
    leaf.keys.set(mls::node_of(leaf.index), {std::move(leaf_private), std::move(leaf_public)});
    EXPECT_NE(leaf.keys.find(tree, mls::node_of(leaf.index)), nullptr);
    for (const Json& secret : item["path_secrets"]) {
      const NodeIndex node{secret["node"].get<std::uint32_t>()};
      const SecretBytes path_secret = unhex_secret(secret["path_secret"]);
      leaf.keys.set(node, crypto::kem_derive_key(mls::derive_secret(path_secret, "node").view()));
      EXPECT_NE(leaf.keys.find(tree, node), nullptr);  // fits the public tree
    }
    leaves.push_back(std::move(leaf));
  }
  return leaves;
}

mls::GroupContext context_of(const Json& entry, const RatchetTree& tree) {
  mls::GroupContext context;
  context.cipher_suite = entry["cipher_suite"].get<std::uint16_t>();
  context.group_id = unhex(entry["group_id"]);
  context.epoch = entry["epoch"].get<std::uint64_t>();
  context.tree_hash = tree.root_hash();
  context.confirmed_transcript_hash = unhex(entry["confirmed_transcript_hash"]);
  return context;
}

// Everybody but the sender follows the path and finds the same commit secret.
void follow_by_all(const Json& entry, const RatchetTree& merged, const std::vector<PrivateLeaf>& leaves,
                   LeafIndex sender, const mls::UpdatePath& path, const Json& commit_secret) {
  const Bytes context = tls::encode(context_of(entry, merged));
  for (const PrivateLeaf& leaf : leaves) {
    if (leaf.index == sender) continue;
    mls::TreePrivate keys = leaf.keys.clone();
    const auto secret = mls::decrypt_path(merged, keys, leaf.index, sender, path, {}, context);
    BREDVID_OK(secret);
    EXPECT_EQ(hex(secret->view()), commit_secret);
  }
}

void check_given_path(const Json& entry, const Json& update, RatchetTree tree, const std::vector<PrivateLeaf>& leaves) {
  const LeafIndex sender{update["sender"].get<std::uint32_t>()};
  const auto path = tls::decode<mls::UpdatePath>(unhex(update["update_path"]));
  BREDVID_OK(path);
  const Bytes group_id = unhex(entry["group_id"]);
  BREDVID_OK(mls::merge_path(tree, {group_id, sender}, *path, {}));
  EXPECT_EQ(hex(tree.root_hash()), update["tree_hash_after"]);
  follow_by_all(entry, tree, leaves, sender, *path, update["commit_secret"]);
}

void check_own_path(const Json& entry, const RatchetTree& before, const std::vector<PrivateLeaf>& leaves,
                    const PrivateLeaf& sender) {
  crypto::SystemRandom random;
  RatchetTree tree = before;
  mls::TreePrivate keys = sender.keys.clone();
  const Bytes group_id = unhex(entry["group_id"]);
  auto made = mls::make_path(tree, keys, {group_id, sender.index}, *before.leaf(sender.index), sender.seed, random);
  BREDVID_OK(made);
  BREDVID_OK(mls::encrypt_path(*made, tree, {}, tls::encode(context_of(entry, tree)), random));
  RatchetTree merged = before;
  BREDVID_OK(mls::merge_path(merged, {group_id, sender.index}, made->path, {}));
  EXPECT_EQ(merged, tree);
  follow_by_all(entry, merged, leaves, sender.index, made->path, hex(made->commit_secret.view()));
}

TEST(Vectors, TreeKem) {
  BREDVID_VECTORS(entries, "treekem.json");
  Tally tally("treekem");
  for (const Json& entry : entries) {
    if (entry["cipher_suite"] != kSuite3) {
      tally.left_out();
      continue;
    }
    const auto tree = tls::decode<RatchetTree>(unhex(entry["ratchet_tree"]));
    BREDVID_OK(tree);
    const std::vector<PrivateLeaf> leaves = private_leaves(entry, *tree);
    for (const Json& update : entry["update_paths"]) check_given_path(entry, update, *tree, leaves);
    for (const PrivateLeaf& leaf : leaves) check_own_path(entry, *tree, leaves, leaf);
    tally.entry();
  }
}

}  // namespace
}  // namespace bredvid::vectors
