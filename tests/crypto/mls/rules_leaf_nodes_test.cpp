// RFC 9420 7.2, 7.3: what a leaf has to be, at each of the three ways by which it comes: in a key package that is
// added, in an Update, in the path of a commit.
#include "crypto/mls/tree_validation.h"
#include "tests/crypto/mls/insider.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

using ChangeLeaf = std::function<void(LeafNode&)>;

enum class Way { add, update, path };
const std::vector<Way> kEveryWay{Way::add, Way::update, Way::path};

// Bo's commit that brings a leaf which is right but for `change`.
Bytes bring(Scene& scene, Way way, const ChangeLeaf& change) {
  Insider bo = scene.as("bo");
  Plan plan;
  if (way == Way::add) {
    plan.proposals = {{Add{scene.key_package([&](KeyPackage& made) { change(made.leaf_node); })}}};
  } else if (way == Way::update) {
    plan.references = {scene.propose("cilla", {Update{scene.as("cilla").update_leaf(change)}})};
  } else {
    plan.leaf = change;
  }
  return bo.commit_message(plan);
}

void expect_refused_leaf(Way way, const ChangeLeaf& change, CryptoError error) {
  Scene scene;
  const Bytes message = bring(scene, way, change);
  expect_refused(scene.anna(), message, error);
}

TEST(RulesLeafNodes, TheRestIsRight) {
  for (const Way way : kEveryWay) {
    Scene scene;
    expect_accepted(scene.anna(), bring(scene, way, [](LeafNode&) {}));
  }
}

TEST(RulesLeafNodes, TheSourceSaysHowItCame) {
  using enum LeafNodeSource;
  const auto with = [](LeafNodeSource source) { return [=](LeafNode& leaf) { leaf.source = source; }; };
  expect_refused_leaf(Way::add, with(update), CryptoError::bad_key_package);
  expect_refused_leaf(Way::add, with(commit), CryptoError::bad_key_package);
  expect_refused_leaf(Way::update, with(key_package), CryptoError::bad_leaf_node);
  expect_refused_leaf(Way::update, with(commit), CryptoError::bad_leaf_node);
  expect_refused_leaf(Way::path, with(key_package), CryptoError::bad_leaf_node);
  expect_refused_leaf(Way::path, with(update), CryptoError::bad_leaf_node);
}

TEST(RulesLeafNodes, CapabilitiesCoverWhatItIs) {
  const std::vector<std::pair<const char*, ChangeLeaf>> table{
      {"no credential type", [](LeafNode& leaf) { leaf.capabilities.credentials.clear(); }},
      {"another credential type", [](LeafNode& leaf) { leaf.capabilities.credentials = {Credential::kX509}; }},
      {"no version", [](LeafNode& leaf) { leaf.capabilities.versions.clear(); }},
      {"another version", [](LeafNode& leaf) { leaf.capabilities.versions = {2}; }},
      {"no suite", [](LeafNode& leaf) { leaf.capabilities.cipher_suites.clear(); }},
      {"another suite", [](LeafNode& leaf) { leaf.capabilities.cipher_suites = {1}; }},
      {"an extension it does not name", [](LeafNode& leaf) { leaf.extensions = {{0xf001, {}}}; }},
      {"one named, one not",
       [](LeafNode& leaf) {
         leaf.capabilities.extensions = {0xf001};
         leaf.extensions = {{0xf001, {}}, {0xf002, {}}};
       }},
  };
  for (const auto& [name, change] : table) {
    SCOPED_TRACE(name);
    for (const Way way : kEveryWay) expect_refused_leaf(way, change, CryptoError::bad_leaf_node);
  }
}

TEST(RulesLeafNodes, UnknownCapabilitiesAreIgnored) {
  const ChangeLeaf grease = [](LeafNode& leaf) {
    leaf.capabilities.versions.push_back(0x0a0a);
    leaf.capabilities.cipher_suites.push_back(0x1a1a);
    leaf.capabilities.extensions = {0x2a2a, 0xf001};
    leaf.capabilities.proposals = {0x3a3a};
    leaf.capabilities.credentials.push_back(0x4a4a);
    leaf.extensions = {{0xf001, {1, 2, 3}}};
  };
  for (const Way way : kEveryWay) {
    Scene scene;
    expect_accepted(scene.anna(), bring(scene, way, grease));
  }
}

