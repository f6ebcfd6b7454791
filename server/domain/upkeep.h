// Whether time may delete things now. A machine without a battery wakes in 1970, a wrong time server says 2036: such a
// jump must neither delete what people wait for nor publish what is being counted (DESIGN 3, promise 2).
//
// A day that is far ahead of the last one that was seen is not believed at once: for a week nothing expires and nothing
// is published by itself. By then the clock has been set right, or it was right and the server had been off; either way
// everybody has had a week to fetch. Pure.
#pragma once

#include <cstdint>

#include "server/base/ids.h"

namespace bredvid::domain {

/// A server that was off for less than this is not suspected. Half of a message's thirty days: one that was sent while
/// the clock was behind by less has as many left.
constexpr std::uint32_t kMaxCalendarStep_days = 14;
/// Longer gives more time to set a clock right; shorter keeps expired things for less time after a long pause.
constexpr std::uint32_t kHold_days = 7;

/// What is remembered of the calendar, on disk. Day 0: nothing yet.
struct Upkeep {
  Day last_seen;
  /// nothing is deleted or published by itself before this day
  Day hold_until;
  friend bool operator==(const Upkeep&, const Upkeep&) = default;
};

[[nodiscard]] Upkeep seen(const Upkeep& before, Day today);
[[nodiscard]] bool holds(const Upkeep& upkeep, Day today);

}  // namespace bredvid::domain
