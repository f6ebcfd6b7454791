// bredvid-clocked: `bredvid` on a clock that is set from standard input. Everything else is the program's own.
//
//   bredvid-clocked NOW_MS COMMAND ...     NOW_MS: milliseconds since 1970, what the clock shows first
//
// `serve` says `at NOW_MS` on standard output each time its upkeep for that moment is done, and reads the next moment,
// one a line. A line that is no number and the end of the input stop it in order, like SIGTERM.
#include <sodium.h>
#include <sys/stat.h>

#include <atomic>
#include <charconv>
#include <csignal>
#include <exception>
#include <iostream>
#include <optional>
#include <string>

#include "server/app/command_line.h"

namespace {

/// Thread-safe: connections and the store ask while the main thread sets it.
class SetClock final : public bredvid::Clock {
 public:
  explicit SetClock(std::int64_t now_ms) : now_ms_(now_ms) {}
  [[nodiscard]] bredvid::Instant now() const override { return {now_ms_.load()}; }
  void set(std::int64_t now_ms) { now_ms_.store(now_ms); }

 private:
  std::atomic<std::int64_t> now_ms_;
};

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Instead of five minutes: until the next moment is said.
int next_moment(SetClock& clock) {
  std::cout << "at " << clock.now().ms << std::endl;
  std::string line;
  if (!std::getline(std::cin, line)) return SIGTERM;
  const auto moment = number(line);
  if (!moment) return SIGTERM;
  clock.set(*moment);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  using namespace bredvid;
  ::umask(077);
  std::signal(SIGPIPE, SIG_IGN);
  app::block_stop_signals();
  const auto start = count > 2 ? number(words[1]) : std::nullopt;
  if (!start || sodium_init() < 0) {
    std::cerr << "bredvid-clocked NOW_MS COMMAND ...\n";
    return 2;
  }
  SetClock clock(*start);
  words[1] = words[0];
  try {
    return app::run_command_line(count - 1, words + 1, clock, std::cout, std::cerr,
                                 [&](long) { return next_moment(clock); });
  } catch (const std::exception& failure) {
    std::cerr << "bredvid-clocked: " << failure.what() << "\n";
    return 1;
  }
}