TEST(RulesLeafNodes, BasicCredentialsOnly) {
  const ChangeLeaf x509 = [](LeafNode& leaf) {
    leaf.credential = {Credential::kX509, {}, {{1, 2, 3}}};
    leaf.capabilities.credentials = {Credential::kBasic, Credential::kX509};
  };
  expect_refused_leaf(Way::add, x509, CryptoError::unsupported);
  // Somebody who is in the group can't become somebody else either.
  expect_refused_leaf(Way::update, x509, CryptoError::bad_leaf_node);
  expect_refused_leaf(Way::path, x509, CryptoError::bad_leaf_node);
  const ChangeLeaf unknown = [](LeafNode& leaf) { leaf.credential.type = 0xf000; };
  expect_refused_leaf(Way::add, unknown, CryptoError::unsupported);
  expect_refused_leaf(Way::path, unknown, CryptoError::unsupported);
}

TEST(RulesLeafNodes, AMemberStaysWhoItIs) {
  const ChangeLeaf renamed = [](LeafNode& leaf) { leaf.credential.identity = {'a', 'n', 'n', 'a'}; };
  expect_refused_leaf(Way::update, renamed, CryptoError::bad_leaf_node);
  expect_refused_leaf(Way::path, renamed, CryptoError::bad_leaf_node);
}

TEST(RulesLeafNodes, SignaturesAreChecked) {
  const auto broken = [](const std::function<void(Bytes&)>& change) {
    Scene scene;
    Insider bo = scene.as("bo");
    Plan added;
    KeyPackage made = scene.key_package();
    change(made.leaf_node.signature);
    added.proposals = {{Add{made}}};
    expect_refused(scene.anna(), bo.commit_message(added), CryptoError::bad_signature);
    Plan updated;
    LeafNode leaf = scene.as("cilla").update_leaf();
    change(leaf.signature);
    updated.references = {scene.propose("cilla", {Update{leaf}})};
    expect_refused(scene.anna(), bo.commit_message(updated), CryptoError::bad_signature);
    Plan renewed;
    renewed.path_sent = [&](UpdatePath& path) { change(path.leaf_node.signature); };
    expect_refused(scene.anna(), bo.commit_message(renewed), CryptoError::bad_signature);
  };
  broken([](Bytes& signature) { signature[5] ^= 1; });
  broken([](Bytes& signature) { signature.pop_back(); });
  broken([](Bytes& signature) { signature.push_back(0); });
  broken([](Bytes& signature) { signature.clear(); });
  broken([](Bytes& signature) { signature.assign(64, 0); });
}

TEST(RulesLeafNodes, SignaturesAreMadeWithTheLeafsOwnKey) {
  Scene scene;
  const crypto::SignatureKey other = crypto::make_signature_key(scene.circle.random);
  Plan plan;
  plan.leaf_key = &other;
  scene.refused(plan, CryptoError::bad_signature);
  LeafNode leaf = scene.as("cilla").update_leaf();
  ASSERT_TRUE(sign_leaf(leaf, scene.as("cilla").position(), other.seed.view()).has_value());
  Plan updated;
  updated.references = {scene.propose("cilla", {Update{leaf}})};
  scene.refused(updated, CryptoError::bad_signature);
}

TEST(RulesLeafNodes, SignaturesAreBoundToGroupAndPlace) {
  Scene scene;
  Plan elsewhere;
  elsewhere.signed_for = LeafIndex{2};
  scene.refused(elsewhere, CryptoError::bad_signature);

  Insider cilla = scene.as("cilla");
  for (const LeafPosition& position :
       {LeafPosition{cilla.state.context.group_id, {1}}, LeafPosition{bytes_of("another"), cilla.state.own_leaf},
        LeafPosition{{}, {0}}}) {
    LeafNode leaf = cilla.update_leaf();
    ASSERT_TRUE(sign_leaf(leaf, position, cilla.seed()).has_value());
    Plan plan;
    plan.references = {scene.propose("cilla", {Update{leaf}})};
    scene.refused(plan, CryptoError::bad_signature);
  }
  // Cilla's present leaf, which is signed for this group and place, but from a commit, is no Update.
  Plan repeated;
  repeated.references = {scene.propose("cilla", {Update{cilla.own_leaf()}})};
  scene.refused(repeated, CryptoError::bad_leaf_node);
}

