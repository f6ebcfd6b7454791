// The queue before the writer: its limits, its order, and who wakes the worker.
#include "server/storage/job_queue.h"

#include <gtest/gtest.h>

#include <array>
#include <thread>

namespace bredvid::storage {
namespace {

using Pace = JobQueue::Pace;
constexpr std::array kPaces{Pace::ordinary, Pace::quick, Pace::patient};

Job job(std::uint32_t number, std::size_t bytes = 0) {
  return {domain::GetRelease{ReleaseId{number}}, [](domain::StoreResult) {}, bytes};
}
std::vector<std::uint32_t> numbers(const std::vector<Job>& jobs) {
  std::vector<std::uint32_t> found;
  for (const Job& one : jobs) found.push_back(std::get<domain::GetRelease>(one.request).release_id.value);
  return found;
}

TEST(JobQueueTest, RefusesAtItsLimitAndAfterTheClose) {
  JobQueue queue(2);
  EXPECT_EQ(queue.push(job(1)), JobQueue::Push::taken);
  EXPECT_EQ(queue.push(job(2)), JobQueue::Push::taken);
  EXPECT_EQ(queue.push(job(3)), JobQueue::Push::full);
  queue.close();
  EXPECT_EQ(queue.push(job(4)), JobQueue::Push::closed);
  EXPECT_EQ(numbers(queue.take(10)), (std::vector<std::uint32_t>{1, 2})) << "what was taken is handed out";
  EXPECT_TRUE(queue.take(10).empty());
}

TEST(JobQueueTest, BytesAreLimitedToo) {
  JobQueue queue(100);
  EXPECT_EQ(queue.push(job(1, kMaxQueuedBytes - 1)), JobQueue::Push::taken);
  EXPECT_EQ(queue.push(job(2, 1)), JobQueue::Push::taken);
  EXPECT_EQ(queue.push(job(3, 1)), JobQueue::Push::full);
  EXPECT_EQ(queue.push(job(4)), JobQueue::Push::taken) << "what is small makes room";
  EXPECT_EQ(numbers(queue.take(10)), (std::vector<std::uint32_t>{1})) << "one commit is limited";
  EXPECT_EQ(queue.push(job(5, kMaxBatchBytes)), JobQueue::Push::taken) << "there is room again";
  EXPECT_EQ(numbers(queue.take(10)), (std::vector<std::uint32_t>{2, 4, 5}));
}

TEST(JobQueueTest, HandsOutInOrderAndNoMoreThanAsked) {
  JobQueue queue(10);
  for (std::uint32_t i = 1; i <= 3; ++i)
    ASSERT_EQ(queue.push(job(i), i == 2 ? Pace::quick : Pace::ordinary), JobQueue::Push::taken);
  EXPECT_EQ(numbers(queue.take(2)), (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(numbers(queue.take(2)), (std::vector<std::uint32_t>{3}));
}

TEST(JobQueueTest, APatientJobGoesByItselfAfterAWhile) {
  JobQueue queue(1000);
  ASSERT_EQ(queue.push(job(1), Pace::patient), JobQueue::Push::taken);
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(numbers(queue.take(10)), std::vector<std::uint32_t>{1});
  EXPECT_GE(std::chrono::steady_clock::now() - began, kPatience / 2);
}

TEST(JobQueueTest, OnlyQuickJobsPassPatientOnes) {
  JobQueue queue(1000);
  for (const std::uint32_t i : {1U, 2U}) ASSERT_EQ(queue.push(job(i), Pace::patient), JobQueue::Push::taken);
  ASSERT_EQ(queue.push(job(3), Pace::quick), JobQueue::Push::taken);
  EXPECT_EQ(numbers(queue.take(10)), std::vector<std::uint32_t>{3}) << "a message waits for nobody";
  ASSERT_EQ(queue.push(job(4), Pace::quick), JobQueue::Push::taken);
  ASSERT_EQ(queue.push(job(5), Pace::ordinary), JobQueue::Push::taken);
  ASSERT_EQ(queue.push(job(6), Pace::patient), JobQueue::Push::taken);
  EXPECT_EQ(numbers(queue.take(3)), (std::vector<std::uint32_t>{4, 1, 2})) << "what came before an ordinary one goes";
  EXPECT_EQ(numbers(queue.take(10)), std::vector<std::uint32_t>{5});
  EXPECT_EQ(numbers(queue.take(10)), std::vector<std::uint32_t>{6}) << "never before what it may answer to";
}

TEST(JobQueueTest, PatientJobsGoWhenTheyAreAGroupOrHaveWaitedThoughMessagesKeepComing) {
  JobQueue queue(1000);
  for (std::uint32_t i = 0; i < kPatientGroup; ++i) ASSERT_EQ(queue.push(job(i), Pace::patient), JobQueue::Push::taken);
  for (std::size_t gone = 0; gone < kPatientGroup; gone += kPatientSlice)
    EXPECT_EQ(queue.take(1000).size(), kPatientSlice);
  ASSERT_EQ(queue.push(job(1), Pace::patient), JobQueue::Push::taken);
  std::vector<std::uint32_t> got;
  const auto late = std::chrono::steady_clock::now() + kPatience * 100;
  while (std::ranges::find(got, 1U) == got.end()) {
    ASSERT_LT(std::chrono::steady_clock::now(), late) << "messages starve it";
    ASSERT_EQ(queue.push(job(2), Pace::quick), JobQueue::Push::taken);
    got = numbers(queue.take(10));
  }
  EXPECT_EQ(queue.size(), 0U);
}

TEST(JobQueueTest, PatientJobsWhoseTimeHasComeGoInSlicesAndLetMessagesBetween) {
  JobQueue queue(1000);
  constexpr std::uint32_t kMessage = 9000;
  for (std::uint32_t i = 0; i < kPatientGroup; ++i) ASSERT_EQ(queue.push(job(i), Pace::patient), JobQueue::Push::taken);
  EXPECT_EQ(queue.take(1000).size(), kPatientSlice);
  ASSERT_EQ(queue.push(job(kMessage), Pace::quick), JobQueue::Push::taken);
  // One that came later waits for its own time and shares its commit with others.
  ASSERT_EQ(queue.push(job(kPatientGroup), Pace::patient), JobQueue::Push::taken);
  const auto second = numbers(queue.take(1000));
  ASSERT_EQ(second.size(), 1 + kPatientSlice);
  EXPECT_EQ(second.front(), kMessage);
  EXPECT_EQ(second.back(), 2 * kPatientSlice - 1) << "in their order";
  for (std::size_t gone = 2 * kPatientSlice; gone < kPatientGroup; gone += kPatientSlice)
    EXPECT_EQ(queue.take(1000).size(), kPatientSlice);
  EXPECT_EQ(queue.size(), 1U);
  EXPECT_EQ(numbers(queue.take(1000)), std::vector<std::uint32_t>{kPatientGroup});
}

TEST(JobQueueTest, AtTheCloseEverythingIsHandedOut) {
  JobQueue queue(10);
  ASSERT_EQ(queue.push(job(1), Pace::patient), JobQueue::Push::taken);
  ASSERT_EQ(queue.push(job(2), Pace::quick), JobQueue::Push::taken);
  queue.close();
  EXPECT_EQ(numbers(queue.take(10)), (std::vector<std::uint32_t>{2, 1}));
  EXPECT_TRUE(queue.take(10).empty());
}

TEST(JobQueueTest, AWorkerThatSleepsWakesForEachKind) {
  for (const Pace pace : {Pace::ordinary, Pace::quick, Pace::patient}) {
    JobQueue queue(10);
    std::vector<std::uint32_t> got;
    std::thread worker([&] { got = numbers(queue.take(10)); });
    std::this_thread::sleep_for(kPatience * 2);
    ASSERT_EQ(queue.push(job(7), pace), JobQueue::Push::taken);
    worker.join();
    EXPECT_EQ(got, std::vector<std::uint32_t>{7});
  }
}

TEST(JobQueueTest, NothingIsForgottenWhenManyPush) {
  JobQueue queue(100'000);
  constexpr std::uint32_t kEach = 5000;
  std::vector<std::thread> pushers;
  for (std::uint32_t p = 0; p < 3; ++p) {
    pushers.emplace_back([&queue, p] {
      for (std::uint32_t i = 0; i < kEach; ++i)
        EXPECT_EQ(queue.push(job(p * kEach + i), kPaces[i % 3]), JobQueue::Push::taken);
    });
  }
  std::size_t got = 0;
  while (got < 3 * kEach) got += queue.take(64).size();
  for (std::thread& one : pushers) one.join();
  EXPECT_EQ(got, 3 * kEach);
  EXPECT_EQ(queue.size(), 0U);
}

}  // namespace
}  // namespace bredvid::storage
