// Stored states: those of older versions are read, and what they hold goes on living.
#include "crypto/circle/circle_state.h"

#include "tests/crypto/circle/circle_world.h"
#include "tests/crypto/circle/golden_state_v1.h"

namespace bredvid::circle {
namespace {

Bytes from_hex(std::string_view hex) {
  const auto digit = [](char c) { return static_cast<std::uint8_t>(c <= '9' ? c - '0' : c - 'a' + 10); };
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<std::uint8_t>(digit(hex[i]) << 4 | digit(hex[i + 1])));
  }
  return bytes;
}

TEST(CircleState, VersionOneIsStillReadAndTheCircleGoesOn) {
  CountingRandom random(9);
  auto supporter = Circle::restore(from_hex(golden::kSupporterV1));
  auto parent = Circle::restore(from_hex(golden::kParentV1));
  ASSERT_TRUE(supporter && parent);
  EXPECT_EQ(supporter->epoch(), 1u);
  EXPECT_EQ(supporter->words(), parent->words());
  EXPECT_EQ(supporter->roster().size(), 2u);
  EXPECT_EQ(supporter->live_slips().size(), 1u);
  EXPECT_EQ(supporter->tags_for(parent->self().member, 1, 1, 1)->tag, from_hex(golden::kSpanTagV1));
  // What version 1 could not say.
  EXPECT_FALSE(supporter->in_doubt());
  EXPECT_FALSE(supporter->thread_lost());
  EXPECT_FALSE(supporter->restarted_from());

  auto said = supporter->receive(EnvelopeKind::message, 1, from_hex(golden::kMessageV1));
  ASSERT_NE(find_said<Text>(said), nullptr);
  EXPECT_EQ(find_said<Text>(said)->text, "Hej, är någon där?");
  // The commit that was waiting takes effect on both sides.
  ASSERT_NE(supporter->pending(), nullptr);
  const OutgoingCommit waiting = *supporter->pending();
  EXPECT_NE(find_event<KeysUpdated>(parent->receive(EnvelopeKind::commit, waiting.epoch, waiting.commit)), nullptr);
  ASSERT_TRUE(supporter->commit_accepted());
  EXPECT_EQ(supporter->words(), parent->words());
  const auto answer = supporter->send({ContentId::fresh(random), 1, Text{"Ja, här."}}, random);
  ASSERT_TRUE(answer);
  EXPECT_NE(find_said<Text>(parent->receive(EnvelopeKind::message, answer->epoch, answer->blob)), nullptr);
}

TEST(CircleState, AnOldStateIsWrittenAsTheNewVersion) {
  const Bytes old = from_hex(golden::kSupporterV1);
  EXPECT_EQ(old[0], kOldestStateVersion);
  const auto restored = Circle::restore(old);
  ASSERT_TRUE(restored);
  const SecretBytes stored = restored->serialize();
  EXPECT_EQ(stored.view()[0], kStateVersion);
  const auto again = Circle::restore(stored.view());
  ASSERT_TRUE(again);
  EXPECT_TRUE(equal_constant_time(again->serialize(), stored));
}

TEST(CircleState, AVersionsFormIsItsOwn) {
  Bytes old = from_hex(golden::kSupporterV1);
  old[0] = kStateVersion;  // lacks what came with it
  EXPECT_EQ(Circle::restore(old).error().code, Code::state_bad);
  Bytes fresh = to_bytes(Circle::restore(from_hex(golden::kParentV1))->serialize().view());
  fresh[0] = kOldestStateVersion;  // more than it should have
  EXPECT_EQ(Circle::restore(fresh).error().code, Code::state_bad);
  fresh[0] = 0;
  EXPECT_EQ(Circle::restore(fresh).error().code, Code::state_bad);
}

// Version 2 had no list of known commits: one zero byte when it is empty, before what came with version 2. Version 3
// did not say whether it is a staff circle: one zero byte before that list.
TEST(CircleState, VersionsTwoAndThreeAreStillRead) {
  auto parent = Circle::restore(from_hex(golden::kParentV1));
  parent->doubt();
  Bytes stored = to_bytes(parent->serialize().view());
  const auto list = stored.end() - (1 + 1 + 4 + 1 + 1);
  ASSERT_EQ(*list, 0);
  ASSERT_EQ(*(list - 1), 0);
  stored.erase(list - 1);
  stored[0] = 3;
  const auto third = Circle::restore(stored);
  ASSERT_TRUE(third);
  EXPECT_FALSE(third->staff());
  stored.erase(stored.end() - (1 + 1 + 4 + 1 + 1));
  EXPECT_EQ(Circle::restore(stored).error().code, Code::state_bad);
  stored[0] = 2;
  const auto restored = Circle::restore(stored);
  ASSERT_TRUE(restored);
  EXPECT_TRUE(restored->in_doubt());
  EXPECT_EQ(restored->words(), parent->words());
}

TEST(CircleState, TheMemoryOfCommitsIsBounded) {
  CountingRandom random(10);
  auto parent = Circle::restore(from_hex(golden::kParentV1));
  const std::size_t without = parent->serialize().size();
  const auto size_after = [&](std::size_t commits) {
    for (std::size_t i = 0; i < commits; ++i) {
      EXPECT_TRUE(parent->update(1, random));
      EXPECT_TRUE(parent->commit_accepted());
    }
    const SecretBytes stored = parent->serialize();
    const auto again = Circle::restore(stored.view());
    EXPECT_TRUE(again && equal_constant_time(again->serialize(), stored));
    return stored.size();
  };
  const std::size_t full = size_after(kMaxOwnSent);
  EXPECT_GT(full, without);
  EXPECT_EQ(size_after(1), full);
  // One more than the limit is no state of ours.
  auto state = CircleState::restore(parent->serialize().view());
  ASSERT_TRUE(state);
  ASSERT_EQ(state->known_commits.size(), kMaxKnownCommits);
  state->known_commits.push_back(state->known_commits.back());
  EXPECT_EQ(Circle::restore(state->serialize().view()).error().code, Code::state_bad);
}

// doubt stands before the thread_lost mark at the very end.
TEST(CircleState, MarksThatCannotBeAreRefused) {
  auto parent = Circle::restore(from_hex(golden::kParentV1));
  Bytes stored = to_bytes(parent->serialize().view());
  Bytes& doubt = stored;
  for (const std::uint8_t bad : {std::uint8_t{2}, std::uint8_t{3}, std::uint8_t{255}}) {  // 2: without a pending commit
    doubt[doubt.size() - 2] = bad;
    EXPECT_EQ(Circle::restore(stored).error().code, Code::state_bad);
  }
  doubt[doubt.size() - 2] = 1;
  ASSERT_TRUE(Circle::restore(stored));
  EXPECT_TRUE(Circle::restore(stored)->in_doubt());
}

}  // namespace
}  // namespace bredvid::circle
