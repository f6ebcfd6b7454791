#include "server/domain/tally.h"

#include <algorithm>

#include "server/domain/calendar.h"

namespace bredvid::domain {

namespace {

/// The last day of the stretch that begins on `first`, stretched by whole lengths until it holds today.
Day end_of(Day first, Day today, std::uint32_t length_days) {
  if (length_days == 0) return std::max(quarter_last(first), quarter_last(today));
  const std::uint32_t behind = today > first ? today.value - first.value : 0;
  return {first.value + (behind / length_days + 1) * length_days - 1};
}

}  // namespace

wire::Span first_span(SpanId id, Day today, std::uint32_t length_days) {
  const Day first = length_days == 0 ? quarter_first(today) : today;
  return {id, first, end_of(first, today, length_days)};
}

wire::Span span_after(const wire::Span& published, SpanId id, Day today, std::uint32_t length_days) {
  const Day first{published.last_day.value + 1};
  return {id, first, end_of(first, today, length_days)};
}

wire::Span run_on(const wire::Span& span, Day today, std::uint32_t length_days) {
  return {span.span_id, span.first_day, end_of({span.last_day.value + 1}, today, length_days)};
}

bool is_due(const wire::Span& span, Instant now) {
  return now >= start_of_day(Day{span.last_day.value + 1}).plus_s(kSpanGrace_s);
}

std::int32_t year_of(const wire::Span& span) {
  return date_of(span.first_day).year;
}

std::int32_t half_of(const wire::Span& span) {
  constexpr std::uint32_t kJune = 6;
  const CivilDate first = date_of(span.first_day);
  return first.year * 2 + (first.month > kJune ? 1 : 0);
}

}  // namespace bredvid::domain
