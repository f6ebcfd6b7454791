// How much of what the server counts may be shown, so that a graph of it never tells one person's day.
//
// The danger. Metrics are read every 15 seconds and kept for years by people who run machines. Where one conversation
// lives on a server, a counter "messages stored" that moves at 21:14:30 says that somebody wrote at 21:14, and next to
// a record of who visited the site, who. The same holds for connections, handshakes, commits, bytes, even processor
// time. The rule, for everything that people's doings move:
//   1. Shown values change at steps only, one in kMetricsStep_ms at most, however often somebody asks.
//   2. A step shows what happened since the last one only when a crowd was there (kMetricsCrowd devices logged in at
//      both ends of the step) and it was at least kMetricsQuantum; then in whole quanta.
//   3. The rest waits, and is shown once in kMetricsDay_ms, in whole quanta too. What remains waits for the next day.
//   4. A present number (connections, a queue) is rounded down to a multiple of its quantum, so that a few people are
//   0.
// Nothing is lost but the time: over days the sums are right to within a quantum.
// What a restart forgets is at most what waited. Pure: time comes in. Not thread-safe.
#pragma once

#include <cstdint>

#include "server/base/clock.h"

namespace bredvid::domain {

/// Long enough that a message, its answer and the answer to that fall into one step; short enough to see a bad evening.
constexpr std::int64_t kMetricsStep_ms = 10LL * 60 * 1000;
constexpr std::int64_t kMetricsDay_ms = 24LL * 60 * 60 * 1000;
/// More than two people say to each other in ten minutes.
constexpr std::uint64_t kMetricsQuantum = 50;
/// Devices logged in that make a crowd; also the quantum of present numbers: fewer are shown as none.
constexpr std::uint64_t kMetricsCrowd = 20;

enum class MetricsStep : std::uint8_t { none, step, day };

/// When shown values may change.
class MetricsCalendar {
 public:
  explicit MetricsCalendar(Instant started) : last_step_(started), last_day_(started) {}
  /// A clock that was set back a step or more counts as a step: else nothing would be shown until it caught up.
  [[nodiscard]] MetricsStep at(Instant now);

 private:
  Instant last_step_;
  Instant last_day_;
};

/// One counter as it is shown.
class ShownCounter {
 public:
  /// At a step: the true value and the devices that were logged in at the step's quieter end.
  void step(MetricsStep step, std::uint64_t actual, std::uint64_t crowd);
  [[nodiscard]] std::uint64_t shown() const { return shown_; }

 private:
  std::uint64_t shown_ = 0;
  std::uint64_t seen_ = 0;
  std::uint64_t waiting_ = 0;
};

/// `quantum`: kMetricsCrowd, or more where one person moves the number by more.
[[nodiscard]] std::uint64_t shown_gauge(std::int64_t actual, std::uint64_t quantum);

}  // namespace bredvid::domain
