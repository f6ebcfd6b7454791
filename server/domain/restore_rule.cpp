#include "server/domain/restore_rule.h"

#include <algorithm>

#include "server/domain/calendar.h"
#include "server/domain/tally.h"

namespace bredvid::domain {
namespace {

/// What 32 bits hold, less a gap: in the year 2106.
constexpr std::int64_t kLastSecond = 0xffffffffLL - 2 * kNumberGap;

}  // namespace

Sequence head_after_restore(Sequence head, Instant now) {
  const std::uint64_t by_time = static_cast<std::uint64_t>(std::max<std::int64_t>(now.ms, 0));
  return {std::max(head.value + kLeastSequenceGap, by_time)};
}

std::uint32_t last_number_after_restore(std::uint32_t last, Instant now) {
  const std::uint32_t by_time = static_cast<std::uint32_t>(std::clamp<std::int64_t>(now.seconds(), 0, kLastSecond));
  return std::max(last + kNumberGap, by_time);
}

wire::Span span_after_restore(SpanId last, Instant now, std::uint32_t length_days) {
  const Day today = stockholm_day(now);
  wire::Span span = first_span({last_number_after_restore(last.value, now) + 1}, today, length_days);
  span.first_day = today;
  return span;
}

}  // namespace bredvid::domain
