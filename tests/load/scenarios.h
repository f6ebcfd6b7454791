// What `bredvid-load` measures. Each prints JSON objects, one a line.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>

namespace bredvid::load {

inline constexpr std::size_t kPayload_bytes = 512;

struct Options {
  std::filesystem::path binary;
  std::size_t clients = 0;
  std::size_t messages = 0;
  std::size_t rate_per_s = 0;
  std::size_t seconds = 0;
  std::uint64_t seed = 0;
  /// latencies are printed and not judged: a test, whatever else the machine is doing
  bool untimed = false;
};

void run_idle(const Options& options);
void run_offline(const Options& options);
void run_online(const Options& options);
void run_reconnect(const Options& options);
// No server: what this machine takes for the same calls with nothing of ours in between.
void run_floor(const Options& options);
// These four end in an exception when a target is missed: they are tests as well.
void run_slow(const Options& options);
void run_malformed(const Options& options);
void run_soak(const Options& options);
void run_storm(const Options& options);

void print(const nlohmann::json& line);

}  // namespace bredvid::load
