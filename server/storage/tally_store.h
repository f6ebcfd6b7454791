// Spans and what is counted in them, for the other aggregates' files. Internal to storage/.
#pragma once

#include <optional>
#include <vector>

#include "server/domain/release_rule.h"
#include "server/storage/context.h"

namespace bredvid::storage {

/// The spans that take tallies: one, or none before the first Maintain.
[[nodiscard]] std::vector<wire::Span> open_spans(Context& c);
/// Opens a span from `first`'s days and makes its key, and its year's when there is none. storage_full, io_failed.
[[nodiscard]] Outcome<wire::Span> open_span(Context& c, const wire::Span& days);
/// The keys behind what the open span has counted are there.
[[nodiscard]] bool keys_fit(Context& c, const wire::Span& span);
/// A key is missing (a database restored from a backup, which never holds keys): what was counted under
/// it can't be continued without counting parents twice. Counters and sets are emptied and the span starts again today,
/// under its id, with a new key. When the year's key is missing, what its spans gave to it is forgotten too.
void restart_span(Context& c, const wire::Span& span, Day today);
/// Counters and sets of the open span: gone, from the write-ahead log too once the job is committed.
void clear_counts(Context& c);
/// What stays of counting after a release is written anew in the order of its keys: a page keeps its rows in the order
/// in which they came, and that is nobody's to know.
void forget_order(Context& c);
[[nodiscard]] domain::Tables counts_of(Context& c, SpanId span);
/// Forgets tally ids that no retry can bring any more; how many.
std::uint64_t delete_old_tally_ids(Context& c, Day today);

}  // namespace bredvid::storage
