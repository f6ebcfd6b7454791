// The open door's rules at their edges.
#include "server/domain/open_door.h"

#include <gtest/gtest.h>

#include "server/domain/calendar.h"
#include "server/wire/limits.h"

namespace bredvid::domain {
namespace {

constexpr Instant kNow{1'795'431'600'000};

std::string code(const Outcome<void>& outcome) {
  return outcome ? "fine" : std::string(name(outcome.error().code));
}

TEST(OpenDoor, ADoorLastsFromOneTo400Days) {
  EXPECT_EQ(code(check_door_expiry({20'000}, {20'000})), "bad_expiry");
  EXPECT_EQ(code(check_door_expiry({20'000}, {20'000 + kMinDoorDays})), "fine");
  EXPECT_EQ(code(check_door_expiry({20'000}, {20'000 + kMaxDoorDays})), "fine");
  EXPECT_EQ(code(check_door_expiry({20'000}, {20'001 + kMaxDoorDays})), "bad_expiry");
}

TEST(OpenDoor, ThereIsRoomUpToTheLimits) {
  EXPECT_EQ(code(room_for_door(wire::kMaxDoors - 1)), "fine");
  EXPECT_EQ(code(room_for_door(wire::kMaxDoors)), "door_limit");
  EXPECT_EQ(code(room_for_place(kMaxWaitingAtOrganisation - 1)), "fine");
  EXPECT_EQ(code(room_for_place(kMaxWaitingAtOrganisation)), "queue_full");
}

TEST(OpenDoor, ATakenPlaceIsHeldForHalfAnHour) {
  const std::uint64_t taken = minute_of(kNow);
  const auto holds = [&](std::int64_t later_s) {
    const auto held = held_minutes(kNow.plus_s(later_s));
    return held.first <= taken && taken <= held.last;
  };
  EXPECT_TRUE(holds(0));
  EXPECT_TRUE(holds(29 * 60));
  EXPECT_FALSE(holds(30 * 60));
  EXPECT_TRUE(holds(-60)) << "a clock that is set back a little";
  EXPECT_FALSE(holds(-120)) << "one that was set back far holds nobody up";
  EXPECT_GE(held_minutes(Instant{0}).first, 1U) << "minute 0 means that nobody has it";
}

TEST(OpenDoor, PlacesAreKeptForAMonth) {
  EXPECT_EQ(places_kept_from({20'030}), Day{20'000});
  EXPECT_EQ(places_kept_from({3}), Day{0});
}

TEST(OpenDoor, FiftyComeThroughADoorInADay) {
  DoorDays days;
  for (std::uint64_t i = 0; i < kMaxPlacesThroughDoorPerDay; ++i) ASSERT_EQ(code(days.take({1}, kNow)), "fine");
  const auto refused = days.take({1}, kNow);
  EXPECT_EQ(code(refused), "door_day_limit");
  const Instant midnight = start_of_day({stockholm_day(kNow).value + 1});
  EXPECT_EQ(refused.error().detail, static_cast<std::uint64_t>(midnight.ms - kNow.ms));
  EXPECT_EQ(code(days.take({2}, kNow)), "fine") << "another door";
  EXPECT_EQ(code(days.take({1}, midnight)), "fine") << "tomorrow";
}

TEST(OpenDoor, ManyDoorsAreForgottenTogether) {
  DoorDays days;
  for (std::uint64_t i = 0; i < kMaxPlacesThroughDoorPerDay; ++i) ASSERT_EQ(code(days.take({1}, kNow)), "fine");
  for (std::uint32_t n = 2; n <= kMaxDoorsRemembered; ++n) ASSERT_EQ(code(days.take({n}, kNow)), "fine");
  EXPECT_EQ(code(days.take({1}, kNow)), "door_day_limit") << "still full";
  EXPECT_EQ(code(days.take({kMaxDoorsRemembered + 1}, kNow)), "fine");
  EXPECT_EQ(code(days.take({1}, kNow)), "fine");
}

}  // namespace
}  // namespace bredvid::domain
