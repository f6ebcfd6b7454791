// A bounded queue of jobs between any threads and one worker. At its limit push() refuses; nobody ever waits to push.
//
// Jobs are handed out in their order. A patient job (an acknowledgement) does not wake the worker by itself: it goes
// with the next urgent one, or after kPatience, so that it shares that one's commit.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <vector>

#include "server/domain/store.h"

namespace bredvid::storage {

struct Job {
  domain::StoreRequest request;
  domain::Store::Completion done;
  /// what it will add to the database, nearly
  std::size_t bytes = 0;
};

/// What may wait in all: memory. A client that is refused keeps its message and comes back.
constexpr std::size_t kMaxQueuedBytes = 64ULL * 1024 * 1024;
/// What goes into one commit. Larger shares more; it must fit, with the log, into the room of the reserve (reserve.h).
constexpr std::size_t kMaxBatchBytes = 2ULL * 1024 * 1024;

/// How long a patient job waits for an urgent one. Longer saves commits where little is written; its answer waits as
/// long.
constexpr std::chrono::milliseconds kPatience{5};
/// So many patient jobs are work enough for a commit of their own.
constexpr std::size_t kPatientGroup = 64;

class JobQueue {
 public:
  explicit JobQueue(std::size_t limit) : limit_(limit) {}

  [[nodiscard]] std::size_t limit() const { return limit_; }
  [[nodiscard]] std::size_t size() {
    const std::scoped_lock lock(mutex_);
    return jobs_.size();
  }

  enum class Push : std::uint8_t { taken, full, closed };
  /// `job` is moved from only when it is taken.
  [[nodiscard]] Push push(Job&& job, bool patient = false) {
    bool wake = false;
    {
      const std::scoped_lock lock(mutex_);
      if (closed_) return Push::closed;
      if (jobs_.size() >= limit_ || bytes_ + job.bytes > kMaxQueuedBytes) return Push::full;
      bytes_ += job.bytes;
      jobs_.push_back(std::move(job));
      if (!patient) ++urgent_;
      // A worker that is busy looks by itself; one that waits with a time limit will.
      wake = waiting_ && (urgent_ > 0 || jobs_.size() >= kPatientGroup || !timed_);
      if (wake) waiting_ = false;
    }
    if (wake) ready_.notify_one();
    return Push::taken;
  }

  /// Waits; up to `most` jobs and about kMaxBatchBytes, in their order. Empty: closed and nothing is left.
  [[nodiscard]] std::vector<Job> take(std::size_t most) {
    std::unique_lock lock(mutex_);
    wait(lock);
    std::vector<Job> taken;
    taken.reserve(std::min(most, jobs_.size()));
    std::size_t bytes = 0;
    while (!jobs_.empty() && taken.size() < most && bytes < kMaxBatchBytes) {
      bytes += jobs_.front().bytes;
      taken.push_back(std::move(jobs_.front()));
      jobs_.pop_front();
    }
    bytes_ -= bytes;
    // Which of the rest are urgent is not known one by one: all count as such, since there is work anyway.
    urgent_ = jobs_.size();
    return taken;
  }

  /// What was pushed before is still handed out.
  void close() {
    {
      const std::scoped_lock lock(mutex_);
      closed_ = true;
    }
    ready_.notify_all();
  }

 private:
  [[nodiscard]] bool is_due() const { return closed_ || urgent_ > 0 || jobs_.size() >= kPatientGroup; }

  void wait(std::unique_lock<std::mutex>& lock) {
    // After a commit its acknowledgements are on their way: they find the clock running and need not start it.
    auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!is_due()) {
      waiting_ = true;
      timed_ = true;
      const bool over = ready_.wait_until(lock, deadline) == std::cv_status::timeout;
      if (is_due()) break;
      if (!over) continue;
      if (!jobs_.empty()) break;
      waiting_ = true;
      timed_ = false;
      ready_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
      deadline = std::chrono::steady_clock::now() + kPatience;
    }
    waiting_ = false;
  }

  std::size_t limit_;
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Job> jobs_;
  std::size_t bytes_ = 0;
  std::size_t urgent_ = 0;
  bool waiting_ = false;
  bool timed_ = false;
  bool closed_ = false;
};

}  // namespace bredvid::storage
