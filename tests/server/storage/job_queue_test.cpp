// The queue before the writer: its limits, its order, and who wakes the worker.
#include "server/storage/job_queue.h"

#include <gtest/gtest.h>

#include <thread>

namespace bredvid::storage {
namespace {

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
  for (std::uint32_t i = 1; i <= 3; ++i) ASSERT_EQ(queue.push(job(i), i == 2), JobQueue::Push::taken);
  EXPECT_EQ(numbers(queue.take(2)), (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(numbers(queue.take(2)), (std::vector<std::uint32_t>{3}));
}

TEST(JobQueueTest, APatientJobGoesByItselfAfterAWhileAndWithAnUrgentOneAtOnce) {
  JobQueue queue(1000);
  ASSERT_EQ(queue.push(job(1), true), JobQueue::Push::taken);
  EXPECT_EQ(numbers(queue.take(10)), std::vector<std::uint32_t>{1}) << "alone: when its patience is over";
  std::vector<std::uint32_t> together;
  std::thread worker([&] {
    while (together.size() < 2) {
      for (const std::uint32_t number : numbers(queue.take(10))) together.push_back(number);
    }
  });
  ASSERT_EQ(queue.push(job(2), true), JobQueue::Push::taken);
  ASSERT_EQ(queue.push(job(3)), JobQueue::Push::taken);
  worker.join();
  EXPECT_EQ(together, (std::vector<std::uint32_t>{2, 3}));
}

TEST(JobQueueTest, NothingIsForgottenWhenManyPush) {
  JobQueue queue(100'000);
  constexpr std::uint32_t kEach = 5000;
  std::vector<std::thread> pushers;
  for (std::uint32_t p = 0; p < 3; ++p) {
    pushers.emplace_back([&queue, p] {
      for (std::uint32_t i = 0; i < kEach; ++i)
        EXPECT_EQ(queue.push(job(p * kEach + i), i % 3 != 0), JobQueue::Push::taken);
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
