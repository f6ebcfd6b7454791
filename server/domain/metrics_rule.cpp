#include "server/domain/metrics_rule.h"

#include <algorithm>

namespace bredvid::domain {
namespace {

bool passed(Instant& last, Instant now, std::int64_t length_ms) {
  if (now.ms - last.ms < length_ms && last.ms - now.ms < length_ms) return false;
  last = now;
  return true;
}

std::uint64_t whole(std::uint64_t value, std::uint64_t quantum) {
  return value - value % quantum;
}

}  // namespace

MetricsStep MetricsCalendar::at(Instant now) {
  if (!passed(last_step_, now, kMetricsStep_ms)) return MetricsStep::none;
  return passed(last_day_, now, kMetricsDay_ms) ? MetricsStep::day : MetricsStep::step;
}

void ShownCounter::step(MetricsStep step, std::uint64_t actual, std::uint64_t crowd) {
  if (step == MetricsStep::none) return;
  // A true value that went back is a mistake of the counter's; showing less than before would look like a restart.
  const std::uint64_t more = actual - std::min(actual, seen_);
  seen_ = actual;
  const std::uint64_t now = crowd >= kMetricsCrowd ? whole(more, kMetricsQuantum) : 0;
  shown_ += now;
  waiting_ += more - now;
  if (step != MetricsStep::day) return;
  const std::uint64_t late = whole(waiting_, kMetricsQuantum);
  shown_ += late;
  waiting_ -= late;
}

std::uint64_t shown_gauge(std::int64_t actual, std::uint64_t quantum) {
  return actual <= 0 ? 0 : whole(static_cast<std::uint64_t>(actual), std::max(quantum, kMetricsCrowd));
}

}  // namespace bredvid::domain
