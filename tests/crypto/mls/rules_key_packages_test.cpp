// RFC 9420 10, 10.1, 16.8: key packages, as the one who adds them sees them (inspect, commit, propose) and as the
// others see them in somebody's Add.
#include "tests/crypto/mls/insider.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

using Change = std::function<void(KeyPackage&)>;

// Refused by everybody who meets it, and the group of each stays as it was.
void expect_refused_package(Scene& scene, const KeyPackage& made, CryptoError error) {
  const Bytes bytes = encode_message(made);
  EXPECT_STREQ(error_name(inspect_key_package(bytes).error()), error_name(error));
  Group& anna = scene.anna();
  const Bytes before = stored(anna);
  CommitRequest request;
  request.add = {bytes};
  EXPECT_STREQ(error_name(anna.commit(request, scene.circle.random).error()), error_name(error));
  EXPECT_STREQ(error_name(anna.propose(ProposeAdd{bytes, {}}, scene.circle.random).error()), error_name(error));
  EXPECT_EQ(stored(anna), before);
  Plan plan;
  plan.proposals = {{Add{made}}};
  scene.refused(plan, error);
}

TEST(RulesKeyPackages, TheRestIsRight) {
  Scene scene;
  const KeyPackage made = scene.key_package();
  EXPECT_TRUE(inspect_key_package(encode_message(made)).has_value());
  Plan plan;
  plan.proposals = {{Add{made}}};
  scene.accepted(plan);
}

TEST(RulesKeyPackages, VersionAndSuiteAreTheGroups) {
  Scene scene;
  using enum CryptoError;
  for (const std::uint16_t suite : std::vector<std::uint16_t>{0, 1, 2, 7, 0xffff}) {
    expect_refused_package(scene, scene.key_package([=](KeyPackage& k) { k.cipher_suite = suite; }), unsupported_suite);
  }
  for (const std::uint16_t version : std::vector<std::uint16_t>{0, 2}) {
    expect_refused_package(scene, scene.key_package([=](KeyPackage& k) { k.version = version; }), unsupported_version);
  }
}

TEST(RulesKeyPackages, TheInitKeyIsAnotherThanTheLeafs) {
  Scene scene;
  expect_refused_package(scene, scene.key_package([](KeyPackage& k) { k.init_key = k.leaf_node.encryption_key; }),
                         CryptoError::bad_key_package);
}

TEST(RulesKeyPackages, TheInitKeyHasItsSize) {
  Scene scene;
  for (const std::uint8_t size : Bytes{0, 31, 33}) {
    expect_refused_package(scene, scene.key_package([=](KeyPackage& k) { k.init_key.resize(size); }),
                           CryptoError::bad_key_package);
  }
}

// A stranger's package with such a key would block all who have to encrypt to it.
TEST(RulesKeyPackages, KeysOfSmallOrderAreRefused) {
  Scene scene;
  for (const std::uint8_t first : Bytes{0, 1}) {
    Bytes key(32);
    key[0] = first;
    expect_refused_package(scene, scene.key_package([&](KeyPackage& k) { k.init_key = key; }),
                           CryptoError::bad_key_package);
    expect_refused_package(scene, scene.key_package([&](KeyPackage& k) { k.leaf_node.encryption_key = key; }),
                           CryptoError::bad_leaf_node);
  }
}

TEST(RulesKeyPackages, SignaturesAreChecked) {
  const std::vector<std::function<void(Bytes&)>> table{
      [](Bytes& signature) { signature[63] ^= 1; }, [](Bytes& signature) { signature.clear(); },
      [](Bytes& signature) { signature.pop_back(); }, [](Bytes& signature) { signature.push_back(0); }};
  for (const auto& change : table) {
    Scene scene;
    KeyPackage made = scene.key_package();
    change(made.signature);
    expect_refused_package(scene, made, CryptoError::bad_signature);
    // The leaf's own, inside a package that is signed as it is.
    const OwnIdentity own = identity("emil", scene.circle.random);
    made = *decode_message<KeyPackage>(make_key_package(own, {}, scene.circle.random)->key_package);
    change(made.leaf_node.signature);
    ASSERT_TRUE(sign_key_package(made, own.signature_key.seed.view()).has_value());
    expect_refused_package(scene, made, CryptoError::bad_signature);
  }
  // Everything the signature covers.
  const std::vector<Change> covered{
      [](KeyPackage& k) { k.init_key = k.leaf_node.signature_key; },
      [](KeyPackage& k) { k.extensions = {{0xf001, {}}}; },
      [](KeyPackage& k) { k.leaf_node.lifetime.not_after -= 1; },
      [](KeyPackage& k) { k.leaf_node.credential.identity.push_back('x'); },
      [](KeyPackage& k) { k.leaf_node.capabilities.extensions.push_back(0xf001); },
  };
  for (const Change& change : covered) {
    Scene scene;
    KeyPackage made = scene.key_package();
    change(made);
    expect_refused_package(scene, made, CryptoError::bad_signature);
  }
}

