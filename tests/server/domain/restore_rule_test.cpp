// After a restore no number is given out twice, whatever the lost time has given out.
#include "server/domain/restore_rule.h"

#include <gtest/gtest.h>

#include "server/domain/calendar.h"

namespace bredvid::domain {
namespace {

constexpr Instant kNow{1'795'431'600'000};

TEST(RestoreRule, AHeadGoesOnBeyondWhatTheLostTimeMayHaveGiven) {
  EXPECT_EQ(head_after_restore({40}, kNow).value, static_cast<std::uint64_t>(kNow.ms));
  const Sequence far{static_cast<std::uint64_t>(kNow.ms) + 5};
  EXPECT_EQ(head_after_restore(far, kNow).value, far.value + kLeastSequenceGap);
  EXPECT_EQ(head_after_restore({40}, {-5}).value, 40 + kLeastSequenceGap) << "a clock from before 1970";
}

TEST(RestoreRule, ASecondRestoreOfTheSameBackupGivesOtherNumbers) {
  const Sequence first = head_after_restore({40}, kNow);
  // An hour later, and in that hour a message every second.
  EXPECT_GT(head_after_restore({40}, kNow.plus_s(3600)).value, first.value + 3600);
}

TEST(RestoreRule, WhatClientsCanCountIsNeverLeft) {
  constexpr std::uint64_t javascript = std::uint64_t{1} << 53;
  const Instant year_2200 = start_of_day(day_of({2200, 1, 1}));
  EXPECT_LT(head_after_restore({0}, year_2200).value, javascript / 1000);
}

TEST(RestoreRule, SpansAndReleasesGoOnBeyondToo) {
  EXPECT_EQ(last_number_after_restore(3, kNow), static_cast<std::uint32_t>(kNow.seconds()));
  EXPECT_EQ(last_number_after_restore(3, {0}), 3 + kNumberGap);
  const std::uint32_t late = last_number_after_restore(3, start_of_day(day_of({2150, 1, 1})));
  EXPECT_GT(late, 3U);
  EXPECT_GT(late + 1, late) << "32 bits are not left";
}

TEST(RestoreRule, TheNewSpanBeginsTodayUnderANumberThatNoReleaseHas) {
  const Day today = stockholm_day(kNow);
  const wire::Span span = span_after_restore({3}, kNow, 0);
  EXPECT_EQ(span.first_day, today);
  EXPECT_EQ(span.last_day, quarter_last(today));
  EXPECT_GT(span.span_id.value, 3U + kNumberGap);
  const wire::Span week = span_after_restore({3}, kNow, 7);
  EXPECT_EQ(week.first_day, today);
  EXPECT_EQ(week.last_day.value, today.value + 6);
}

}  // namespace
}  // namespace bredvid::domain
