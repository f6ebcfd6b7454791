// Welcomes by a member that lies to a newcomer: everything is signed and sealed as it should be.
#include "crypto/mls/key_schedule.h"
#include "crypto/mls/labels.h"
#include "tests/mutants/leaf_changes.h"

namespace bredvid::mutants {
namespace {

using namespace mls;
using namespace mls::testing_support;

// What is altered at each stage. Hooks may be empty.
struct Lie {
  std::function<void(RatchetTree&)> tree = {};            // before the tree hash
  std::function<void(GroupInfo&)> info = {};              // before confirmation tag and signature
  std::function<void(GroupInfo&)> tagged = {};            // after the confirmation tag, before the signature
  std::function<void(GroupInfo&)> signed_info = {};       // after the signature
  std::function<void(GroupSecrets&)> secrets = {};        // what the newcomer is told
  std::function<void(mls::Welcome&)> welcome = {};        // at the end
  std::optional<std::size_t> joiner_size = std::nullopt;  // another size of the joiner secret, used throughout
};

// Eva is added by Bo.
struct Newcomer {
  World world;
  OwnIdentity own = identity("eva", world.random());
  KeyPackageBundle bundle = *make_key_package(own, {}, world.random());
  KeyPackage package = *decode_message<KeyPackage>(bundle.key_package);

