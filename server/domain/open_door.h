// The open door: when a door may be made, who finds room behind it, and how long somebody who was taken stays so. Pure;
// who waits and in which order is storage's (door_store).
//
// A place is, in this order: waiting - taken by one supporter - given a sealed slip - gone (joined, ended, too old).
// One that is taken and not given within kTakenFor_min waits again where it was.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "server/base/clock.h"
#include "server/base/failure.h"
#include "server/base/ids.h"

namespace bredvid::domain {

constexpr std::uint32_t kMinDoorDays = 1;
/// A poster hangs for a year; the next one is put up before it ends.
constexpr std::uint32_t kMaxDoorDays = 400;
/// Enough to read the poster's words once more, make a circle and be called away; short enough for whoever waits.
constexpr std::uint64_t kTakenFor_min = 30;
/// Nobody comes any more: after a month the honest answer is to begin anew.
constexpr std::uint32_t kPlaceKept_days = 30;
/// More than a year of a city's parent support (DESIGN 1: 15 parents), at one organisation at once.
constexpr std::uint64_t kMaxWaitingAtOrganisation = 200;
/// Places through one door in a day: whoever has read a poster could fill the queue with nobodies.
constexpr std::uint64_t kMaxPlacesThroughDoorPerDay = 50;
/// Doors whose day is remembered, some bytes each; when full all are forgotten. Far more than there can be.
constexpr std::size_t kMaxDoorsRemembered = 4'096;

/// bad_expiry unless the door lasts from one to 400 days.
[[nodiscard]] Outcome<void> check_door_expiry(Day today, Day expires);
/// door_limit when the organisation has its eight live doors.
[[nodiscard]] Outcome<void> room_for_door(std::uint64_t live);
/// queue_full.
[[nodiscard]] Outcome<void> room_for_place(std::uint64_t places);

/// The minutes since 1970 between which a place must have been taken to be so still, both included. A minute ahead is a
/// clock that was set back; further ahead is no reason to keep anybody waiting.
struct HeldMinutes {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};
[[nodiscard]] HeldMinutes held_minutes(Instant now);
[[nodiscard]] std::uint64_t minute_of(Instant now);

/// A place whose day of coming lies before this one is forgotten.
[[nodiscard]] Day places_kept_from(Day today);

/// How many came through each door today. In memory alone, as all that a day bounds (daily_limit.h). The owner
/// serialises calls. A retry of what is known already is answered before this is asked.
class DoorDays {
 public:
  /// door_day_limit, with the milliseconds until the day is over, and nothing is taken.
  [[nodiscard]] Outcome<void> take(Selector door, Instant now);

 private:
  Day today_{};
  std::unordered_map<Selector, std::uint64_t> taken_;
};

}  // namespace bredvid::domain
