// Whether this server should be sent people: the answer of /readyz.
#pragma once

#include <cstdint>
#include <string_view>

namespace bredvid::app {

struct ReadinessFacts {
  bool stopping = false;
  /// a question to the store was answered in time
  bool store_answers = false;
  /// the last commit was refused for want of room
  bool storage_full = false;
  /// on the data folder's file system, for us
  std::uint64_t free_bytes = 0;
};

/// With less, a busy evening or a backup fills the disk before somebody looks. A message and its index take 2 kB.
inline constexpr std::uint64_t kMinFreeBytes = 64ULL * 1024 * 1024;

/// "ready", or the first reason why not: "stopping", "store", "storage_full", "disk_nearly_full".
[[nodiscard]] std::string_view readiness(const ReadinessFacts& facts);
[[nodiscard]] inline bool is_ready(std::string_view answer) {
  return answer == "ready";
}

}  // namespace bredvid::app