TEST(RulesLeafNodes, KeysHaveTheirSizes) {
  for (const std::size_t size : {std::size_t{0}, std::size_t{31}, std::size_t{33}}) {
    for (const Way way : {Way::add, Way::update}) {
      expect_refused_leaf(way, [=](LeafNode& leaf) { leaf.encryption_key.resize(size); }, CryptoError::bad_leaf_node);
    }
    expect_refused_leaf(
        Way::path, [=](LeafNode& leaf) { leaf.encryption_key.resize(size); }, CryptoError::bad_leaf_node);
    for (const Way way : kEveryWay) {
      Scene scene;
      const Bytes message = bring(scene, way, [=](LeafNode& leaf) { leaf.signature_key.resize(size); });
      const Bytes before = stored(scene.anna());
      EXPECT_FALSE(scene.anna().process(message, knows_psk(), accepts_all()).has_value());
      EXPECT_EQ(stored(scene.anna()), before);
    }
  }
}

// Nobody could encrypt to such a key: whoever let it in could not commit any more.
TEST(RulesLeafNodes, EncryptionKeysOfSmallOrder) {
  const ChangeLeaf zero = [](LeafNode& leaf) { leaf.encryption_key.assign(32, 0); };
  const ChangeLeaf one = [](LeafNode& leaf) {
    leaf.encryption_key.assign(32, 0);
    leaf.encryption_key[0] = 1;
  };
  for (const ChangeLeaf& change : {zero, one}) {
    for (const Way way : kEveryWay) expect_refused_leaf(way, change, CryptoError::bad_leaf_node);
  }
}

TEST(RulesLeafNodes, KeysAreUniqueAmongTheMembers) {
  Scene scene;
  const LeafNode cilla = *scene.as("bo").state.tree.leaf({2});
  const Bytes root_key = scene.as("bo").state.tree.parent_node({3})->encryption_key;
  const auto with_key = [](const Bytes& key) { return [=](LeafNode& leaf) { leaf.encryption_key = key; }; };
  expect_refused(scene.anna(), bring(scene, Way::add, with_key(cilla.encryption_key)), CryptoError::bad_tree);
  expect_refused(scene.anna(), bring(scene, Way::path, with_key(cilla.encryption_key)), CryptoError::bad_path);
  expect_refused(scene.anna(), bring(scene, Way::path, with_key(root_key)), CryptoError::bad_path);
  const Bytes annas = scene.as("bo").state.tree.leaf({0})->encryption_key;
  expect_refused(scene.anna(), bring(scene, Way::update, with_key(annas)), CryptoError::bad_tree);

  // Cilla's signature key at two places, and really hers: she signs both.
  const crypto::SignatureKey hers = scene.as("cilla").state.signature_key.clone();
  KeyPackage second = scene.key_package([&](KeyPackage& made) { made.leaf_node.signature_key = hers.public_key; });
  ASSERT_TRUE(sign_leaf(second.leaf_node, {}, hers.seed.view()).has_value());
  ASSERT_TRUE(sign_key_package(second, hers.seed.view()).has_value());
  Plan added;
  added.proposals = {{Add{second}}};
  scene.refused(added, CryptoError::bad_leaf_node);
  Plan renewed;
  renewed.leaf_key = &hers;
  renewed.leaf = [&](LeafNode& leaf) { leaf.signature_key = hers.public_key; };
  scene.refused(renewed, CryptoError::bad_leaf_node);
}

TEST(RulesLeafNodes, AnUpdateBringsAnotherKey) {
  Scene scene;
  const Bytes same = scene.as("cilla").own_leaf().encryption_key;
  const ChangeLeaf kept = [&](LeafNode& leaf) { leaf.encryption_key = same; };
  expect_refused(scene.anna(), bring(scene, Way::update, kept), CryptoError::bad_leaf_node);
  const Bytes own = scene.as("bo").own_leaf().encryption_key;
  expect_refused(scene.anna(), bring(scene, Way::path, [&](LeafNode& leaf) { leaf.encryption_key = own; }),
                 CryptoError::bad_path);
}

