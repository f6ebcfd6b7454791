// The real binary as a process that is meant to die: started with a preloaded library or without, killed at any
// moment (also before it is ready), its start measured. POSIX and Linux; one thread.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace bredvid::crash {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// A folder in memory where there is some, that goes with its owner: what is tested is the order of syncs, and a
/// cycle on a slow disk would be slow in every other way too.
class ScratchFolder : public support::TemporaryFolder {
 public:
  ScratchFolder() : TemporaryFolder(support::Medium::memory) {}
};

/// What the child gets besides its words.
struct Surroundings {
  /// preloaded libraries, in the order in which they are asked
  std::vector<std::filesystem::path> preload;
  std::vector<std::pair<std::string, std::string>> environment;
  /// runs in the child before the program: mounts
  std::function<void()> in_child{};
};

/// How long a start took.
struct StartTime {
  /// from exec to the ready line, by the monotonic clock
  Milliseconds wall{0};
  /// of these the server could have run and was given no processor, or we ourselves were not: the machine's fault
  Milliseconds disturbed{0};
  [[nodiscard]] Milliseconds own() const { return wall - disturbed; }
};

class Victim {
 public:
  /// `folder` gets the log and the web page; the data folder is `folder`/data.
  Victim(std::filesystem::path binary, std::filesystem::path folder);
  ~Victim();
  Victim(const Victim&) = delete;
  Victim& operator=(const Victim&) = delete;

  /// Runs `bredvid words...` to its end; its exit code, 128 + signal when killed.
  [[nodiscard]] int run(const std::vector<std::string>& words);
  /// Starts `serve`, without waiting.
  void spawn(const Surroundings& surroundings = {});
  /// Waits for the ready line. False: it ended instead, or `patience` was over.
  [[nodiscard]] bool wait_ready(std::chrono::milliseconds patience = std::chrono::seconds(30));
  void kill();
  /// Waits for an end that comes by itself; the exit code as of run(), or -1 after `patience`.
  [[nodiscard]] int finish(std::chrono::milliseconds patience = std::chrono::seconds(10));
  /// Sends SIGTERM and waits.
  [[nodiscard]] int stop();

  [[nodiscard]] bool running() const { return child_ > 0; }
  [[nodiscard]] pid_t pid() const { return child_; }
  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] StartTime start_time() const { return start_; }
  [[nodiscard]] std::filesystem::path data() const { return folder_ / "data"; }
  /// Everything said on stderr so far.
  [[nodiscard]] std::string log() const;

 private:
  [[nodiscard]] pid_t fork_off(const std::vector<std::string>& words, const Surroundings& surroundings, int out);
  void close_pipe();

  std::filesystem::path binary_;
  std::filesystem::path folder_;
  pid_t child_ = -1;
  int pipe_ = -1;
  std::string said_;
  std::uint16_t port_ = 0;
  Clock::time_point began_;
  StartTime start_;
};

}  // namespace bredvid::crash
