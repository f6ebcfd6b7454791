// One thread, many connections: epoll, level-triggered.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace bredvid::load {

using Clock = std::chrono::steady_clock;

// Told when its descriptor can be read or written. Must outlive its registration.
class Watched {
 public:
  virtual ~Watched() = default;
  virtual void on_ready(std::uint32_t events) = 0;
};

class Loop {
 public:
  Loop();
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  void add(int descriptor, Watched& watched, std::uint32_t events);
  void change(int descriptor, Watched& watched, std::uint32_t events);
  void remove(int descriptor);

  // Handles what is ready until `done` says so. False: `patience` was over first.
  [[nodiscard]] bool run_until(const std::function<bool()>& done, std::chrono::milliseconds patience);
  // One round that waits at most this long.
  void turn(std::chrono::microseconds wait);

 private:
  int epoll_;
};

}  // namespace bredvid::load