// A group that requires what everybody in it has; a leaf without it can't come in by any way.
TEST(RulesLeafNodes, RequiredCapabilities) {
  struct Row {
    Requirements required;
    ChangeLeaf lacks;
  };
  const std::vector<Row> table{
      {{{0xf001}, {}, {}}, [](LeafNode& leaf) { leaf.capabilities.extensions.clear(); }},
      {{{}, {0xf002}, {}}, [](LeafNode& leaf) { leaf.capabilities.proposals.clear(); }},
      {{{}, {}, {0xf003}}, [](LeafNode& leaf) { leaf.capabilities.credentials = {Credential::kBasic}; }},
  };
  const ChangeLeaf has_all = [](LeafNode& leaf) {
    leaf.capabilities.extensions = {0xf001};
    leaf.capabilities.proposals = {0xf002};
    leaf.capabilities.credentials = {Credential::kBasic, 0xf003};
  };
  for (const Row& row : table) {
    for (const Way way : kEveryWay) {
      Scene scene;
      rewrite(scene.circle, [&](GroupState& state) {
        for (const LeafIndex index : state.tree.members()) {
          LeafNode leaf = *state.tree.leaf(index);
          has_all(leaf);
          state.tree.set_leaf(index, leaf);
        }
        state.context.extensions = requiring(row.required).extensions;
      });
      expect_accepted(scene.anna(), bring(scene, way, has_all));
      const Bytes lacking = bring(scene, way, [&](LeafNode& leaf) {
        has_all(leaf);
        row.lacks(leaf);
      });
      expect_refused(scene.anna(), lacking, CryptoError::bad_leaf_node);
    }
  }
}

TEST(RulesLeafNodes, ExtensionsOfTheGroupAreSupportedByAll) {
  for (const Way way : kEveryWay) {
    Scene scene;
    rewrite(scene.circle, [&](GroupState& state) {
      for (const LeafIndex index : state.tree.members()) {
        LeafNode leaf = *state.tree.leaf(index);
        leaf.capabilities.extensions = {0xf001};
        state.tree.set_leaf(index, leaf);
      }
      state.context.extensions = {{0xf001, {}}};
    });
    const auto with = [](std::vector<std::uint16_t> extensions) {
      return [=](LeafNode& leaf) { leaf.capabilities.extensions = extensions; };
    };
    expect_accepted(scene.anna(), bring(scene, way, with({0xf001})));
    expect_refused(scene.anna(), bring(scene, way, with({0xf002})), CryptoError::bad_leaf_node);
  }
}

// Hard for whoever sends, soft for whoever receives: a leaf may have expired on the way, and a hard check would shut
// everybody out of a group with an old leaf in it.
TEST(RulesLeafNodes, LifetimesAreHardWhenSending) {
  Scene scene;
  Group& anna = scene.anna();
  const auto package = [&](Lifetime lifetime) {
    return make_key_package(identity("emil", scene.circle.random), lifetime, scene.circle.random)->key_package;
  };
  const Bytes bounded = package({1000, 2000});
  const Bytes before = stored(anna);
  for (const std::uint64_t now_s : std::vector<std::uint64_t>{0, 999, 2001, ~std::uint64_t{0}}) {
    CommitRequest request;
    request.add = {bounded};
    request.now_s = now_s;
    EXPECT_EQ(anna.commit(request, scene.circle.random).error(), CryptoError::bad_lifetime) << now_s;
    EXPECT_EQ(anna.propose(ProposeAdd{bounded, now_s}, scene.circle.random).error(), CryptoError::bad_lifetime);
    EXPECT_EQ(stored(anna), before);
  }
  for (const std::uint64_t now_s : std::vector<std::uint64_t>{1000, 1500, 2000}) {
    CommitRequest request;
    request.add = {bounded};
    request.now_s = now_s;
    EXPECT_TRUE(anna.commit(request, scene.circle.random).has_value()) << now_s;
  }
  EXPECT_EQ(make_key_package(identity("emil", scene.circle.random), {2, 1}, scene.circle.random).error(),
            CryptoError::bad_argument);
}

TEST(RulesLeafNodes, LifetimesAreSoftWhenReceiving) {
  Scene scene;
  const ChangeLeaf long_gone = [](LeafNode& leaf) { leaf.lifetime = {1, 2}; };
  expect_accepted(scene.anna(), bring(scene, Way::add, long_gone));
  // And whoever joins a group with such a leaf gets in.
  const OwnIdentity emil = identity("emil", scene.circle.random);
  const auto bundle = make_key_package(emil, {1, 2}, scene.circle.random);
  CommitRequest request;
  request.add = {bundle->key_package};
  auto pending = scene.anna().commit(request, scene.circle.random);
  ASSERT_TRUE(pending.has_value());
  EXPECT_TRUE(Group::join_by_welcome(*pending->welcome(), *bundle, emil, knows_nothing()).has_value());
  EXPECT_TRUE(inspect_group_info(pending->group_info()).has_value());
}

}  // namespace
}  // namespace bredvid::mls
