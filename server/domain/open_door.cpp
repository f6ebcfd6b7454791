#include "server/domain/open_door.h"

#include <algorithm>

#include "server/domain/calendar.h"
#include "server/domain/daily_limit.h"
#include "server/wire/limits.h"

namespace bredvid::domain {

Outcome<void> check_door_expiry(Day today, Day expires) {
  if (expires.value < today.value + kMinDoorDays || expires.value > today.value + kMaxDoorDays)
    return fail(ErrorCode::bad_expiry);
  return {};
}

Outcome<void> room_for_door(std::uint64_t live) {
  if (live >= wire::kMaxDoors) return fail(ErrorCode::door_limit);
  return {};
}

Outcome<void> room_for_place(std::uint64_t places) {
  if (places >= kMaxWaitingAtOrganisation) return fail(ErrorCode::queue_full);
  return {};
}

std::uint64_t minute_of(Instant now) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(0, now.seconds())) / 60;
}

HeldMinutes held_minutes(Instant now) {
  const std::uint64_t minute = minute_of(now);
  // A minute 0 means that nobody has taken the place.
  return {std::max<std::uint64_t>(1, minute >= kTakenFor_min ? minute - kTakenFor_min + 1 : 1), minute + 1};
}

Day places_kept_from(Day today) {
  return {today.value > kPlaceKept_days ? today.value - kPlaceKept_days : 0};
}

Outcome<void> DoorDays::take(Selector door, Instant now) {
  const Day today = stockholm_day(now);
  if (today != today_ || (taken_.size() >= kMaxDoorsRemembered && !taken_.contains(door))) taken_.clear();
  today_ = today;
  std::uint64_t& taken = taken_[door];
  if (taken >= kMaxPlacesThroughDoorPerDay) return fail(ErrorCode::door_day_limit, until_tomorrow_ms(now));
  ++taken;
  return {};
}

}  // namespace bredvid::domain
