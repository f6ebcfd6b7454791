// What a database that was put back from a backup must say so that nothing which was given out since is given out
// again.
//
// Between the backup and the restore the server has handed out sequences, span ids and release ids that the backup
// knows nothing of. A number that two things have is the worst that can happen: a client would take a new message for
// one that it has. So everything numbered goes on far beyond. Pure.
#pragma once

#include <cstdint>

#include "server/base/clock.h"
#include "server/base/ids.h"
#include "server/wire/frames.h"

namespace bredvid::domain {

/// At least so far beyond the backup's head: 1,000,000 messages in one circle since the backup are more than a month of
/// one every three seconds. Larger costs nothing but digits; smaller could be reached.
constexpr std::uint64_t kLeastSequenceGap = 1'000'000;
/// Spans and releases come a few times a year.
constexpr std::uint32_t kNumberGap = 1'000;

/// Where a circle's log stands after a restore at `now`; the next envelope gets the number after it. At least the gap,
/// and at least the time in milliseconds: a second restore of the same backup doesn't know of the first, but it happens
/// later, and no circle takes a thousand envelopes a second for as long as lies between.
[[nodiscard]] Sequence head_after_restore(Sequence head, Instant now);

/// The last number that may have been given, for spans and releases alike; in seconds, for the same reason.
[[nodiscard]] std::uint32_t last_number_after_restore(std::uint32_t last, Instant now);

/// The span that takes counts after a restore when the key of the backup's open span is gone. Either it was published
/// and its key destroyed, then its days must not be published again; or the key was lost, then its counts can't be
/// gone on with. Both: a new one from today, under a number that no release has.
[[nodiscard]] wire::Span span_after_restore(SpanId last, Instant now, std::uint32_t length_days);

}  // namespace bredvid::domain
