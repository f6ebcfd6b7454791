// A bounded queue of jobs between any threads and one worker. At its limit push() refuses; nobody ever waits to push.
#pragma once

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
};

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
  [[nodiscard]] Push push(Job&& job) {
    {
      const std::scoped_lock lock(mutex_);
      if (closed_) return Push::closed;
      if (jobs_.size() >= limit_) return Push::full;
      jobs_.push_back(std::move(job));
    }
    ready_.notify_one();
    return Push::taken;
  }

  /// Waits; up to `most` jobs in their order. Empty: closed and nothing is left.
  [[nodiscard]] std::vector<Job> take(std::size_t most) {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
    std::vector<Job> taken;
    while (!jobs_.empty() && taken.size() < most) {
      taken.push_back(std::move(jobs_.front()));
      jobs_.pop_front();
    }
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
  std::size_t limit_;
  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Job> jobs_;
  bool closed_ = false;
};

}  // namespace bredvid::storage
