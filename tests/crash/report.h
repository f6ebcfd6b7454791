// What the crash tests were asked for and what they say when they are done.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/crash/story.h"

namespace bredvid::crash {

/// How many cycles a story test lives through: --cycles of `./dev test crash`, else the normal run's number.
[[nodiscard]] std::size_t cycles();
/// New each time, so that every run tells other stories; BREDVID_SEED tells one again.
[[nodiscard]] std::uint64_t seed();
/// "[ CRASH    ] ..." on stdout, where the suites' runner looks for it.
void say(const std::string& line);

struct StartSummary {
  Milliseconds median{0};
  Milliseconds longest{0};      ///< by the monotonic clock
  Milliseconds longest_own{0};  ///< without what the machine took away
};
[[nodiscard]] StartSummary summary_of(std::vector<StartTime> starts);

/// A number with one decimal.
[[nodiscard]] std::string text_of(Milliseconds time);
/// The breaches, one a line; the first few.
[[nodiscard]] std::string text_of(const std::vector<Violation>& violations);

}  // namespace bredvid::crash
