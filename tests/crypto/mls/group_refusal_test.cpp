// What a group refuses, and that a refusal leaves it byte for byte as it was.
#include "crypto/mls/message.h"
#include "tests/crypto/mls/group_fixture.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

void expect_refused(Group& group, ByteView message, CryptoError error, const PskLookup& lookup = knows_psk(),
                    const CommitPolicy& policy = accepts_all()) {
  const Bytes before = stored(group);
  const auto done = group.process(message, lookup, policy);
  ASSERT_FALSE(done.has_value());
  EXPECT_STREQ(error_name(done.error()), error_name(error));
  EXPECT_EQ(stored(group), before);
}

Result<ExternalJoin> knock(Circle& circle, std::vector<PskInput> psks, std::optional<LeafIndex> remove = std::nullopt) {
  const auto info = circle.at("anna").group_info();
  return Group::join_external({*info, std::nullopt, std::move(psks), remove}, identity("bo", circle.random),
                              circle.random);
}

TEST(GroupRefusal, ExternalCommitWithUnknownWrongOrNoPsk) {
  Circle circle("anna");
  std::vector<PskInput> right;
  right.push_back({kPskId, psk()});
  auto joined = knock(circle, std::move(right));
  expect_refused(circle.at("anna"), joined->commit, CryptoError::missing_psk, knows_nothing());
  expect_refused(circle.at("anna"), joined->commit, CryptoError::missing_psk, {});
  expect_refused(circle.at("anna"), joined->commit, CryptoError::bad_confirmation_tag,
                 [](ByteView) -> std::optional<SecretBytes> { return SecretBytes(Bytes(32, 1)); });
  auto without = knock(circle, {});
  expect_refused(circle.at("anna"), without->commit, CryptoError::refused_by_policy, knows_psk(),
                 [](const CommitApplied& effect) { return !effect.external || !effect.psk_ids.empty(); });
  ASSERT_TRUE(circle.at("anna").process(joined->commit, knows_psk(), accepts_all()).has_value());
}

TEST(GroupRefusal, ExternalCommitThatRemovesNobodyOrTwiceTheSamePsk) {
  Circle circle("anna");
  EXPECT_EQ(knock(circle, {}, LeafIndex{7}).error(), CryptoError::bad_proposals);
}

TEST(GroupRefusal, EveryFlippedByteOfACommit) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  auto pending = circle.at("bo").commit({}, circle.random);
  const Bytes message = pending->message();
  Group& anna = circle.at("anna");
  const Bytes before = stored(anna);
  for (std::size_t i = 0; i < message.size(); ++i) {
    Bytes altered = message;
    altered[i] ^= 0x01;
    ASSERT_FALSE(anna.process(altered, knows_psk(), accepts_all()).has_value()) << "byte " << i;
  }
  EXPECT_EQ(stored(anna), before);
  ASSERT_TRUE(anna.process(message, knows_psk(), accepts_all()).has_value());
}

TEST(GroupRefusal, EveryFlippedByteOfAnExternalCommit) {
  Circle circle("anna");
  std::vector<PskInput> psks;
  psks.push_back({kPskId, psk()});
  auto joined = knock(circle, std::move(psks));
  Group& anna = circle.at("anna");
  const Bytes before = stored(anna);
  for (std::size_t i = 0; i < joined->commit.size(); ++i) {
    Bytes altered = joined->commit;
    altered[i] ^= 0x80;
    ASSERT_FALSE(anna.process(altered, knows_psk(), accepts_all()).has_value()) << "byte " << i;
  }
  EXPECT_EQ(stored(anna), before);
}

TEST(GroupRefusal, TruncatedAndExtendedMessages) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  const Bytes message = *circle.at("bo").encrypt(bytes_of("hej"), 32, circle.random);
  Group& anna = circle.at("anna");
  const Bytes before = stored(anna);
  for (std::size_t size = 0; size < message.size(); ++size) {
    ASSERT_FALSE(anna.process(ByteView(message).first(size), knows_psk(), accepts_all()).has_value());
  }
  Bytes longer = message;
  longer.push_back(0);
  EXPECT_EQ(anna.process(longer, knows_psk(), accepts_all()).error(), CryptoError::trailing_bytes);
  EXPECT_EQ(stored(anna), before);
}

TEST(GroupRefusal, ShortOrLongConfirmationTags) {
  Circle circle("anna");
  std::vector<PskInput> psks;
  psks.push_back({kPskId, psk()});
  const auto joined = knock(circle, std::move(psks));
  for (std::size_t size : {std::size_t{0}, std::size_t{31}, std::size_t{33}}) {
    auto message = decode_message<PublicMessage>(joined->commit);
    ASSERT_TRUE(message.has_value());
    message->auth.confirmation_tag.resize(size);
    expect_refused(circle.at("anna"), encode_message(std::move(*message)), CryptoError::bad_confirmation_tag);
  }
}

