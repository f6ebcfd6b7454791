// What many threads read and one sometimes puts anew: whoever has read it keeps what was read.
//
// A mutex, not std::atomic<std::shared_ptr>: the one of libstdc++ 12 gives its lock back with relaxed order after a
// read, so that the pointer's next write races with it (ThreadSanitizer saw it).
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace bredvid {

/// Any thread.
template <typename T>
class SharedSlot {
 public:
  explicit SharedSlot(std::shared_ptr<T> first) : value_(std::move(first)) {}

  [[nodiscard]] std::shared_ptr<T> load() const {
    const std::lock_guard lock(mutex_);
    return value_;
  }
  void store(std::shared_ptr<T> next) {
    const std::lock_guard lock(mutex_);
    value_.swap(next);  // the old one ends, if it does, after the lock
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<T> value_;
};

}  // namespace bredvid
