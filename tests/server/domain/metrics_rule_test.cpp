// What a graph of the server's counts may tell: sums, later; never when somebody wrote.
#include "server/domain/metrics_rule.h"

#include <gtest/gtest.h>

#include <vector>

namespace bredvid::domain {
namespace {

constexpr Instant kStart{1'800'000'000'000};

TEST(MetricsRule, ValuesChangeAtStepsOnlyHoweverOftenSomebodyAsks) {
  MetricsCalendar calendar(kStart);
  int steps = 0;
  int days = 0;
  for (std::int64_t s = 0; s <= 2 * 86'400; s += 15) {  // a scrape every 15 seconds for two days
    const MetricsStep step = calendar.at(kStart.plus_s(s));
    steps += step == MetricsStep::step ? 1 : 0;
    days += step == MetricsStep::day ? 1 : 0;
  }
  EXPECT_EQ(days, 2);
  EXPECT_EQ(steps, 2 * 144 - 2);
}

TEST(MetricsRule, AStepsEdge) {
  MetricsCalendar calendar(kStart);
  EXPECT_EQ(calendar.at({kStart.ms + kMetricsStep_ms - 1}), MetricsStep::none);
  EXPECT_EQ(calendar.at({kStart.ms + kMetricsStep_ms}), MetricsStep::step);
  EXPECT_EQ(calendar.at({kStart.ms + kMetricsStep_ms}), MetricsStep::none);
  EXPECT_EQ(calendar.at({kStart.ms + kMetricsDay_ms}), MetricsStep::day);
}

TEST(MetricsRule, AClockThatIsSetBackTenYearsDoesNotStopTheSteps) {
  MetricsCalendar calendar(kStart);
  const Instant past = kStart.plus_s(-10LL * 365 * 86'400);
  EXPECT_EQ(calendar.at(past), MetricsStep::day);
  EXPECT_EQ(calendar.at(past), MetricsStep::none);
  EXPECT_EQ(calendar.at({past.ms + kMetricsStep_ms}), MetricsStep::step);
  MetricsCalendar little(kStart);
  EXPECT_EQ(little.at(kStart.plus_s(-5)), MetricsStep::none) << "a clock that is corrected gives no extra look";
}

TEST(MetricsRule, OneConversationIsNeverSeenWithinADay) {
  // One parent and one supporter write 49 messages, one every step or so; a scrape at each step.
  ShownCounter stored;
  std::uint64_t actual = 0;
  for (int step = 0; step < 143; ++step) {
    if (step % 3 == 0) ++actual;
    stored.step(MetricsStep::step, actual, 2);
    ASSERT_EQ(stored.shown(), 0U) << step;
  }
  stored.step(MetricsStep::day, actual, 2);
  EXPECT_EQ(actual, 48U);
  EXPECT_EQ(stored.shown(), 0U) << "below the quantum it waits for the next day";
  stored.step(MetricsStep::step, actual + 2, 2);
  EXPECT_EQ(stored.shown(), 0U);
  stored.step(MetricsStep::day, actual + 2, 2);
  EXPECT_EQ(stored.shown(), kMetricsQuantum) << "nothing is lost but the time";
}

TEST(MetricsRule, AHundredEnvelopesForOneReturningDeviceWaitForTheDay) {
  ShownCounter delivered;
  delivered.step(MetricsStep::step, 100, kMetricsCrowd - 1);
  EXPECT_EQ(delivered.shown(), 0U) << "no crowd";
  delivered.step(MetricsStep::day, 100, kMetricsCrowd - 1);
  EXPECT_EQ(delivered.shown(), 100U);
}

TEST(MetricsRule, WithACrowdAStepShowsWholeQuanta) {
  ShownCounter stored;
  stored.step(MetricsStep::step, kMetricsQuantum - 1, kMetricsCrowd);
  EXPECT_EQ(stored.shown(), 0U);
  stored.step(MetricsStep::step, kMetricsQuantum - 1 + kMetricsQuantum, kMetricsCrowd);
  EXPECT_EQ(stored.shown(), kMetricsQuantum) << "quiet steps do not add up before the day";
  stored.step(MetricsStep::step, 10 * kMetricsQuantum + 7, kMetricsCrowd);
  EXPECT_EQ(stored.shown(), 9 * kMetricsQuantum);
  stored.step(MetricsStep::none, 1'000'000, kMetricsCrowd);
  EXPECT_EQ(stored.shown(), 9 * kMetricsQuantum);
}

TEST(MetricsRule, OverDaysTheSumsAreRight) {
  ShownCounter stored;
  std::uint64_t actual = 0;
  for (std::uint64_t i = 1; i <= 30 * 144; ++i) {
    actual += (i * i) % 37;
    stored.step(i % 144 == 0 ? MetricsStep::day : MetricsStep::step, actual, i % 50);
    ASSERT_LE(stored.shown(), actual);
    ASSERT_EQ(stored.shown() % kMetricsQuantum, 0U);
  }
  EXPECT_LT(actual - stored.shown(), kMetricsQuantum);
}

TEST(MetricsRule, AFewPeopleAreNone) {
  EXPECT_EQ(shown_gauge(-1, kMetricsCrowd), 0U);
  EXPECT_EQ(shown_gauge(0, kMetricsCrowd), 0U);
  EXPECT_EQ(shown_gauge(kMetricsCrowd - 1, kMetricsCrowd), 0U);
  EXPECT_EQ(shown_gauge(kMetricsCrowd, kMetricsCrowd), kMetricsCrowd);
  EXPECT_EQ(shown_gauge(10'019, kMetricsCrowd), 10'000U);
  EXPECT_EQ(shown_gauge(19, 1), 0U) << "no quantum below a crowd";
  EXPECT_EQ(shown_gauge(300, 256), 256U);
}

}  // namespace
}  // namespace bredvid::domain
