// When the disk is full, a sync fails, the queue overflows or the process is killed.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>
#include <future>

#include <csignal>
#include <mutex>
#include <thread>

#include "server/domain/overload.h"
#include "tests/server/storage/failing_disk.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

class StorageFailure : public StorageTest {
 protected:
  // The store's last checkpoint still needs the disk.
  void TearDown() override { store.reset(); }

  // A circle in a store whose queue takes so much, and whose writer stands still until hold_ is set.
  void hold_a_queue_of(std::size_t jobs) {
    circle();
    store.reset();
    auto narrow = options(OpenMode::existing);
    narrow.queue_limit = jobs;
    start(std::move(narrow));
    store->submit(message(1, 60, {1}), [this, held = hold_.get_future().share()](domain::StoreResult) {
      begun_.set_value();
      held.wait();
    });
    begun_.get_future().wait();
  }

  FailingDisk disk;
  std::promise<void> hold_;
  std::promise<void> begun_;
};

TEST_F(StorageFailure, AFullDiskRefusesAndKeepsWhatIsStored) {
  circle();
  get<domain::Appended>(message(1, 50, {1}));
  disk.fill(true);
  EXPECT_EQ(failure(message(1, 51, {1})), "storage_full");
  EXPECT_EQ(failure(circle_slip(101, {1})), "storage_full");
  EXPECT_EQ(waiting(), 2U) << "what is stored can still be read";
  disk.fill(false);
  EXPECT_EQ(get<domain::Appended>(message(1, 51, {1})).sequence, Sequence{3})
      << "no number was lost, the retry goes through";
  EXPECT_EQ(fatals, 0);
  reopen();
  EXPECT_EQ(waiting(), 3U);
}

TEST_F(StorageFailure, AFullDatabaseRefusesWhatGrowsAndTakesAcks) {
  circle();
  store.reset();
  auto small = options(OpenMode::existing);
  small.max_pages = 64;
  start(std::move(small));
  std::uint32_t id = 100;
  std::string last = "no failure";
  while (last == "no failure" && id < 200) last = failure(message(1, id++, {1}, wire::Blob(20000, 7)));
  EXPECT_EQ(last, "storage_full");
  const std::size_t stored = waiting();
  EXPECT_GT(stored, 2U);
  for (const std::uint32_t who : {1U, 10U})
    EXPECT_EQ(failure(domain::Acknowledge{numbered<DeviceId>(who), kCircle, {2}}), "no failure");
  EXPECT_EQ(waiting(), stored - 2);
  EXPECT_EQ(failure(message(1, id, {1}, wire::Blob(10000, 7))), "no failure") << "acks made room";
}

TEST_F(StorageFailure, AFailedSyncIsFatalAndNothingIsAcknowledged) {
  circle();
  disk.break_sync(true);
  EXPECT_EQ(failure(message(1, 50, {1})), "internal");
  EXPECT_EQ(fatals, 1);
  disk.break_sync(false);
  EXPECT_EQ(failure(message(1, 51, {1})), "shutting_down") << "the process is to end: nothing more is touched";
  EXPECT_EQ(fatals, 1);
}

TEST_F(StorageFailure, ManyJobsShareOneSyncAndAreAnsweredInOrder) {
  circle();
  constexpr std::uint32_t kJobs = 200;
  std::mutex mutex;
  std::vector<std::uint64_t> order;
  std::promise<void> all;
  const int before = disk.syncs();
  for (std::uint32_t i = 0; i < kJobs; ++i) {
    store->submit(message(1, 1000 + i, {1}), [&](domain::StoreResult result) {
      const std::scoped_lock lock(mutex);
      order.push_back(result ? std::get<domain::Appended>(*result).sequence.value : 0);
      if (order.size() == kJobs) all.set_value();
    });
  }
  all.get_future().wait();
  for (std::uint32_t i = 0; i < kJobs; ++i) EXPECT_EQ(order[i], i + 2);
  EXPECT_LT(disk.syncs() - before, static_cast<int>(kJobs)) << "group commit";
}

TEST_F(StorageFailure, OneFailedJobLeavesItsNeighboursAlone) {
  circle();
  std::promise<void> all;
  std::vector<std::string> answers;
  const auto note = [&](domain::StoreResult result) {
    answers.push_back(result ? "ok" : std::string(name(result.error().code)));
    if (answers.size() == 3) all.set_value();
  };
  store->submit(message(1, 60, {1}), note);
  store->submit(message(1, 61, {7}), note);
  store->submit(message(1, 62, {1}), note);
  all.get_future().wait();
  EXPECT_EQ(answers, (std::vector<std::string>{"ok", "epoch_stale", "ok"}));
}

