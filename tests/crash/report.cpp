#include "tests/crash/report.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

namespace bredvid::crash {
namespace {

/// The normal run's number; enough to meet every kind of moment dozens of times.
constexpr std::size_t kNormalCycles = 300;
constexpr std::size_t kMostCycles = 1'000'000;
constexpr std::size_t kShownViolations = 5;

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr || *text == '\0' ? otherwise : std::strtoull(text, nullptr, 10);
}

}  // namespace

std::size_t cycles() {
  return std::clamp<std::size_t>(number_from("BREDVID_CYCLES", kNormalCycles), 1, kMostCycles);
}

std::uint64_t seed() {
  static const std::uint64_t chosen = number_from("BREDVID_SEED", std::random_device{}());
  return chosen;
}

void say(const std::string& line) {
  std::printf("[ CRASH    ] %s\n", line.c_str());
  std::fflush(stdout);
}

StartSummary summary_of(std::vector<StartTime> starts) {
  StartSummary summary;
  if (starts.empty()) return summary;
  std::ranges::sort(starts, {}, [](const StartTime& one) { return one.wall; });
  summary.median = starts[starts.size() / 2].wall;
  summary.longest = starts.back().wall;
  for (const StartTime& one : starts) summary.longest_own = std::max(summary.longest_own, one.own());
  return summary;
}

std::string text_of(Milliseconds time) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", time.count());
  return text;
}

std::string text_of(const std::vector<Violation>& violations) {
  std::string text;
  for (std::size_t i = 0; i < std::min(violations.size(), kShownViolations); ++i)
    text += std::string("\n  ") + name_of(violations[i].breach) + ": " + violations[i].text;
  if (violations.size() > kShownViolations)
    text += "\n  and " + std::to_string(violations.size() - kShownViolations) + " more";
  return text;
}

}  // namespace bredvid::crash
