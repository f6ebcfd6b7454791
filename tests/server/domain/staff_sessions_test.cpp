#include "server/domain/staff_sessions.h"

#include <gtest/gtest.h>

#include "tests/server/wire/examples.h"

namespace bredvid::domain {
namespace {

const auto kMe = wire::counted_id<DeviceId>(1);
const auto kOther = wire::counted_id<DeviceId>(2);
constexpr Instant kMorning{1'795'000'000'000};

Instant after_s(std::int64_t seconds) {
  return kMorning.plus_s(seconds);
}

TEST(StaffSessions, NobodyIsSignedInWhoHasNot) {
  StaffSessions sessions({});
  EXPECT_FALSE(sessions.live(kMe, kMorning));
  sessions.begin(kMe, kMorning);
  EXPECT_TRUE(sessions.live(kMe, kMorning));
  EXPECT_FALSE(sessions.live(kOther, kMorning));
}

TEST(StaffSessions, WithoutThePersonItEndsAfterHalfAnHour) {
  StaffSessions sessions({});
  sessions.begin(kMe, kMorning);
  EXPECT_TRUE(sessions.live(kMe, after_s(kStaffIdle_s - 1)));
  EXPECT_FALSE(sessions.live(kMe, after_s(kStaffIdle_s)));
  sessions.person_here(kMe, after_s(kStaffIdle_s));
  EXPECT_FALSE(sessions.live(kMe, after_s(kStaffIdle_s))) << "what has ended does not come back";
}

TEST(StaffSessions, WithThePersonItEndsAfterTwelveHours) {
  StaffSessions sessions({});
  sessions.begin(kMe, kMorning);
  for (std::int64_t at = 0; at < kStaffSession_s; at += kStaffIdle_s - 1) {
    EXPECT_TRUE(sessions.live(kMe, after_s(at))) << at;
    sessions.person_here(kMe, after_s(at));
  }
  sessions.person_here(kMe, after_s(kStaffSession_s - 1));
  EXPECT_TRUE(sessions.live(kMe, after_s(kStaffSession_s - 1)));
  EXPECT_FALSE(sessions.live(kMe, after_s(kStaffSession_s)));
}

TEST(StaffSessions, AClockThatIsSetBackProlongsNothing) {
  StaffSessions sessions({});
  sessions.begin(kMe, kMorning);
  sessions.person_here(kMe, after_s(600));
  EXPECT_TRUE(sessions.live(kMe, after_s(-1))) << "a little is nothing";
  EXPECT_FALSE(sessions.live(kMe, after_s(600 - kStaffIdle_s - 1)));
  sessions.person_here(kMe, after_s(60));
  EXPECT_FALSE(sessions.live(kMe, after_s(600 + kStaffIdle_s))) << "counted from the later one";
}

TEST(StaffSessions, ShorterOnesEndSooner) {
  StaffSessions sessions({100, 30});
  sessions.begin(kMe, kMorning);
  EXPECT_FALSE(sessions.live(kMe, after_s(30)));
  sessions.begin(kMe, kMorning);
  for (std::int64_t at = 20; at < 100; at += 20) sessions.person_here(kMe, after_s(at));
  EXPECT_TRUE(sessions.live(kMe, after_s(99)));
  EXPECT_FALSE(sessions.live(kMe, after_s(100)));
}

TEST(StaffSessions, SoManyAreRememberedAndTheIdlestGoes) {
  StaffSessions sessions({}, 2);
  sessions.begin(kMe, kMorning);
  sessions.begin(kOther, after_s(1));
  sessions.person_here(kMe, after_s(2));
  sessions.begin(kMe, after_s(3));
  EXPECT_TRUE(sessions.live(kOther, after_s(3))) << "the same device again needs no room";
  sessions.begin(wire::counted_id<DeviceId>(3), after_s(4));
  EXPECT_TRUE(sessions.live(kMe, after_s(4)));
  EXPECT_FALSE(sessions.live(kOther, after_s(4)));
  StaffSessions usual({});
  for (std::size_t i = 0; i <= kMaxStaffSessions; ++i) {
    DeviceId device{};
    device.bytes[0] = static_cast<std::uint8_t>(i >> 8);
    device.bytes[1] = static_cast<std::uint8_t>(i);
    usual.begin(device, {kMorning.ms + static_cast<std::int64_t>(i)});
  }
  EXPECT_FALSE(usual.live(DeviceId{}, after_s(10)));
}

}  // namespace
}  // namespace bredvid::domain