TEST(RulesKeyPackages, TheSignatureIsTheLeafsOwn) {
  Scene scene;
  KeyPackage made = scene.key_package();
  const crypto::SignatureKey other = crypto::make_signature_key(scene.circle.random);
  ASSERT_TRUE(sign_key_package(made, other.seed.view()).has_value());
  expect_refused_package(scene, made, CryptoError::bad_signature);
}

TEST(RulesKeyPackages, UnknownExtensionsAreIgnored) {
  Scene scene;
  const KeyPackage made = scene.key_package([](KeyPackage& k) { k.extensions = {{0x5a5a, {1, 2}}, {0xf001, {}}}; });
  EXPECT_TRUE(inspect_key_package(encode_message(made)).has_value());
  Plan plan;
  plan.proposals = {{Add{made}}};
  scene.accepted(plan);
}

TEST(RulesKeyPackages, NoSecondUseInOneGroup) {
  Scene scene;
  const OwnIdentity emil = identity("emil", scene.circle.random);
  const auto bundle = make_key_package(emil, {}, scene.circle.random);
  const auto made = decode_message<KeyPackage>(bundle->key_package);
  Plan twice;
  twice.proposals = {{Add{*made}}, {Add{*made}}};
  scene.refused(twice, CryptoError::bad_tree);
  CommitRequest request;
  request.add = {bundle->key_package};
  scene.circle.commit("anna", request);
  Plan again;
  again.proposals = {{Add{*made}}};
  scene.refused(again, CryptoError::bad_tree);
  EXPECT_EQ(scene.anna().commit(request, scene.circle.random).error(), CryptoError::bad_tree);
}

TEST(RulesKeyPackages, OursAreAllDifferent) {
  TestRandom random;
  const OwnIdentity own = identity("anna", random);
  std::vector<Bytes> keys;
  std::vector<Bytes> references;
  for (int i = 0; i < 20; ++i) {
    const auto bundle = make_key_package(own, {}, random);
    const auto made = decode_message<KeyPackage>(bundle->key_package);
    keys.push_back(made->init_key);
    keys.push_back(made->leaf_node.encryption_key);
    references.push_back(*key_package_reference(bundle->key_package));
  }
  std::sort(keys.begin(), keys.end());
  EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
  std::sort(references.begin(), references.end());
  EXPECT_EQ(std::adjacent_find(references.begin(), references.end()), references.end());
}

TEST(RulesKeyPackages, OneThatWasStoredBelongsToItsPrivateKeys) {
  TestRandom random;
  const OwnIdentity own = identity("anna", random);
  const auto bundle = make_key_package(own, {}, random);
  const auto other = make_key_package(own, {}, random);
  const Bytes bytes = to_bytes(bundle->serialize().view());
  auto restored = KeyPackageBundle::restore(bytes);
  ASSERT_TRUE(restored.has_value());
  EXPECT_EQ(to_bytes(restored->serialize().view()), bytes);
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    ASSERT_EQ(KeyPackageBundle::restore(ByteView(bytes).first(size)).error(), CryptoError::bad_state) << size;
  }
  EXPECT_EQ(KeyPackageBundle::restore({}).error(), CryptoError::bad_state);
  Bytes newer = bytes;
  newer[0] += 1;
  EXPECT_EQ(KeyPackageBundle::restore(newer).error(), CryptoError::bad_state_version);
  restored->init_private = other->init_private.clone();
  EXPECT_EQ(KeyPackageBundle::restore(restored->serialize().view()).error(), CryptoError::bad_state);
  restored->init_private = bundle->init_private.clone();
  restored->encryption_private = other->encryption_private.clone();
  EXPECT_EQ(KeyPackageBundle::restore(restored->serialize().view()).error(), CryptoError::bad_state);
}

TEST(RulesKeyPackages, ALastResortSaysSo) {
  TestRandom random;
  const OwnIdentity own = identity("anna", random);
  const auto once = make_key_package(own, {}, random);
  const auto last = make_key_package(own, {}, random, KeyPackageUse::last_resort);
  EXPECT_EQ(*key_package_use(once->key_package), KeyPackageUse::once);
  EXPECT_EQ(*key_package_use(last->key_package), KeyPackageUse::last_resort);
}

}  // namespace
}  // namespace bredvid::mls
