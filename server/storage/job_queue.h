// A bounded queue of jobs between any threads and one worker. At its limit push() refuses; nobody ever waits to push.
//
// Ordinary and quick jobs are handed out in their order and wake the worker. Patient jobs (acknowledgements) do not:
// they gather, and go when one of them has waited for kPatience, when they are kPatientGroup, or before the next
// ordinary job, which no patient one that came before it may miss. Only a quick job (a message) passes them by: what
// many people acknowledge in the same moment then touches each page of the database once instead of once a message.
// When their time has come they go in slices, each with the messages that came meanwhile.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <iterator>
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

/// How long a patient job may wait. Longer lets more of them share the pages that they touch; its answer waits as long,
/// and what everybody has acknowledged stands on the disk as long.
constexpr std::chrono::milliseconds kPatience{20};
/// So many patient jobs do not wait any longer.
constexpr std::size_t kPatientGroup = 256;
/// Of those that have waited long enough, so many go into one commit: a hundred in a row hold up every message that
/// comes meanwhile for 5 ms; fewer share fewer pages.
constexpr std::size_t kPatientSlice = 32;

class JobQueue {
 public:
  explicit JobQueue(std::size_t limit) : limit_(limit) {}

  [[nodiscard]] std::size_t limit() const { return limit_; }
  [[nodiscard]] std::size_t size() {
    const std::scoped_lock lock(mutex_);
    return count();
  }

  /// Nothing waits, and more may come.
  [[nodiscard]] bool idle() {
    const std::scoped_lock lock(mutex_);
    return count() == 0 && !closed_;
  }

  enum class Push : std::uint8_t { taken, full, closed };
  enum class Pace : std::uint8_t { ordinary, quick, patient };
  /// `job` is moved from only when it is taken.
  [[nodiscard]] Push push(Job&& job, Pace pace = Pace::ordinary) {
    bool wake = false;
    {
      const std::scoped_lock lock(mutex_);
      if (closed_) return Push::closed;
      if (count() >= limit_ || bytes_ + job.bytes > kMaxQueuedBytes) return Push::full;
      bytes_ += job.bytes;
      if (pace == Pace::patient) {
        if (patient_.size() == going_) patient_due_ = std::chrono::steady_clock::now() + kPatience;
        patient_.push_back(std::move(job));
      } else {
        if (pace == Pace::ordinary) bring_patients(patient_.size());
        jobs_.push_back(std::move(job));
      }
      // A worker that is busy looks by itself; one that waits with a time limit will.
      wake = waiting_ && (has_work() || !timed_);
      if (wake) waiting_ = false;
    }
    if (wake) ready_.notify_one();
    return Push::taken;
  }

  /// Waits; up to `most` jobs and about kMaxBatchBytes. Empty: closed and nothing is left.
  [[nodiscard]] std::vector<Job> take(std::size_t most) {
    std::unique_lock lock(mutex_);
    wait(lock);
    std::vector<Job> taken;
    taken.reserve(std::min(most, count()));
    std::size_t bytes = 0;
    if (closed_) bring_patients(patient_.size());
    if (patients_due()) {
      if (going_ == 0) going_ = patient_.size();
      bring_patients(std::min(going_, kPatientSlice));
    }
    while (!jobs_.empty() && taken.size() < most && bytes < kMaxBatchBytes) {
      bytes += jobs_.front().bytes;
      taken.push_back(std::move(jobs_.front()));
      jobs_.pop_front();
    }
    bytes_ -= bytes;
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
  [[nodiscard]] std::size_t count() const { return jobs_.size() + patient_.size(); }
  [[nodiscard]] bool has_group() const { return patient_.size() >= kPatientGroup; }
  [[nodiscard]] bool has_work() const { return closed_ || !jobs_.empty() || has_group(); }
  [[nodiscard]] bool patients_due() const {
    return going_ > 0 || has_group() || (!patient_.empty() && std::chrono::steady_clock::now() >= patient_due_);
  }
  void bring_patients(std::size_t count) {
    const auto end = patient_.begin() + static_cast<std::ptrdiff_t>(count);
    std::move(patient_.begin(), end, std::back_inserter(jobs_));
    patient_.erase(patient_.begin(), end);
    going_ -= std::min(going_, count);
  }

  void wait(std::unique_lock<std::mutex>& lock) {
    // After a commit its acknowledgements are on their way: they find the clock running and need not start it.
    const auto idle = std::chrono::steady_clock::now() + kPatience;
    while (!has_work() && !patients_due()) {
      timed_ = !patient_.empty() || std::chrono::steady_clock::now() < idle;
      waiting_ = true;
      if (timed_)
        ready_.wait_until(lock, patient_.empty() ? idle : patient_due_);
      else
        ready_.wait(lock);
    }
    waiting_ = false;
  }

  std::size_t limit_;
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Job> jobs_;
  std::deque<Job> patient_;
  /// how many of the first patient jobs have waited long enough
  std::size_t going_ = 0;
  /// when the oldest of the others has
  std::chrono::steady_clock::time_point patient_due_;
  std::size_t bytes_ = 0;
  bool waiting_ = false;
  bool timed_ = false;
  bool closed_ = false;
};

}  // namespace bredvid::storage
