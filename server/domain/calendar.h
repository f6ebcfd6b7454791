// The organisation's civil calendar: Europe/Stockholm, by rule and without a time-zone database.
//
// EU summer time (directive 2000/84/EC) runs from the last Sunday of March 01:00 UTC to the last Sunday of October
// 01:00 UTC. Years 1996 and later; days are the wire's (days since 1970-01-01). Pure.
#pragma once

#include <cstdint>

#include "server/base/clock.h"
#include "server/base/ids.h"

namespace bredvid::domain {

struct CivilDate {
  std::int32_t year = 1970;
  std::uint32_t month = 1;
  std::uint32_t day = 1;
  friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

[[nodiscard]] Day day_of(const CivilDate& date);
[[nodiscard]] CivilDate date_of(Day day);

/// Seconds that Stockholm's clocks are ahead of UTC: 3600 or 7200.
[[nodiscard]] std::int64_t stockholm_offset_s(Instant instant);
/// The civil day in Stockholm; day 0 for anything before 1970.
[[nodiscard]] Day stockholm_day(Instant instant);
/// The instant at which that civil day begins in Stockholm.
[[nodiscard]] Instant start_of_day(Day day);

/// First and last day of the quarter that holds `day`.
[[nodiscard]] Day quarter_first(Day day);
[[nodiscard]] Day quarter_last(Day day);

}  // namespace bredvid::domain
