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
    BREDVID_OK(tree.add(add->key_package->leaf_node));
  } else if (const auto* update = std::get_if<mls::Update>(&proposal.body)) {
    ASSERT_NE(tree.leaf(sender), nullptr);
    tree.update(sender, update->leaf_node);
  } else {
    const auto* remove = std::get_if<mls::Remove>(&proposal.body);
    ASSERT_TRUE(remove != nullptr && tree.leaf(remove->removed) != nullptr);
    tree.remove(remove->removed);
  }
}

void check_operation(const Value& entry, Report& report) {
  if (!takes_suites_1_and_3(entry, report)) return;
  auto tree = tls::decode<RatchetTree>(unhex(entry["tree_before"]));
  const auto proposal = tls::decode<mls::Proposal>(unhex(entry["proposal"]));
  BREDVID_OK(tree);
  BREDVID_OK(proposal);
  EXPECT_EQ(entry["tree_hash_before"], hex(tree->root_hash()));
  apply(*tree, *proposal, {entry["proposal_sender"].number<std::uint32_t>()});
  EXPECT_EQ(entry["tree_after"], hex(tls::encode(*tree)));
  EXPECT_EQ(entry["tree_hash_after"], hex(tree->root_hash()));
}
BREDVID_VECTOR_FILE(TreeOperations, "tree-operations.json", check_operation, "cipher_suite", "tree_before", "proposal",
                    "proposal_sender", "tree_after", "tree_hash_before", "tree_hash_after");

void check_validation(const Value& entry, Report& report) {
  if (!takes_suites_1_and_3(entry, report)) return;
  const auto tree = tls::decode<RatchetTree>(unhex(entry["tree"]));
  BREDVID_OK(tree);
  const Bytes group_id = unhex(entry["group_id"]);
  const std::vector<Value> resolutions = entry["resolutions"].items();
  const std::vector<Value> hashes = entry["tree_hashes"].items();
  ASSERT_EQ(resolutions.size(), tree->size());
  ASSERT_EQ(hashes.size(), tree->size());
  for (std::uint32_t i = 0; i < tree->size(); ++i) {
    Json resolution = Json::array();
    for (NodeIndex node : tree->resolution({i})) resolution.push_back(node.value);
    EXPECT_EQ(resolution, resolutions[i].json());
    EXPECT_EQ(hashes[i], hex(tree->tree_hash({i})));
  }
  EXPECT_TRUE(mls::check_parent_hashes(*tree));
  EXPECT_TRUE(mls::check_unmerged_leaves(*tree));
  EXPECT_TRUE(mls::check_unique_keys(*tree));
  for (LeafIndex leaf : tree->members()) {
    EXPECT_TRUE(mls::verify_leaf_signature(*tree->leaf(leaf), {group_id, leaf}));
  }
}
BREDVID_VECTOR_FILE(TreeValidation, "tree-validation.json", check_validation, "cipher_suite", "tree", "group_id",
                    "tree_hashes", "resolutions");

struct PrivateLeaf {
  LeafIndex index;
  Bytes seed;
  mls::TreePrivate keys;
};

std::vector<PrivateLeaf> private_leaves(const Value& entry, const RatchetTree& tree) {
  std::vector<PrivateLeaf> leaves;
  for (const Value& item : entry["leaves_private"].items()) {
    PrivateLeaf leaf{{item["index"].number<std::uint32_t>()}, signature_seed(item["signature_priv"]), {}};
    SecretBytes leaf_private = unhex_secret(item["encryption_priv"]);
    Bytes leaf_public = crypto::x25519_public(leaf_private.view()).value_or(Bytes());
    leaf.keys.set(mls::node_of(leaf.index), {std::move(leaf_private), std::move(leaf_public)});
    EXPECT_NE(leaf.keys.find(tree, mls::node_of(leaf.index)), nullptr);
    for (const Value& secret : item["path_secrets"].items()) {
      const NodeIndex node{secret["node"].number<std::uint32_t>()};
      const SecretBytes path_secret = unhex_secret(secret["path_secret"]);
      leaf.keys.set(node, crypto::kem_derive_key(mls::derive_secret(path_secret, "node").view()));
      EXPECT_NE(leaf.keys.find(tree, node), nullptr);  // fits the public tree
    }
    leaves.push_back(std::move(leaf));
  }
  return leaves;
}

