// Spans: when one opens, when it is due, and how it runs on. Pure.
//
// Exactly one span is open. It takes tallies until it is published, at the earliest 72 hours after its last day. A
// span that doesn't pass the release rule gets a later last day and keeps its id, so tags of the same parent stay
// the same and nobody is counted twice. Therefore the next span opens only when this is settled: a contact of a day
// beyond the open span's last one is kept back by the client until a span covers that day.
// A span's year is its first day's: year tags use that one, also for contacts after New Year.
#pragma once

#include <cstdint>

#include "server/base/clock.h"
#include "server/base/ids.h"
#include "server/wire/frames.h"

namespace bredvid::domain {

constexpr std::int64_t kSpanGrace_s = 72 * 3600;
/// A tally id is kept so that a retry counts once: on its own day and through this many more, so 48 hours at least.
constexpr std::uint32_t kTallyIdKept_days = 2;

// `length_days`: how long the operator wants spans to be; 0: calendar quarters.

/// The days of the first span ever: the quarter of today, or so many days from today.
[[nodiscard]] wire::Span first_span(SpanId id, Day today, std::uint32_t length_days = 0);
/// The days after a published span, to the end of a quarter (or length) that is not before today.
[[nodiscard]] wire::Span span_after(const wire::Span& published, SpanId id, Day today, std::uint32_t length_days = 0);
/// The same span with a later last day: one more quarter (or length), and as many as it takes to reach today.
[[nodiscard]] wire::Span run_on(const wire::Span& span, Day today, std::uint32_t length_days = 0);
/// The span's last day and the grace after it are over.
[[nodiscard]] bool is_due(const wire::Span& span, Instant now);
/// The year whose tags the span takes.
[[nodiscard]] std::int32_t year_of(const wire::Span& span);
/// The half-year that it belongs to, numbered through: later halves have greater numbers.
[[nodiscard]] std::int32_t half_of(const wire::Span& span);

}  // namespace bredvid::domain
