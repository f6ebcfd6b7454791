// How many connections there are, over all loops; who stops the server waits here for the last.
//
// A Seat counts one for as long as it lives. Thread-safe.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <utility>

namespace bredvid::net {

class Census {
 public:
  class Seat {
   public:
    explicit Seat(Census& census) : census_(&census) { ++census.count_; }
    Seat(Seat&& other) noexcept : census_(std::exchange(other.census_, nullptr)) {}
    Seat(const Seat&) = delete;
    Seat& operator=(Seat&&) = delete;
    ~Seat() { release(); }
    void release() {
      if (Census* census = std::exchange(census_, nullptr)) census->leave();
    }

   private:
    Census* census_;
  };

  [[nodiscard]] std::size_t count() const { return count_; }

  /// False: there were still some after `patience`.
  [[nodiscard]] bool wait_empty(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    return empty_.wait_for(lock, patience, [this] { return count_ == 0; });
  }

 private:
  void leave() {
    if (--count_ > 0) return;
    const std::lock_guard lock(mutex_);
    empty_.notify_all();
  }

  std::atomic<std::size_t> count_{0};
  std::mutex mutex_;
  std::condition_variable empty_;
};

}  // namespace bredvid::net
