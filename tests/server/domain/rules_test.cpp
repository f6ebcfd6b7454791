// The small rules: access, order, slips, rate, mailbox, spans.
#include <gtest/gtest.h>

#include "server/domain/access.h"
#include "server/domain/calendar.h"
#include "server/domain/circle_order.h"
#include "server/domain/mailbox.h"
#include "server/domain/rate_limit.h"
#include "server/domain/slips.h"
#include "server/domain/tally.h"

namespace bredvid::domain {
namespace {

using wire::Role;

TEST(Access, OnlyTheNamedRolesMay) {
  EXPECT_TRUE(may(Role::supporter, Action::create_circle));
  EXPECT_FALSE(may(Role::parent, Action::create_circle));
  for (const Action in : {Action::create_circle, Action::take_part, Action::make_circle_slip, Action::join_circle}) {
    EXPECT_TRUE(may(Role::coordinator, in)) << "staff circles";
    EXPECT_FALSE(may(Role::lead, in)) << "no role sees content by rank";
  }
  for (const Role role : {Role::coordinator, Role::lead}) {
    EXPECT_FALSE(may(role, Action::tally));
    for (const wire::SeriesRow& row : wire::kSeries) EXPECT_FALSE(may_tally(role, row.series)) << row.name;
  }
  EXPECT_TRUE(may(Role::lead, Action::read_releases));
  EXPECT_FALSE(may(Role::supporter, Action::read_releases));
  EXPECT_TRUE(may(Role::coordinator, Action::make_staff_slip));
  EXPECT_FALSE(may(Role::supporter, Action::make_staff_slip));
  EXPECT_FALSE(may(static_cast<Role>(9), Action::take_part));
  EXPECT_FALSE(is_staff_role(Role::parent));
  EXPECT_FALSE(is_circle_role(Role::lead));
}

TEST(Access, AStaffCircleIsColleaguesOwnAndEveryOtherOneAFamilys) {
  for (const bool staff : {true, false}) {
    EXPECT_TRUE(belongs_in(Role::supporter, staff));
    EXPECT_EQ(belongs_in(Role::coordinator, staff), staff) << "no role sees content by rank";
    EXPECT_EQ(belongs_in(Role::parent, staff), !staff);
    EXPECT_FALSE(belongs_in(Role::lead, staff));
  }
}

TEST(Access, AParentAnswersForNobodyElseAndNobodyForAParent) {
  using wire::Series;
  for (const Series series : {Series::wellbeing_first, Series::wellbeing_last, Series::experience}) {
    EXPECT_TRUE(may_tally(Role::parent, series));
    EXPECT_FALSE(may_tally(Role::supporter, series));
  }
  for (const Series series :
       {Series::contact, Series::first_contact, Series::closing, Series::conversations, Series::daily_week}) {
    EXPECT_FALSE(may_tally(Role::parent, series));
    EXPECT_TRUE(may_tally(Role::supporter, series));
  }
}

TEST(CircleOrder, TheFirstCommitOfAnEpochWins) {
  CircleState circle{{3}, {10}, 0, 0, 2};
  const auto placed = place_commit(circle, {3}, 100);
  ASSERT_TRUE(placed);
  EXPECT_EQ(placed->sequence, Sequence{11});
  EXPECT_EQ(placed->begins, Epoch{4});
  circle.epoch = placed->begins;
  const auto late = place_commit(circle, {3}, 100);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error(), (Failure{ErrorCode::epoch_stale, 4}));
  EXPECT_EQ(place_message(circle, {5}, 1).error(), (Failure{ErrorCode::epoch_stale, 4})) << "from the future";
}

TEST(CircleOrder, LimitsAreExact) {
  EXPECT_TRUE(place_message({{0}, {0}, kMaxWaitingEnvelopes - 1, 0, 1}, {0}, 1));
  EXPECT_EQ(place_message({{0}, {0}, kMaxWaitingEnvelopes, 0, 1}, {0}, 1).error().code, ErrorCode::mailbox_full);
  EXPECT_TRUE(place_message({{0}, {0}, 0, kMaxWaitingBytes - 5, 1}, {0}, 5));
  EXPECT_EQ(place_message({{0}, {0}, 0, kMaxWaitingBytes - 5, 1}, {0}, 6).error().code, ErrorCode::mailbox_full);
  EXPECT_TRUE(room_for_device({{0}, {0}, 0, 0, kMaxDevicesPerCircle - 1}));
  EXPECT_EQ(room_for_device({{0}, {0}, 0, 0, kMaxDevicesPerCircle}).error().code, ErrorCode::circle_full);
}

TEST(Slips, LastOneToThirtyDays) {
  const Day today{20780};
  EXPECT_EQ(check_expiry(today, today).error().code, ErrorCode::bad_expiry);
  EXPECT_TRUE(check_expiry(today, {20781}));
  EXPECT_TRUE(check_expiry(today, {20810}));
  EXPECT_EQ(check_expiry(today, {20811}).error().code, ErrorCode::bad_expiry);
  EXPECT_TRUE(check_slip({today, false}, today)) << "good on its last day";
  EXPECT_EQ(check_slip({today, false}, {20781}).error().code, ErrorCode::slip_expired);
  EXPECT_EQ(check_slip({today, true}, {20781}).error().code, ErrorCode::slip_used) << "a used one stays used";
  EXPECT_TRUE(room_for_slip(7));
  EXPECT_EQ(room_for_slip(8).error().code, ErrorCode::slip_limit);
}

TEST(RateLimit, ABurstThenARate) {
  FrameRate rate(3, 10, Instant{0});
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(rate.take({0}));
  EXPECT_FALSE(rate.take({0}));
  EXPECT_FALSE(rate.take({99}));
  EXPECT_TRUE(rate.take({100}));
  EXPECT_FALSE(rate.take({100}));
  EXPECT_FALSE(rate.take({50})) << "a clock set back gives nothing";
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(rate.take({1'000'000}));
  EXPECT_FALSE(rate.take({1'000'000})) << "no more than the burst is saved up";
  FrameRate once(2, 0, Instant{0});
  EXPECT_TRUE(once.take({0}));
  EXPECT_TRUE(once.take({0}));
  EXPECT_FALSE(once.take({10'000'000}));
}

TEST(RateLimit, TheFifthWrongTryIsOneTooMany) {
  WrongTries tries(kMaxWrongSlips);
  for (std::uint32_t i = 1; i < kMaxWrongSlips; ++i) EXPECT_FALSE(tries.wrong());
  EXPECT_TRUE(tries.wrong());
}

TEST(MailboxTest, KeepsTheWindowAndTheOrder) {
  Mailbox mailbox(Sequence{100});
  const Mailbox::Allowance allowed = mailbox.start_fetch();
  EXPECT_EQ(allowed.envelopes, kWindow);
  EXPECT_EQ(allowed.bytes, kWindowBytes);
  EXPECT_EQ(mailbox.start_fetch().envelopes, 0U) << "one fetch at a time";
  for (std::uint64_t i = 101; i <= 164; ++i) EXPECT_TRUE(mailbox.send({i}, 10));
  EXPECT_FALSE(mailbox.send({164}, 10)) << "never twice";
  EXPECT_FALSE(mailbox.end_fetch(true)) << "more waits, and the window is full";
  EXPECT_EQ(mailbox.start_fetch().envelopes, 0U) << "the window is full";
  EXPECT_FALSE(mailbox.acknowledge({131})) << "not yet half empty";
  EXPECT_TRUE(mailbox.acknowledge({132}));
  EXPECT_EQ(mailbox.start_fetch().envelopes, 32U);
  EXPECT_FALSE(mailbox.end_fetch(false)) << "nothing more";
  EXPECT_FALSE(mailbox.acknowledge({164}));
  EXPECT_EQ(mailbox.in_flight(), 0U);
}

TEST(MailboxTest, WhatArrivesDuringAFetchIsNotForgotten) {
  Mailbox mailbox(Sequence{});
  EXPECT_GT(mailbox.start_fetch().envelopes, 0U);
  EXPECT_EQ(mailbox.start_fetch().envelopes, 0U);
  EXPECT_TRUE(mailbox.end_fetch(false));
  EXPECT_GT(mailbox.start_fetch().envelopes, 0U);
  mailbox.failed_fetch();
  EXPECT_TRUE(mailbox.wants_fetch());
}

TEST(MailboxTest, TheWindowIsBoundedInBytesToo) {
  Mailbox mailbox(Sequence{});
  EXPECT_EQ(mailbox.start_fetch().bytes, kWindowBytes);
  EXPECT_TRUE(mailbox.send({1}, kWindowBytes - 1));
  EXPECT_FALSE(mailbox.end_fetch(false));
  EXPECT_TRUE(mailbox.send_live({2}, 10)) << "room for one byte is room for one more";
  EXPECT_FALSE(mailbox.send_live({3}, 10)) << "full";
  EXPECT_EQ(mailbox.start_fetch().envelopes, 0U);
  EXPECT_TRUE(mailbox.acknowledge({1})) << "what waits is fetched";
  EXPECT_EQ(mailbox.start_fetch().bytes, kWindowBytes - 10);
}

TEST(MailboxTest, IsFilledAgainFromHalfOfItsBytes) {
  Mailbox mailbox(Sequence{});
  EXPECT_GT(mailbox.start_fetch().envelopes, 0U);
  EXPECT_TRUE(mailbox.send({1}, 1));
  EXPECT_TRUE(mailbox.send({2}, kWindowBytes / 2));
  EXPECT_FALSE(mailbox.end_fetch(true)) << "half of it and one byte";
  EXPECT_TRUE(mailbox.acknowledge({1}));
}

TEST(Spans, AreQuartersAndNeverOverlap) {
  const Day today = day_of({2026, 11, 23});
  const auto first = first_span({1}, today);
  EXPECT_EQ(first, (wire::Span{{1}, day_of({2026, 10, 1}), day_of({2026, 12, 31})}));
  EXPECT_EQ(span_after(first, {2}, day_of({2027, 1, 4})),
            (wire::Span{{2}, day_of({2027, 1, 1}), day_of({2027, 3, 31})}));
  EXPECT_EQ(run_on(first, day_of({2027, 1, 4})), (wire::Span{{1}, day_of({2026, 10, 1}), day_of({2027, 3, 31})}));
  EXPECT_EQ(run_on(first, day_of({2028, 5, 1})).last_day, day_of({2028, 6, 30})) << "a server that slept long";
  EXPECT_EQ(year_of(run_on(first, day_of({2027, 1, 4}))), 2026);
}

TEST(Spans, AreDueSeventyTwoHoursAfterTheirLastDay) {
  const wire::Span span = first_span({1}, day_of({2026, 11, 23}));
  const Instant end = start_of_day(day_of({2027, 1, 1}));
  EXPECT_FALSE(is_due(span, {end.plus_s(72 * 3600).ms - 1}));
  EXPECT_TRUE(is_due(span, end.plus_s(72 * 3600)));
}

}  // namespace
}  // namespace bredvid::domain
