// A clock that jumps by ten years, either way, deletes nothing and publishes nothing by itself.
#include <gtest/gtest.h>

#include "server/domain/upkeep.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

constexpr std::int64_t kDay_s = 86'400;
constexpr std::int64_t kTenYears_s = 3652 * kDay_s;

class CalendarStore : public StorageTest {
 protected:
  domain::Maintained maintain(std::int64_t offset_s) {
    return get<domain::Maintained>(domain::Maintain{kNow.plus_s(offset_s)});
  }
  domain::AppendMessage said(std::uint32_t id, std::int64_t offset_s) {
    auto one = message(1, id, {1});
    one.now = kNow.plus_s(offset_s);
    return one;
  }
};

TEST_F(CalendarStore, TenYearsAheadDeleteNothing) {
  circle();
  get<domain::Done>(circle_slip(101, {1}));
  get<domain::Appended>(said(50, 0));
  const auto jumped = maintain(kTenYears_s);
  EXPECT_EQ(jumped.envelopes_expired + jumped.slips_removed + jumped.ids_removed, 0U);
  get<domain::Appended>(said(51, kTenYears_s));
  const auto back = maintain(60);
  EXPECT_EQ(back.envelopes_expired + back.slips_removed + back.ids_removed, 0U);
  EXPECT_EQ(waiting(), 3U) << "the joining commit and both messages";
  EXPECT_EQ(get<domain::Appended>(said(50, 60)).sequence, Sequence{2}) << "a repetition is still known";
  EXPECT_EQ(failure(domain::OpenSlip{{101}, token_of(101), kNow.plus_s(60)}), "no failure");
}

TEST_F(CalendarStore, WhatWasSentWhileTheClockWasTenYearsBehindIsFetchedAfterwards) {
  circle();
  maintain(-kTenYears_s);
  get<domain::Appended>(said(50, -kTenYears_s));
  EXPECT_EQ(maintain(0).envelopes_expired, 0U);
  EXPECT_EQ(waiting(), 2U);
  EXPECT_EQ(maintain((domain::kHold_days - 1) * kDay_s).envelopes_expired, 0U);
  EXPECT_EQ(waiting(), 2U);
  EXPECT_EQ(maintain(domain::kHold_days * kDay_s).envelopes_expired, 1U) << "a week later it has expired as it should";
}

TEST_F(CalendarStore, NothingIsPublishedByItselfForAWeek) {
  people();
  maintain(kTenYears_s);
  EXPECT_EQ(failure(domain::PublishDue{kNow.plus_s(kTenYears_s)}), "nothing_due");
  EXPECT_EQ(failure(domain::PublishDue{kNow}), "nothing_due");
  EXPECT_EQ(get<domain::SpansFound>(domain::ListSpans{}).spans.at(0).last_day, domain::day_of({2026, 12, 31}))
      << "it does not run on into 2036 either";
  maintain(kTenYears_s + domain::kHold_days * kDay_s);
  EXPECT_EQ(failure(domain::PublishDue{kNow.plus_s(kTenYears_s + domain::kHold_days * kDay_s)}), "no failure");
}

TEST_F(CalendarStore, TheHoldOutlivesARestart) {
  circle();
  maintain(-kTenYears_s);
  get<domain::Appended>(said(50, -kTenYears_s));
  maintain(0);
  reopen();
  EXPECT_EQ(maintain(kDay_s).envelopes_expired, 0U);
  EXPECT_EQ(waiting(), 2U);
}

}  // namespace
}  // namespace bredvid::storage
