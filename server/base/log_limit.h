// How many lines of one kind the log takes: whoever can make the server say something (a stranger whose connection is
// refused) must not be able to fill the operator's disk. What was left out is counted and said. Not thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>

namespace bredvid::log {

/// Lines of one event in a minute. A start writes each event a few times; more than these say nothing new.
constexpr std::uint32_t kMaxLinesPerMinute = 30;
constexpr std::int64_t kLineWindow_ms = 60'000;
/// Kinds of events that are told apart; there are some dozens in the sources. Above it all further ones count as one.
constexpr std::size_t kMaxEventKinds = 256;

class LineLimit {
 public:
  struct Verdict {
    bool write = true;
    /// lines of this event that were left out before this one; 0 but for the first line of a new minute
    std::uint64_t left_out = 0;
  };
  /// `event`: a literal, told apart by its address. `now_ms`: of a clock that only goes forward.
  [[nodiscard]] Verdict next(const char* event, std::int64_t now_ms);

 private:
  struct Window {
    std::int64_t began_ms = 0;
    std::uint32_t lines = 0;
    std::uint64_t left_out = 0;
  };
  std::map<const char*, Window> windows_;
};

}  // namespace bredvid::log