mls::GroupContext context_of(const Value& entry, const RatchetTree& tree) {
  mls::GroupContext context;
  context.cipher_suite = entry["cipher_suite"].number<std::uint16_t>();
  context.group_id = unhex(entry["group_id"]);
  context.epoch = entry["epoch"].number<std::uint64_t>();
  context.tree_hash = tree.root_hash();
  context.confirmed_transcript_hash = unhex(entry["confirmed_transcript_hash"]);
  return context;
}

// Everybody but the sender follows the path and finds the same commit secret.
void follow_by_all(const Value& entry, const RatchetTree& merged, const std::vector<PrivateLeaf>& leaves,
                   LeafIndex sender, const mls::UpdatePath& path, const std::string& commit_secret) {
  const Bytes context = tls::encode(context_of(entry, merged));
  for (const PrivateLeaf& leaf : leaves) {
    if (leaf.index == sender) continue;
    mls::TreePrivate keys = leaf.keys.clone();
    const auto secret = mls::decrypt_path(merged, keys, leaf.index, sender, path, {}, context);
    BREDVID_OK(secret);
    EXPECT_EQ(hex(secret->view()), commit_secret);
  }
}

// What a member gets out of the path as plain secrets: the keys above it and the commit secret (7.4), without HPKE.
void adopt_by_all(const Value& update, const RatchetTree& merged, const std::vector<PrivateLeaf>& leaves,
                  LeafIndex sender) {
  const std::vector<Value> path_secrets = update["path_secrets"].items();
  for (const PrivateLeaf& leaf : leaves) {
    if (leaf.index == sender) continue;
    ASSERT_LT(leaf.index.value, path_secrets.size());
    mls::TreePrivate keys = leaf.keys.clone();
    const auto secret =
        mls::adopt_path_secret(merged, keys, leaf.index, sender, unhex_secret(path_secrets[leaf.index.value]));
    BREDVID_OK(secret);
    EXPECT_EQ(update["commit_secret"], hex(secret->view()));
  }
}

void check_given_path(const Value& entry, const Value& update, RatchetTree tree,
                      const std::vector<PrivateLeaf>& leaves) {
  const LeafIndex sender{update["sender"].number<std::uint32_t>()};
  ASSERT_NE(tree.leaf(sender), nullptr);
  const auto path = tls::decode<mls::UpdatePath>(unhex(update["update_path"]));
  BREDVID_OK(path);
  const Bytes group_id = unhex(entry["group_id"]);
  BREDVID_OK(mls::merge_path(tree, {group_id, sender}, *path, {}));
  EXPECT_EQ(update["tree_hash_after"], hex(tree.root_hash()));
  adopt_by_all(update, tree, leaves, sender);
  if (is_suite(entry, kSuite3)) follow_by_all(entry, tree, leaves, sender, *path, update["commit_secret"].text());
}

void check_own_path(const Value& entry, const RatchetTree& before, const std::vector<PrivateLeaf>& leaves,
                    const PrivateLeaf& sender) {
  crypto::SystemRandom random;
  RatchetTree tree = before;
  ASSERT_NE(before.leaf(sender.index), nullptr);
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

void check_treekem(const Value& entry, Report& report) {
  if (!takes_suites_1_and_3(entry, report)) return;
  const auto tree = tls::decode<RatchetTree>(unhex(entry["ratchet_tree"]));
  BREDVID_OK(tree);
  const std::vector<PrivateLeaf> leaves = private_leaves(entry, *tree);
  for (const Value& update : entry["update_paths"].items()) check_given_path(entry, update, *tree, leaves);
  if (is_suite(entry, kSuite3)) {
    for (const PrivateLeaf& leaf : leaves) check_own_path(entry, *tree, leaves, leaf);
  } else {
    report.note("of suite 1 with plain path secrets, since the sealed ones need AES-128-GCM");
  }
}
BREDVID_VECTOR_FILE(TreeKem, "treekem.json", check_treekem, "cipher_suite", "confirmed_transcript_hash", "epoch",
                    "group_id", "leaves_private", "ratchet_tree", "update_paths");

}  // namespace
}  // namespace bredvid::vectors
