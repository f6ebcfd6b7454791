#include "server/domain/upkeep.h"

namespace bredvid::domain {

Upkeep seen(const Upkeep& before, Day today) {
  const bool first = before.last_seen == Day{};
  // A clock set back deletes nothing by itself, and ends the hold that its jump ahead began.
  if (first || today < before.last_seen) return {today, {}};
  if (today.value - before.last_seen.value > kMaxCalendarStep_days) return {today, {today.value + kHold_days}};
  return {today, before.hold_until};
}

bool holds(const Upkeep& upkeep, Day today) {
  return today < upkeep.hold_until;
}

}  // namespace bredvid::domain