TEST(GroupRefusal, RequestsThatBreakTheRules) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  Group& anna = circle.at("anna");
  const Bytes before = stored(anna);
  CommitRequest request;
  request.remove = {anna.own_leaf()};
  EXPECT_EQ(anna.commit(request, circle.random).error(), CryptoError::bad_proposals);
  request.remove = {LeafIndex{5}};
  EXPECT_EQ(anna.commit(request, circle.random).error(), CryptoError::bad_proposals);
  request.remove = {circle.at("bo").own_leaf(), circle.at("bo").own_leaf()};
  EXPECT_EQ(anna.commit(request, circle.random).error(), CryptoError::bad_proposals);
  request.remove.clear();
  const OwnIdentity cilla = identity("cilla", circle.random);
  const auto keys = make_key_package(cilla, {}, circle.random);
  request.add = {keys->key_package, keys->key_package};
  EXPECT_FALSE(anna.commit(request, circle.random).has_value());
  Bytes altered = keys->key_package;
  altered.back() ^= 1;
  request.add = {altered};
  EXPECT_EQ(anna.commit(request, circle.random).error(), CryptoError::bad_signature);
  EXPECT_EQ(stored(anna), before);
}

TEST(GroupRefusal, KeyPackagesThatBreakTheRules) {
  TestRandom random;
  const OwnIdentity own = identity("anna", random);
  const auto bundle = make_key_package(own, {}, random);
  EXPECT_TRUE(inspect_key_package(bundle->key_package).has_value());
  auto resigned = [&](auto change) {
    auto key_package = decode_message<KeyPackage>(bundle->key_package);
    change(*key_package);
    EXPECT_TRUE(sign_leaf(key_package->leaf_node, {}, own.signature_key.seed.view()).has_value());
    EXPECT_TRUE(sign_key_package(*key_package, own.signature_key.seed.view()).has_value());
    return inspect_key_package(encode_message(std::move(*key_package)));
  };
  EXPECT_TRUE(resigned([](KeyPackage&) {}).has_value());
  EXPECT_EQ(resigned([](KeyPackage& k) { k.cipher_suite = 1; }).error(), CryptoError::unsupported_suite);
  EXPECT_EQ(resigned([](KeyPackage& k) { k.version = 2; }).error(), CryptoError::unsupported_version);
  EXPECT_EQ(resigned([](KeyPackage& k) { k.init_key = k.leaf_node.encryption_key; }).error(),
            CryptoError::bad_key_package);
  EXPECT_EQ(resigned([](KeyPackage& k) { k.leaf_node.source = LeafNodeSource::update; }).error(),
            CryptoError::bad_key_package);
  EXPECT_EQ(resigned([](KeyPackage& k) { k.leaf_node.capabilities.cipher_suites = {1}; }).error(),
            CryptoError::bad_leaf_node);
  EXPECT_EQ(resigned([](KeyPackage& k) { k.leaf_node.extensions = {{0xfafa, {}}}; }).error(),
            CryptoError::bad_leaf_node);
  EXPECT_EQ(resigned([](KeyPackage& k) { k.leaf_node.credential = {Credential::kX509, {}, {{1}}}; }).error(),
            CryptoError::unsupported);
}

TEST(GroupRefusal, WelcomeForSomebodyElseOrAltered) {
  Circle circle("anna");
  const OwnIdentity bo = identity("bo", circle.random);
  const auto keys = make_key_package(bo, {}, circle.random);
  const auto others = make_key_package(bo, {}, circle.random);
  CommitRequest request;
  request.add = {keys->key_package};
  auto pending = circle.at("anna").commit(request, circle.random);
  const Bytes welcome = *pending->welcome();
  EXPECT_EQ(Group::join_by_welcome(welcome, *others, bo, knows_nothing()).error(), CryptoError::not_for_us);
  for (std::size_t i = 0; i < welcome.size(); i += 3) {
    Bytes altered = welcome;
    altered[i] ^= 0x10;
    ASSERT_FALSE(Group::join_by_welcome(altered, *keys, bo, knows_nothing()).has_value()) << "byte " << i;
  }
  EXPECT_TRUE(Group::join_by_welcome(welcome, *keys, bo, knows_nothing()).has_value());
}

TEST(GroupRefusal, AlteredGroupInfo) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  const Bytes info = *circle.at("bo").group_info();
  for (std::size_t i = 0; i < info.size(); i += 2) {
    Bytes altered = info;
    altered[i] ^= 0x04;
    ASSERT_FALSE(inspect_group_info(altered).has_value()) << "byte " << i;
  }
}

}  // namespace
}  // namespace bredvid::mls
