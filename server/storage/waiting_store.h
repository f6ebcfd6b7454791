// What published spans have yet to give to their half-year and their year: figures, what was told of them, and who was
// counted (under the year's key). Internal to storage/.
#pragma once

#include <optional>
#include <vector>

#include "server/domain/release_sum.h"
#include "server/domain/release_text.h"
#include "server/storage/context.h"

namespace bredvid::storage {

/// To be given: to the year alone, or to the half-year first.
enum class Waits : std::uint8_t { nothing = 0, year = 1, half_year = 2 };

struct WaitingSpan {
  wire::Span span;
  Waits waits{Waits::nothing};
};

/// Keeps what a span that is published now has yet to give.
void keep_waiting(Context& c, SpanId span, const domain::Tables& figures, const domain::Told& told);
/// In the order of their days.
[[nodiscard]] std::vector<WaitingSpan> waiting_spans(Context& c);

/// A half-year's or a year's figures, the parts in order and all of one year, and what of them may be told.
[[nodiscard]] domain::Figures add_up(Context& c, wire::Scope scope, const std::vector<wire::Span>& parts);
/// The parts have told the sum, and from now on wait for `waits`.
void told_sum(Context& c, const std::vector<wire::Span>& parts, const domain::Told& told, Waits waits);

/// Everything of a year that waits is gone, from the write-ahead log too once the job is committed.
void forget_year(Context& c, std::int32_t year);
/// The keys of the open span and of every year that something waits for.
[[nodiscard]] std::vector<KeyName> keys_in_use(Context& c, const wire::Span& open);

}  // namespace bredvid::storage
