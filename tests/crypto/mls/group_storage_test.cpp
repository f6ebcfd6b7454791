// The stored form: restored at every step, strict, versioned.
#include "tests/crypto/mls/group_fixture.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

void restore_all(Circle& circle) {
  for (auto& [name, group] : circle.groups) {
    const Bytes bytes = stored(group);
    auto restored = Group::restore(bytes);
    ASSERT_TRUE(restored.has_value()) << name << ": " << error_name(restored.error());
    EXPECT_EQ(stored(*restored), bytes);
    group = std::move(*restored);
  }
}

TEST(GroupStorage, RestoredAtEveryStep) {
  Circle circle("anna");
  restore_all(circle);
  circle.join_external("bo", "anna");
  restore_all(circle);
  circle.expect_agreement();
  restore_all(circle);
  circle.join_by_welcome("cilla", "bo");
  restore_all(circle);
  circle.commit("cilla", {});
  restore_all(circle);
  circle.remove("anna", "bo");
  restore_all(circle);
  EXPECT_TRUE(circle.at("bo").is_removed());
  circle.expect_agreement();
}

TEST(GroupStorage, SkippedKeysSurvive) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  const Bytes first = *circle.at("anna").encrypt(bytes_of("ett"), kBucket, circle.random);
  const Bytes second = *circle.at("anna").encrypt(bytes_of("två"), kBucket, circle.random);
  ASSERT_TRUE(circle.at("bo").process(second, knows_nothing(), accepts_all()).has_value());
  restore_all(circle);
  EXPECT_TRUE(circle.at("bo").process(first, knows_nothing(), accepts_all()).has_value());
  EXPECT_EQ(circle.at("bo").process(second, knows_nothing(), accepts_all()).error(), CryptoError::replayed);
}

TEST(GroupStorage, PendingCommitSurvives) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  const OwnIdentity cilla = identity("cilla", circle.random);
  const auto keys = make_key_package(cilla, {}, circle.random);
  CommitRequest request;
  request.add = {keys->key_package};
  auto pending = circle.at("anna").commit(request, circle.random);
  const SecretBytes bytes = pending->serialize();
  auto restored = PendingCommit::restore(bytes.view());
  ASSERT_TRUE(restored.has_value());
  EXPECT_EQ(restored->message(), pending->message());
  EXPECT_EQ(restored->welcome(), pending->welcome());
  EXPECT_EQ(restored->group_info(), pending->group_info());
  EXPECT_EQ(restored->effect().added, pending->effect().added);
  EXPECT_TRUE(equal_constant_time(restored->serialize(), bytes));
  circle.deliver("anna", restored->message());
  ASSERT_TRUE(circle.at("anna").merge(std::move(*restored)).has_value());
  circle.expect_agreement();
  EXPECT_EQ(PendingCommit::restore(bytes.view().first(bytes.size() - 1)).error(), CryptoError::bad_state);
}

TEST(GroupStorage, DamagedStatesAreRefused) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  const Bytes bytes = stored(circle.at("anna"));
  for (std::size_t size = 1; size < bytes.size(); size += 7) {
    EXPECT_EQ(Group::restore(ByteView(bytes).first(size)).error(), CryptoError::bad_state);
  }
  EXPECT_EQ(Group::restore({}).error(), CryptoError::bad_state);
  Bytes longer = bytes;
  longer.push_back(0);
  EXPECT_EQ(Group::restore(longer).error(), CryptoError::bad_state);
  Bytes newer = bytes;
  newer[0] += 1;
  EXPECT_EQ(Group::restore(newer).error(), CryptoError::bad_state_version);
}

}  // namespace
}  // namespace bredvid::mls
