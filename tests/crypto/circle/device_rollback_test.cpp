// An older state that comes back: noticed, and nothing is encrypted with a key that may have been used before.
#include "tests/crypto/circle/device_pair.h"

namespace bredvid::circle::model {
namespace {

constexpr std::uint64_t kRollbackRuns = 20'000'000;

std::unique_ptr<Pair> pair_of(std::uint64_t number) {
  return std::make_unique<Pair>(kRollbackRuns + number);
}

template <typename T>
bool has(const std::vector<Event>& events) {
  return std::ranges::any_of(events, [](const Event& event) { return std::holds_alternative<T>(event); });
}

TEST(DeviceRollback, AnOlderStateIsNoticedRecoversAndSpeaksOn) {
  const auto pair = pair_of(1);
  const Disk old = pair->supporter.disk;
  std::vector<ContentId> lost_time;
  for (const char* words : {"ett", "två", "tre"}) lost_time.push_back(pair->say(pair->supporter, words));
  pair->settle();
  EXPECT_EQ(pair->parent.disk.shown, lost_time);

  pair->restore(pair->supporter, old);
  const ContentId after = pair->say(pair->supporter, "fyra");
  pair->settle();
  EXPECT_EQ(pair->supporter.disk.rolled_back, 3u);
  pair->expect_together();
  lost_time.push_back(after);
  EXPECT_EQ(pair->parent.disk.shown, lost_time);
}

TEST(DeviceRollback, InDoubtNothingIsEncryptedAndTheStateStays) {
  const auto pair = pair_of(2);
  Circle& circle = pair->supporter.circle();
  CountingRandom& random = pair->world.random;
  const auto made = circle.make_slip({SlipForm::qr, Role::parent, kToday + 7, kToday, std::nullopt},
                                     ContentId::fresh(random), 1, random);
  ASSERT_TRUE(made);
  circle.doubt();
  EXPECT_TRUE(circle.in_doubt());
  const ContentId id = ContentId::fresh(random);
  const MemberId parent = pair->parent.circle().self().member;
  const Bytes key_package =
      Circle::offer(fresh_identity(pair->world, Role::supporter), "Bo", random)->bundle.key_package;
  const auto rolled_back = Code::state_rolled_back;
  expect_no_trace(circle, [&] {
    EXPECT_EQ(circle.send({id, 1, Text{"?"}}, random).error().code, rolled_back);
    EXPECT_EQ(circle.hello(id, 1, random).error().code, rolled_back);
    EXPECT_EQ(circle.repeat_slip(made->slip.selector, id, 1, random).error().code, rolled_back);
    EXPECT_EQ(circle.revoke_slip(made->slip.selector, id, 1, random).error().code, rolled_back);
    EXPECT_EQ(
        circle.make_slip({SlipForm::qr, Role::parent, kToday + 7, kToday, std::nullopt}, id, 1, random).error().code,
        rolled_back);
    EXPECT_EQ(circle.update(kToday, random).error().code, rolled_back);
    EXPECT_EQ(circle.remove_member(parent, kToday, random).error().code, rolled_back);
    EXPECT_EQ(circle.add_by_welcome(key_package, kToday, random).error().code, rolled_back);
    EXPECT_EQ(circle.recover(kMaxUnseen + 1, kToday, random).error().code, Code::not_allowed);
    EXPECT_EQ(circle.recover(~std::uint32_t{0}, kToday, random).error().code, Code::not_allowed);
  });
  // What needs no key of ours goes on.
  EXPECT_EQ(circle.refresh_packages(kToday, random)->size(), 1u);
  const auto restored = Circle::restore(circle.serialize().view());
  ASSERT_TRUE(restored);
  EXPECT_TRUE(restored->in_doubt());
}

// As far ahead as others follow, and no further when it takes several tries in one epoch.
TEST(DeviceRollback, TheFarthestRecoveryIsFollowedHoweverOftenItIsTried) {
  const auto pair = pair_of(3);
  Circle& circle = pair->supporter.circle();
  std::optional<OutgoingCommit> last;
  for (int tries = 0; tries < 5; ++tries) {
    auto commit = circle.recover(tries == 0 ? kMaxUnseen - 5 : 7, kToday, pair->world.random);
    ASSERT_TRUE(commit);
    last = std::move(*commit);
  }
  EXPECT_TRUE(circle.in_doubt());
  const auto events = pair->parent.circle().receive(EnvelopeKind::commit, last->epoch, last->commit);
  EXPECT_TRUE(has<KeysUpdated>(events));
  ASSERT_TRUE(circle.commit_accepted());
  EXPECT_FALSE(circle.in_doubt());
  EXPECT_EQ(circle.words(), pair->parent.circle().words());
}

TEST(DeviceRollback, ARecoveryThatLosesTheEpochIsMadeAgain) {
  const auto pair = pair_of(4);
  Circle& circle = pair->supporter.circle();
  CountingRandom& random = pair->world.random;
  circle.doubt();
  const auto losing = circle.recover(0, kToday, random);
  ASSERT_TRUE(losing);
  EXPECT_TRUE(Circle::restore(circle.serialize().view())->in_doubt());
  const auto winner = pair->parent.circle().update(kToday, random);
  ASSERT_TRUE(pair->parent.circle().commit_accepted());
  const auto events = circle.receive(EnvelopeKind::commit, winner->epoch, winner->commit);
  EXPECT_TRUE(has<CommitLost>(events));
  EXPECT_TRUE(circle.in_doubt());
  EXPECT_EQ(circle.send({ContentId::fresh(random), 1, Text{"?"}}, random).error().code, Code::state_rolled_back);

  const auto again = circle.recover(kMaxUnseen, kToday, random);
  ASSERT_TRUE(again);
  EXPECT_TRUE(has<KeysUpdated>(pair->parent.circle().receive(EnvelopeKind::commit, again->epoch, again->commit)));
  EXPECT_TRUE(has<CommitAccepted>(circle.receive(EnvelopeKind::commit, again->epoch, again->commit)));
  EXPECT_FALSE(circle.in_doubt());
  EXPECT_TRUE(circle.send({ContentId::fresh(random), 1, Text{"!"}}, random));
}

TEST(DeviceRollback, ARejectedRecoveryLeavesTheDoubt) {
  const auto pair = pair_of(5);
  Circle& circle = pair->supporter.circle();
  ASSERT_TRUE(circle.recover(0, kToday, pair->world.random));
  circle.commit_rejected();
  EXPECT_TRUE(circle.in_doubt());
  EXPECT_EQ(circle.pending(), nullptr);
}

// A commit from before the doubt may take effect, but in its epoch keys may have been used in the time that was lost.
TEST(DeviceRollback, AnotherCommitOfOursDoesNotEndTheDoubt) {
  const auto pair = pair_of(6);
  Circle& circle = pair->supporter.circle();
  ASSERT_TRUE(circle.update(kToday, pair->world.random));
  circle.doubt();
  ASSERT_TRUE(circle.commit_accepted());
  EXPECT_TRUE(circle.in_doubt());
}

// Our own commit without the state that it was made in: the epoch is out of reach.
TEST(DeviceRollback, AnOwnCommitOfTheLostTimeLosesTheThread) {
  const auto pair = pair_of(7);
  const Disk old = pair->supporter.disk;
  pair->supporter.disk.outbox.push_back(pair->world.job(JobKind::update));
  pair->settle();
  pair->restore(pair->supporter, old);
  const ServerEntry& commit = pair->world.server.log.back();
  ASSERT_EQ(commit.kind, EnvelopeKind::commit);
  const auto events = pair->supporter.circle().receive(commit.kind, commit.epoch, commit.blob);
  EXPECT_TRUE(has<RolledBack>(events));
  EXPECT_TRUE(has<ThreadLost>(events));
  EXPECT_TRUE(pair->supporter.circle().in_doubt());
  EXPECT_TRUE(pair->supporter.circle().thread_lost());
}

// Commits that left in the time that was lost and came to nothing have spent keys all the same.
TEST(DeviceRollback, CommitsThatNobodyTookShareNoKeyWithTheRecovery) {
  const auto pair = pair_of(8);
  const Disk old = pair->supporter.disk;
  for (std::uint32_t i = 0; i < kRecoverMargin; ++i) {
    const auto commit = pair->supporter.circle().update(kToday, pair->world.random);
    ASSERT_TRUE(commit);
    OutgoingCommit late = *commit;
    late.epoch += 100;
    EXPECT_EQ(pair->world.server.commit(++pair->world.last_id, late), Answer::stale);
    pair->supporter.circle().commit_rejected();
  }
  pair->restore(pair->supporter, old);
  pair->supporter.circle().doubt();
  Job job = pair->world.job(JobKind::recover);
  pair->supporter.disk.outbox.push_back(job);
  pair->settle();
  pair->expect_together();
}

}  // namespace
}  // namespace bredvid::circle::model