  Bytes welcome(const Lie& lie) {
    Forged forged = world.forge(with({{Add{package}}}));
    RatchetTree& tree = forged.next.tree;
    if (lie.tree) lie.tree(tree);
    forged.next.context.tree_hash = tree.root_hash();
    SecretBytes joiner = forged.joiner.clone();
    if (lie.joiner_size) joiner = SecretBytes(Bytes(*lie.joiner_size, 7));
    const SecretBytes psk = psk_secret(forged.psks);

    GroupInfo info{forged.next.context, {{extension_type::kRatchetTree, tls::encode(tree)}}, {}, {1}, {}};
    if (lie.info) lie.info(info);
    const EpochSecrets epoch = epoch_secrets(joiner, psk, tls::encode(info.group_context));
    info.confirmation_tag = confirmation_tag(epoch.confirmation_key, info.group_context.confirmed_transcript_hash);
    if (lie.tagged) lie.tagged(info);
    EXPECT_TRUE(sign_group_info(info, world.bo.signature_key.seed.view()));
    if (lie.signed_info) lie.signed_info(info);

    mls::Welcome made;
    made.encrypted_group_info = *encrypt_group_info(info, welcome_secret(joiner, psk));
    GroupSecrets secrets{joiner.clone(), std::nullopt, {}};
    for (const PathSecret& step : forged.path_secrets) {
      if (step.node == NodeIndex{7}) secrets.path_secret = step.secret.clone();
    }
    if (lie.secrets) lie.secrets(secrets);
    made.secrets.push_back(*encrypt_group_secrets(secrets, key_package_ref(tls::encode(package)), package.init_key,
                                                  made.encrypted_group_info, world.random()));
    if (lie.welcome) lie.welcome(made);
    return encode_message(std::move(made));
  }
  Result<Group> join(const Lie& lie) { return Group::join_by_welcome(welcome(lie), bundle, own, knows_psk()); }
  void attack(const std::string& field, const std::string& way, const Lie& lie) {
    const auto done = join(lie);
    EXPECT_FALSE(done.has_value()) << "ACCEPTED Welcome: " << field << ": " << way;
    note_insider("Welcome: " + field, way, done ? "ACCEPTED" : error_name(done.error()));
  }
};

TEST(InsiderWelcome, TheForgeryIsGoodUntilSomethingIsAltered) {
  Newcomer eva;
  const auto joined = eva.join({});
  ASSERT_TRUE(joined.has_value()) << error_name(joined.error());
  EXPECT_EQ(joined->members().size(), 5U);
  const auto without_path = eva.join({.secrets = [](GroupSecrets& secrets) { secrets.path_secret.reset(); }});
  EXPECT_TRUE(without_path.has_value()) << error_name(without_path.error());
}

TEST(InsiderWelcome, GroupInfo) {
  Newcomer eva;
  for (std::uint32_t signer : {0U, 2U, 3U, 4U, 5U, 7U, 8U, 0xffffffffU}) {
    eva.attack("signer", std::to_string(signer), {.info = [signer](GroupInfo& info) { info.signer = {signer}; }});
  }
  for (std::uint16_t suite : {std::uint16_t{0}, std::uint16_t{1}, std::uint16_t{2}}) {
    eva.attack("cipher_suite", "another", {.info = [=](GroupInfo& info) { info.group_context.cipher_suite = suite; }});
    eva.attack("cipher_suite", "another", {.welcome = [=](mls::Welcome& welcome) { welcome.cipher_suite = suite; }});
  }
  eva.attack("group_id", "another", {.info = [](GroupInfo& info) { info.group_context.group_id.push_back(1); }});
  for (std::size_t i = 0; i < 32; i += 4) {
    eva.attack("tree_hash", "a byte", {.info = [i](GroupInfo& info) { info.group_context.tree_hash[i] ^= 1; }});
    eva.attack("confirmed_transcript_hash", "a byte after the tag",
               {.tagged = [i](GroupInfo& info) { info.group_context.confirmed_transcript_hash[i] ^= 1; }});
  }
  for (std::size_t i = 0; i < 32; ++i) {
    eva.attack("confirmation_tag", "a byte", {.tagged = [i](GroupInfo& info) { info.confirmation_tag[i] ^= 1; }});
  }
  for (std::size_t size : {std::size_t{0}, std::size_t{16}, std::size_t{31}, std::size_t{33}}) {
    eva.attack("confirmation_tag", "a size", {.tagged = [=](GroupInfo& info) { info.confirmation_tag.resize(size); }});
    eva.attack("signature", "a size", {.signed_info = [=](GroupInfo& info) { info.signature.resize(size); }});
    eva.attack("tree_hash", "a size", {.info = [=](GroupInfo& info) { info.group_context.tree_hash.resize(size); }});
  }
  for (std::size_t i = 0; i < 64; i += 4) {
    eva.attack("signature", "a byte", {.signed_info = [i](GroupInfo& info) { info.signature[i] ^= 1; }});
  }
  eva.attack("epoch", "other than tagged", {.tagged = [](GroupInfo& info) { info.group_context.epoch += 1; }});
}

TEST(InsiderWelcome, Extensions) {
  Newcomer eva;
  const Extension strange{0xf0f0, {}};
  eva.attack("group extensions", "not everybody's",
             {.info = [&](GroupInfo& info) { info.group_context.extensions = {strange}; }});
  eva.attack("group extensions", "one type twice",
             {.info = [&](GroupInfo& info) { info.group_context.extensions = {strange, strange}; }});
  for (const Bytes& data : {Bytes{2, 0xf0, 0xf0, 0, 0}, Bytes{0, 0, 2, 0, 2}, Bytes{}, Bytes{0, 0, 0, 0}}) {
    eva.attack("group extensions", "required_capabilities", {.info = [&](GroupInfo& info) {
                 info.group_context.extensions = {{extension_type::kRequiredCapabilities, data}};
               }});
  }
  eva.attack("info extensions", "no tree", {.info = [](GroupInfo& info) { info.extensions.clear(); }});
  eva.attack("info extensions", "tree twice",
             {.info = [](GroupInfo& info) { info.extensions.push_back(info.extensions[0]); }});
  const auto tree_bytes = [&](const std::string& way, const std::function<void(Bytes&)>& change) {
    eva.attack("ratchet_tree", way, {.info = [&](GroupInfo& info) { change(info.extensions[0].data); }});
  };
  tree_bytes("empty", [](Bytes& data) { data.clear(); });
  tree_bytes("no nodes", [](Bytes& data) { data = {0}; });
  tree_bytes("cut", [](Bytes& data) { data.resize(data.size() / 2); });
  tree_bytes("trailing byte", [](Bytes& data) { data.push_back(0); });
  tree_bytes("a blank at its end", [](Bytes& data) {
    data.push_back(0);
    const std::size_t length = data.size() - 2;  // behind a length of two bytes
    data[0] = static_cast<std::uint8_t>(0x40 | length >> 8);
    data[1] = static_cast<std::uint8_t>(length);
  });
}

TEST(InsiderWelcome, Tree) {
  Newcomer eva;
  const auto parent = [&](const std::string& field, const std::string& way, std::uint32_t node,
                          const std::function<void(ParentNode&)>& change) {
    eva.attack("tree: " + field, way, {.tree = [&](RatchetTree& tree) {
                 ASSERT_NE(tree.parent_node({node}), nullptr);
                 ParentNode altered = *tree.parent_node({node});
                 change(altered);
                 tree.set_parent({node}, std::move(altered));
               }});
  };
  for (std::uint32_t node : {1U, 3U, 5U}) {  // 7 is the new root, set by Bo's path
    for (std::size_t i = 0; i < 32; i += 4) {
      parent("parent key", "a byte", node, [i](ParentNode& n) { n.encryption_key[i] ^= 1; });
    }
    parent("parent key", "a size", node, [](ParentNode& n) { n.encryption_key.pop_back(); });
    parent("parent hash", "longer", node, [](ParentNode& n) { n.parent_hash.push_back(0); });
    parent("parent hash", "another", node, [](ParentNode& n) { n.parent_hash.assign(32, 5); });
    parent("unmerged leaves", "not below", node, [](ParentNode& n) { n.unmerged_leaves = {{4}}; });
    parent("unmerged leaves", "blank", node, [](ParentNode& n) { n.unmerged_leaves = {{6}}; });
    parent("unmerged leaves", "outside", node, [](ParentNode& n) { n.unmerged_leaves = {{1000}}; });
    parent("unmerged leaves", "one that is merged", node,
           [node](ParentNode& n) { n.unmerged_leaves = {{node == 5 ? 3U : 0U}}; });
  }
  parent("unmerged leaves", "descending", 3, [](ParentNode& n) { n.unmerged_leaves = {{3}, {0}}; });
  parent("unmerged leaves", "one twice", 3, [](ParentNode& n) { n.unmerged_leaves = {{0}, {0}}; });
  const auto leaf = [&](const std::string& way, std::uint32_t index, const std::function<void(LeafNode&)>& change) {
    eva.attack("tree: leaf of " + std::string(index == 4 ? "the newcomer" : "another"), way,
               {.tree = [&](RatchetTree& tree) {
                 LeafNode altered = *tree.leaf({index});
                 change(altered);
                 tree.set_leaf({index}, std::move(altered));
               }});
  };
  for (std::uint32_t index : {0U, 2U, 3U, 4U}) {
    leaf("name", index, [](LeafNode& node) { node.credential.identity.push_back('x'); });
    leaf("encryption key", index, [](LeafNode& node) { node.encryption_key.assign(32, 9); });
    leaf("signature key", index, [](LeafNode& node) { node.signature_key[0] ^= 1; });
    leaf("signature", index, [](LeafNode& node) { node.signature[0] ^= 1; });
    leaf("capabilities", index, [](LeafNode& node) { node.capabilities.extensions.push_back(0xf0f0); });
  }
  eva.attack("tree: leaf of the newcomer", "missing", {.tree = [](RatchetTree& tree) { tree.remove({4}); }});
  eva.attack("tree: leaf of the newcomer", "twice",
             {.tree = [](RatchetTree& tree) { EXPECT_TRUE(tree.add(*tree.leaf({4})).has_value()); }});
}

TEST(InsiderWelcome, OwnLeafOfTheSigner) {
  Newcomer eva;
  const World& world = eva.world;
  for (const LeafChange& change : changes_before_signing(world, world.leaf(1), LeafNodeSource::commit, NodeIndex{5})) {
    if (change.field == "credential" && change.way != "x509") continue;  // a newcomer has seen no other name
    if (change.way == "its own old one") continue;                       // nor an older key
    eva.attack("tree: leaf of the signer, " + change.field, change.way, {.tree = [&](RatchetTree& tree) {
                 LeafNode altered = *tree.leaf({1});
                 change.change(altered);
                 EXPECT_TRUE(sign_leaf(altered, {world.bo.context.group_id, {1}}, world.bo.signature_key.seed.view()));
                 tree.set_leaf({1}, std::move(altered));
               }});
  }
}

TEST(InsiderWelcome, Secrets) {
  Newcomer eva;
  for (std::size_t i = 0; i < 32; i += 4) {
    eva.attack("joiner_secret", "a byte", {.secrets = [i](GroupSecrets& secrets) {
                 Bytes bytes = to_bytes(secrets.joiner_secret.view());
                 bytes[i] ^= 1;
                 secrets.joiner_secret = SecretBytes(std::move(bytes));
               }});
  }
  for (std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{31}, std::size_t{32}, std::size_t{33}}) {
    eva.attack("path_secret", "another",
               {.secrets = [=](GroupSecrets& secrets) { secrets.path_secret = SecretBytes(Bytes(size, 3)); }});
    if (size != 32) eva.attack("joiner_secret", "a size", {.joiner_size = size});
  }
  const auto psk = [&](const std::string& way, const std::function<void(PreSharedKeyId&)>& change) {
    eva.attack("psks", way, {.secrets = [&](GroupSecrets& secrets) {
                 PreSharedKeyId id;
                 id.psk_id = kPskId;
                 id.psk_nonce = Bytes(32, 9);
                 change(id);
                 secrets.psks.push_back(std::move(id));
               }});
  };
  psk("one that was not mixed in", [](PreSharedKeyId&) {});
  psk("unknown", [](PreSharedKeyId& id) { id.psk_id = {9}; });
  for (ResumptionUsage usage : {ResumptionUsage::application, ResumptionUsage::reinit, ResumptionUsage::branch}) {
    psk("resumption", [usage](PreSharedKeyId& id) {
      id.type = PskType::resumption;
      id.usage = usage;
    });
  }
  for (std::size_t i = 0; i < 32; i += 4) {
    eva.attack("new_member", "a byte", {.welcome = [i](mls::Welcome& made) { made.secrets[0].new_member[i] ^= 1; }});
  }
  eva.attack("secrets", "none", {.welcome = [](mls::Welcome& made) { made.secrets.clear(); }});
}

}  // namespace
}  // namespace bredvid::mutants
