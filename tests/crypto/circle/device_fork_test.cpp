// The server was restored from an older backup: a device that is ahead of it finds the same epoch numbers again, with
// other commits behind them.
#include "crypto/circle/circle_state.h"
#include "tests/crypto/circle/device_pair.h"

namespace bredvid::circle::model {
namespace {

constexpr std::uint64_t kForkRuns = 50'000'000;

template <typename T>
std::size_t count(const std::vector<Event>& events) {
  return static_cast<std::size_t>(
      std::ranges::count_if(events, [](const Event& event) { return std::holds_alternative<T>(event); }));
}

void renew_keys(Pair& pair, Device& device) {
  device.disk.outbox.push_back(pair.world.job(JobKind::update));
  while (!device.idle()) ASSERT_TRUE(device.round());
}

// The supporter goes `commits` epochs on, with nobody else there; the backup is put back; the parent goes as far on
// another way. `branch` is where the new way begins in the log.
struct Fork {
  Fork(std::uint64_t number, std::uint64_t commits) : pair(kForkRuns + number) {
    pair.settle();
    const Server backup = pair.world.server;
    branch = backup.log.size();
    for (std::uint64_t i = 0; i < commits; ++i) renew_keys(pair, pair.supporter);
    pair.world.server = backup;
    for (std::uint64_t i = 0; i < commits; ++i) renew_keys(pair, pair.parent);
    pair.supporter.disk.read = branch;
  }

  Pair pair;
  std::size_t branch = 0;

  Circle& ahead() { return pair.supporter.circle(); }
  std::vector<Event> next(std::size_t index) {
    const ServerEntry& entry = pair.world.server.log.at(branch + index);
    return ahead().receive(entry.kind, entry.epoch, entry.blob);
  }
};

TEST(DeviceFork, TheNumbersAgreeAndStillTheThreadIsLostAndToldOnce) {
  const auto fork = std::make_unique<Fork>(1, 2);
  EXPECT_EQ(fork->ahead().epoch(), fork->pair.world.server.epoch);
  EXPECT_NE(fork->ahead().words(), fork->pair.parent.circle().words());
  const auto first = fork->next(0);
  EXPECT_EQ(count<Unreadable>(first), 1u);
  EXPECT_EQ(count<ThreadLost>(first), 1u);
  EXPECT_EQ(count<ThreadLost>(fork->next(1)), 0u);
  EXPECT_TRUE(Circle::restore(fork->ahead().serialize().view())->thread_lost());
  // Nor does what the others do next bring it back.
  renew_keys(fork->pair, fork->pair.parent);
  (void)fork->next(2);
  EXPECT_TRUE(fork->ahead().thread_lost());
}

// What was said before the ways parted is for all; the parting itself is what it cannot follow.
TEST(DeviceFork, MessagesFromBeforeThePartingAreRead) {
  Pair pair(kForkRuns + 2);
  const Server backup = pair.world.server;
  renew_keys(pair, pair.supporter);
  pair.world.server = backup;
  (void)pair.say(pair.parent, "kommer du?");
  while (!pair.parent.idle()) ASSERT_TRUE(pair.parent.round());
  renew_keys(pair, pair.parent);
  const auto& log = pair.world.server.log;
  ASSERT_EQ(log.size(), backup.log.size() + 2);
  const ServerEntry& said = log[log.size() - 2];
  EXPECT_EQ(count<Said>(pair.supporter.circle().receive(said.kind, said.epoch, said.blob)), 1u);
  EXPECT_FALSE(pair.supporter.circle().thread_lost());
  const ServerEntry& parting = log.back();
  EXPECT_EQ(count<ThreadLost>(pair.supporter.circle().receive(parting.kind, parting.epoch, parting.blob)), 1u);
}

// As far as the memory of commits reaches it is noticed at the first one; farther back, when the numbers meet.
TEST(DeviceFork, AForkLongerThanTheMemoryIsNoticedWhereTheMemoryBegins) {
  constexpr std::size_t kBeyond = 3;
  const auto fork = std::make_unique<Fork>(3, kMaxKnownCommits + kBeyond);
  for (std::size_t i = 0; i < kBeyond; ++i) EXPECT_EQ(count<ThreadLost>(fork->next(i)), 0u);
  EXPECT_EQ(count<ThreadLost>(fork->next(kBeyond)), 1u);
}

// A commit of ours that was on its way belongs to the way that is no more.
TEST(DeviceFork, APendingCommitIsGivenUp) {
  const auto fork = std::make_unique<Fork>(4, 1);
  const auto late = fork->ahead().update(kToday, fork->pair.world.random);
  ASSERT_TRUE(late);
  EXPECT_EQ(count<ThreadLost>(fork->next(0)), 1u);
  EXPECT_EQ(fork->ahead().pending(), nullptr);
  // Even if the server has taken it: nobody can follow it, and it ends nothing.
  (void)fork->ahead().receive(EnvelopeKind::commit, late->epoch, late->commit);
  EXPECT_TRUE(fork->ahead().thread_lost());
}

// A device of long standing, one that came by slip and one that was added: the whole log again and again is no fork.
TEST(DeviceFork, TheSameCommitsAgainAreNoFork) {
  Pair pair(kForkRuns + 5);
  Device added(pair.world, fresh_identity(pair.world, Role::supporter), "Bo");
  Job add = pair.world.job(JobKind::add);
  add.key_package = added.offer();
  pair.supporter.disk.outbox.push_back(add);
  pair.settle();
  for (int i = 0; i < 3; ++i) (void)added.round();
  ASSERT_TRUE(added.joined());
  // More of its own than it remembers echoes of.
  for (std::size_t i = 0; i < kMaxOwnSent; ++i) (void)pair.say(pair.supporter, "ord");
  while (!pair.supporter.idle()) ASSERT_TRUE(pair.supporter.round());
  pair.settle();
  for (Device* device : {&pair.supporter, &pair.parent}) {
    renew_keys(pair, *device);
    pair.settle();
  }
  for (int i = 0; i < 3; ++i) (void)added.round();
  for (Device* device : {&pair.supporter, &pair.parent, &added}) {
    ASSERT_EQ(device->circle().epoch(), pair.world.server.epoch);
    std::size_t commits = 0;
    for (const ServerEntry& entry : pair.world.server.log) {
      if (entry.kind != EnvelopeKind::commit) continue;
      ++commits;
      EXPECT_EQ(count<ThreadLost>(device->circle().receive(entry.kind, entry.epoch, entry.blob)), 0u);
    }
    EXPECT_EQ(commits, 4u);
    EXPECT_FALSE(device->circle().thread_lost());
  }
}

// Followed before its place in the log was read.
TEST(DeviceFork, ACommitThatTookEffectByTheAnswerIsKnownWhenItsEchoComes) {
  Pair pair(kForkRuns + 6);
  pair.world.trust_answers = true;
  for (int i = 0; i < 3; ++i) renew_keys(pair, pair.supporter);
  pair.settle();
  pair.expect_together();
}

}  // namespace
}  // namespace bredvid::circle::model
