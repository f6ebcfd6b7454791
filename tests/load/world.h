// A server with people in it, made straight through its storage before it starts: thousands of accounts in seconds.
#pragma once

#include <memory>

#include "tests/load/client.h"
#include "tests/support/device.h"
#include "tests/support/server_process.h"

namespace bredvid::load {

// A supporter and a parent in one circle, both of them strangers to everybody else.
struct Pair {
  support::Device supporter;
  support::Device parent;
  CircleId circle;
  Epoch epoch;
};

class World {
 public:
  // Makes the data folder, `pairs` circles of two, and `loners` supporters without a circle.
  World(std::filesystem::path binary, std::size_t pairs, std::size_t loners);

  // Starts the server, with calls to fsync and fdatasync counted when the counter library is there.
  void start();
  [[nodiscard]] support::ServerProcess& server() { return *server_; }
  [[nodiscard]] std::vector<Pair>& pairs() { return pairs_; }
  [[nodiscard]] std::vector<support::Device>& loners() { return loners_; }
  [[nodiscard]] std::uint64_t syncs() const;

 private:
  void seed(std::size_t pairs, std::size_t loners);

  std::unique_ptr<support::ServerProcess> server_;
  std::vector<Pair> pairs_;
  std::vector<support::Device> loners_;
};

// What the system says of a process.
struct Usage {
  std::uint64_t cpu_ns = 0;
  std::uint64_t written_bytes = 0;
  std::uint64_t pss_bytes = 0;
  std::uint64_t rss_bytes = 0;
  std::size_t descriptors = 0;
  std::size_t threads = 0;
};
[[nodiscard]] Usage usage_of(pid_t process);
[[nodiscard]] std::uint64_t own_cpu_ns();

}  // namespace bredvid::load
