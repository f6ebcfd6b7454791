// What one device may add in a day, and that the next day begins anew.
#include "server/domain/daily_limit.h"

#include <gtest/gtest.h>

#include "server/domain/calendar.h"

namespace bredvid::domain {
namespace {

const Day kToday = day_of({2026, 11, 23});
const Instant kMorning = start_of_day(kToday);
const Instant kEvening = {start_of_day({kToday.value + 1}).ms - 1};

DeviceId numbered(std::uint32_t n) {
  DeviceId id{};
  for (std::size_t i = 0; i < 4; ++i) id.bytes[i] = static_cast<std::uint8_t>(n >> (8 * i));
  return id;
}

struct Edge {
  Daily what;
  std::uint64_t most;
  ErrorCode code;
};
const Edge kEdges[] = {{Daily::tallies, kMaxTalliesPerDay, ErrorCode::tally_limit},
                       {Daily::circles, kMaxCirclesMadePerDay, ErrorCode::circle_limit},
                       {Daily::slips, kMaxSlipsMadePerDay, ErrorCode::slip_day_limit},
                       {Daily::bytes, kMaxBytesSentPerDay, ErrorCode::too_many},
                       {Daily::shares, kMaxSharesChangedPerDay, ErrorCode::too_many}};

TEST(DailyLimit, EachAmountIsExactAndADevicesOwn) {
  for (const Edge& edge : kEdges) {
    DailyLimit limit;
    EXPECT_TRUE(limit.take(numbered(1), edge.what, kMorning, edge.most - 1));
    EXPECT_EQ(limit.take(numbered(1), edge.what, kMorning, 2).error().code, edge.code) << "nothing is taken";
    EXPECT_TRUE(limit.take(numbered(1), edge.what, kMorning));
    const auto refused = limit.take(numbered(1), edge.what, kEvening);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), (Failure{edge.code, 1})) << "a millisecond before midnight";
    EXPECT_TRUE(limit.take(numbered(2), edge.what, kEvening)) << "somebody else's day";
    EXPECT_TRUE(limit.take(numbered(1), edge.what, {kEvening.ms + 1}, edge.most)) << "tomorrow";
  }
}

TEST(DailyLimit, OneKindTakesNothingOfAnother) {
  DailyLimit limit;
  for (const Edge& edge : kEdges) EXPECT_TRUE(limit.take(numbered(1), edge.what, kMorning, edge.most));
  for (const Edge& edge : kEdges) EXPECT_FALSE(limit.take(numbered(1), edge.what, kMorning));
}

TEST(DailyLimit, ForgetsEverybodyWhenTooManyAreRemembered) {
  DailyLimit limit;
  EXPECT_TRUE(limit.take(numbered(0), Daily::tallies, kMorning, kMaxTalliesPerDay));
  for (std::uint32_t i = 1; i < kMaxDevicesRemembered; ++i)
    ASSERT_TRUE(limit.take(numbered(i), Daily::tallies, kMorning));
  EXPECT_FALSE(limit.take(numbered(0), Daily::tallies, kMorning)) << "still remembered, with all places taken";
  EXPECT_TRUE(limit.take(numbered(kMaxDevicesRemembered), Daily::tallies, kMorning));
  EXPECT_TRUE(limit.take(numbered(0), Daily::tallies, kMorning)) << "fails open";
}

TEST(DailyLimit, AnotherDayInEitherDirectionBeginsAnew) {
  DailyLimit limit;
  for (const std::int64_t days : {0, 3650, -3650, 1}) {
    EXPECT_TRUE(limit.take(numbered(1), Daily::slips, kMorning.plus_s(days * 86'400), kMaxSlipsMadePerDay)) << days;
    EXPECT_FALSE(limit.take(numbered(1), Daily::slips, kMorning.plus_s(days * 86'400))) << days;
  }
}

}  // namespace
}  // namespace bredvid::domain
