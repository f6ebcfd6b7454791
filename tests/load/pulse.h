// Honest people who talk while something else goes on: a pair on a thread and a loop of their own, so that what the
// rest of the generator does is not counted as the server's waiting.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>

#include "tests/load/world.h"

namespace bredvid::load {

struct Latencies {
  std::size_t messages = 0;
  double p50_us = 0;
  double p99_us = 0;
  double max_us = 0;
};

class Pulse {
 public:
  // Logs both in and begins to talk; throws when they can't. The pair and the world outlive this.
  Pulse(World& world, const Pair& pair, std::size_t rate_per_s);
  ~Pulse();
  Pulse(const Pulse&) = delete;
  Pulse& operator=(const Pulse&) = delete;

  // What has been delivered since the last call; a message that is still on its way counts as long as it has waited.
  [[nodiscard]] Latencies take();
  // Talks for this long, and says how it went.
  [[nodiscard]] Latencies after(std::chrono::milliseconds time);
  // Empty: every message was stored and delivered in order, once. Call once, at the end.
  [[nodiscard]] std::string finish();

 private:
  void talk(World& world, const Pair& pair, std::size_t rate_per_s);

  std::mutex mutex_;
  std::vector<std::int64_t> took_ns_;
  std::vector<Clock::time_point> due_;  // of what is under way; the front is the oldest
  std::string wrong_;
  std::atomic<bool> ready_{false};
  std::atomic<bool> stop_{false};
  std::thread thread_;
};

[[nodiscard]] Latencies latencies_of(std::vector<std::int64_t> took_ns);

}  // namespace bredvid::load