TEST_F(StorageFailure, AFullQueueRefusesAtOnce) {
  hold_a_queue_of(2);
  int taken = 0;
  int refused = 0;
  for (std::uint32_t i = 0; i < 4; ++i) {
    store->submit(message(1, 61 + i, {1}), [&](domain::StoreResult result) { ++(result ? taken : refused); });
  }
  EXPECT_EQ(refused, 2);
  hold_.set_value();
  store->close();
  EXPECT_EQ(taken, 2) << "what was taken is carried out before the end";
  EXPECT_EQ(failure(message(1, 90, {1})), "shutting_down");
}

using StorageOverload = StorageFailure;

TEST_F(StorageOverload, NewcomersAreRefusedWhileMessagesAreTaken) {
  hold_a_queue_of(10);
  std::string refused;
  std::uint64_t wait_ms = 0;
  const auto note = [&](domain::StoreResult result) {
    if (!result && result.error().code != ErrorCode::shutting_down) {
      refused += std::string(name(result.error().code)) + ' ';
      wait_ms = result.error().detail;
    }
  };
  const auto share = [] { return domain::GetShare{numbered<ShareId>(2001), counted_array<32>(2)}; };
  for (std::uint32_t i = 0; i < 4; ++i) store->submit(message(1, 61 + i, {1}), note);
  store->submit(share(), note);
  EXPECT_EQ(refused, "") << "the fifth place is the last for newcomers";
  store->submit(share(), note);
  EXPECT_EQ(refused, "too_many ");
  EXPECT_EQ(wait_ms, domain::kNewcomerWait_ms);
  for (std::uint32_t i = 0; i < 4; ++i) store->submit(message(1, 71 + i, {1}), note);
  EXPECT_EQ(refused, "too_many ") << "messages go on";
  store->submit(message(1, 80, {1}), note);
  EXPECT_EQ(refused, "too_many too_many ");
  EXPECT_EQ(wait_ms, domain::kMessageWait_ms);
  store->submit(domain::Acknowledge{numbered<DeviceId>(1), kCircle, {1}}, note);
  EXPECT_EQ(refused, "too_many too_many ") << "acknowledgements go last";
  store->submit(domain::Acknowledge{numbered<DeviceId>(1), kCircle, {1}}, note);
  EXPECT_EQ(wait_ms, domain::kReliefWait_ms);
  hold_.set_value();
  store->close();
}

/// Writes messages without end and tells each acknowledged number through the pipe.
[[noreturn]] void write_until_killed(Storage& store, const domain::AppendMessage& example, std::uint32_t first,
                                     int pipe) {
  for (std::uint32_t i = first;; ++i) {
    domain::AppendMessage next = example;
    next.message_id = numbered<MessageId>(i);
    std::promise<domain::StoreResult> promise;
    auto future = promise.get_future();
    store.submit(std::move(next), [&promise](domain::StoreResult result) { promise.set_value(std::move(result)); });
    if (!future.get()) ::_exit(3);
    if (::write(pipe, &i, sizeof i) != sizeof i) ::_exit(4);
  }
}

TEST_F(StorageFailure, WhatWasAcknowledgedSurvivesKillNine) {
  circle();
  store.reset();
  std::uint32_t next = 1000;
  std::vector<std::uint32_t> acknowledged;
  for (int round = 0; round < 4; ++round) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    // The parent has no threads of its own here: the store is closed.
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      ::close(ends[0]);
      auto opened = open(options(OpenMode::existing));
      if (!opened) ::_exit(2);
      write_until_killed(**opened, message(1, 0, {1}, wire::Blob(3000, 7)), next, ends[1]);
    }
    ::close(ends[1]);
    std::uint32_t told = 0;
    for (int i = 0; i < 20 + 7 * round && ::read(ends[0], &told, sizeof told) == sizeof told; ++i)
      acknowledged.push_back(told);
    ::kill(child, SIGKILL);
    while (::read(ends[0], &told, sizeof told) == sizeof told) acknowledged.push_back(told);
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << "exit " << WEXITSTATUS(status);
    next = told + 100;
  }
  start(options(OpenMode::existing));
  EXPECT_GE(acknowledged.size(), 80U);
  std::uint64_t last = 0;
  for (const std::uint32_t id : acknowledged) {
    const auto again = get<domain::Appended>(message(1, id, {1}));
    EXPECT_FALSE(again.fresh) << id;
    EXPECT_GT(again.sequence.value, last) << "in order, once";
    last = again.sequence.value;
  }
}

}  // namespace
}  // namespace bredvid::storage
