// The bounds on memory (tls_codec/reader.h) and on numbers take every message of a group at its limit.
#include "crypto/mls/message.h"
#include "tests/crypto/mls/group_fixture.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

// What one commit may remove at once: as many proposals as may wait in a group (kMaxStoredProposals).
constexpr std::uint32_t kRemovedAtOnce = 64;

struct LargeGroup {
  TestRandom random{5};
  std::vector<OwnIdentity> people;
  std::vector<KeyPackageBundle> bundles;

  explicit LargeGroup(std::uint32_t members) {
    for (std::uint32_t i = 0; i + 1 < members; ++i) {
      people.push_back(identity("person " + std::to_string(i), random));
      bundles.push_back(*make_key_package(people.back(), {}, random));
    }
  }
};

// The founder adds everybody; the last one comes in, renews its keys and throws some out; the founder follows.
void grow_and_shrink(std::uint32_t members) {
  LargeGroup large(members);
  auto founder = Group::create(bytes_of("large"), identity("founder", large.random), {}, large.random);
  ASSERT_TRUE(founder.has_value());
  CommitRequest all;
  all.format = HandshakeFormat::public_message;
  for (const KeyPackageBundle& bundle : large.bundles) all.add.push_back(bundle.key_package);
  auto pending = founder->commit(all, large.random);
  ASSERT_TRUE(pending.has_value()) << error_name(pending.error());
  EXPECT_TRUE(decode_message<PublicMessage>(pending->message()).has_value());
  auto last = Group::join_by_welcome(*pending->welcome(), large.bundles.back(), large.people.back(), knows_nothing());
  ASSERT_TRUE(last.has_value()) << error_name(last.error());
  ASSERT_TRUE(founder->merge(std::move(*pending)).has_value());
  EXPECT_EQ(founder->members().size(), members);

  for (const std::uint32_t removed : {0U, std::min(kRemovedAtOnce, members - 2)}) {
    CommitRequest renew;
    for (std::uint32_t i = 1; i <= removed; ++i) renew.remove.push_back({i});
    auto commit = last->commit(renew, large.random);
    ASSERT_TRUE(commit.has_value()) << error_name(commit.error());
    const auto done = founder->process(commit->message(), knows_nothing(), accepts_all());
    ASSERT_TRUE(done.has_value()) << error_name(done.error());
    ASSERT_TRUE(last->merge(std::move(*commit)).has_value());
    EXPECT_EQ(founder->epoch_authenticator(), last->epoch_authenticator());
    const auto again = Group::restore(stored(*founder));
    ASSERT_TRUE(again.has_value()) << error_name(again.error());
    EXPECT_EQ(stored(*again), stored(*founder));
  }
}

TEST(LargeGroup, AtTheLimitOfLeaves) {
  grow_and_shrink(kMaxLeaves);
}

// Nearly everybody goes: many small proposals beside a short path.
TEST(LargeGroup, NearlyEverybodyLeaves) {
  for (const std::uint32_t members : {18U, 34U, 66U}) grow_and_shrink(members);
}

TEST(LargeGroup, OneLeafTooMany) {
  LargeGroup large(kMaxLeaves + 1);
  auto founder = Group::create(bytes_of("large"), identity("founder", large.random), {}, large.random);
  CommitRequest all;
  for (const KeyPackageBundle& bundle : large.bundles) all.add.push_back(bundle.key_package);
  const auto pending = founder->commit(all, large.random);
  ASSERT_FALSE(pending.has_value());
  EXPECT_STREQ(error_name(pending.error()), error_name(CryptoError::bad_tree));
}

}  // namespace
}  // namespace bredvid::mls
