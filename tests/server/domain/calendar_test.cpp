#include "server/domain/calendar.h"

#include <gtest/gtest.h>

namespace bredvid::domain {
namespace {

Instant utc(std::int32_t year, std::uint32_t month, std::uint32_t day, std::int64_t hour, std::int64_t minute = 0) {
  return {(static_cast<std::int64_t>(day_of({year, month, day}).value) * 86400 + hour * 3600 + minute * 60) * 1000};
}

TEST(Calendar, DaysAndDatesGoBothWays) {
  EXPECT_EQ(day_of({1970, 1, 1}), Day{0});
  EXPECT_EQ(day_of({2026, 11, 23}), Day{20780});
  EXPECT_EQ(date_of({20780}), (CivilDate{2026, 11, 23}));
  EXPECT_EQ(date_of(day_of({2028, 2, 29})), (CivilDate{2028, 2, 29}));
}

TEST(Calendar, SummerTimeBeginsAndEndsAtOneUtc) {
  EXPECT_EQ(stockholm_offset_s({utc(2026, 3, 29, 1).ms - 1}), 3600);
  EXPECT_EQ(stockholm_offset_s(utc(2026, 3, 29, 1)), 7200);
  EXPECT_EQ(stockholm_offset_s({utc(2026, 10, 25, 1).ms - 1}), 7200);
  EXPECT_EQ(stockholm_offset_s(utc(2026, 10, 25, 1)), 3600);
  EXPECT_EQ(stockholm_offset_s(utc(2027, 3, 28, 1)), 7200);
  EXPECT_EQ(stockholm_offset_s(utc(2027, 10, 31, 0, 59)), 7200);
}

TEST(Calendar, TheCivilDayTurnsAtLocalMidnight) {
  EXPECT_EQ(stockholm_day(utc(2026, 1, 31, 22, 59)), day_of({2026, 1, 31}));
  EXPECT_EQ(stockholm_day(utc(2026, 1, 31, 23)), day_of({2026, 2, 1}));
  EXPECT_EQ(stockholm_day(utc(2026, 7, 31, 21, 59)), day_of({2026, 7, 31}));
  EXPECT_EQ(stockholm_day(utc(2026, 7, 31, 22)), day_of({2026, 8, 1}));
}

TEST(Calendar, ADayBeginsWhenItsFirstInstantSaysSo) {
  // Every day of two years, the days of clock changes and their neighbours among them.
  for (std::uint32_t day = day_of({2026, 1, 1}).value; day < day_of({2028, 1, 1}).value; ++day) {
    const Instant start = start_of_day({day});
    ASSERT_EQ(stockholm_day(start), Day{day}) << day;
    ASSERT_EQ(stockholm_day({start.ms - 1}), Day{day - 1}) << day;
  }
}

TEST(Calendar, Quarters) {
  EXPECT_EQ(quarter_first(day_of({2026, 11, 23})), day_of({2026, 10, 1}));
  EXPECT_EQ(quarter_last(day_of({2026, 11, 23})), day_of({2026, 12, 31}));
  EXPECT_EQ(quarter_last(day_of({2028, 1, 1})), day_of({2028, 3, 31}));
  EXPECT_EQ(quarter_first(day_of({2026, 6, 30})), day_of({2026, 4, 1}));
}

}  // namespace
}  // namespace bredvid::domain
