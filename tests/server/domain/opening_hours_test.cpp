#include "server/domain/opening_hours.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "server/wire/codec.h"

namespace bredvid::domain {
namespace {

using wire::Opening;
using wire::OpenTime;

constexpr std::uint32_t kHour = 60;

/// Stockholm's civil time, in whole minutes.
Instant local(const CivilDate& date, std::int64_t hour, std::int64_t minute = 0) {
  const Instant guess = start_of_day(day_of(date)).plus_s(hour * 3600 + minute * 60);
  return guess.plus_s(stockholm_offset_s(start_of_day(day_of(date))) - stockholm_offset_s(guess));
}

/// Monday to Friday 8 to 17, answers within four hours.
Opening office() {
  Opening opening{4, kAllEves, {}, {}};
  for (std::uint32_t on = 0; on < 5; ++on) opening.times.push_back({on, 8 * kHour, 17 * kHour});
  return opening;
}

/// Every evening, holidays too; nothing promised.
Opening evenings() {
  Opening opening{0, kAllEves, {}, {}};
  for (std::uint32_t on = 0; on <= wire::kOnHolidays; ++on) opening.times.push_back({on, 18 * kHour, 21 * kHour});
  return opening;
}

Opening around_the_clock() {
  Opening opening{2, 0, {}, {}};
  for (std::uint32_t on = 0; on <= wire::kOnHolidays; ++on) opening.times.push_back({on, 0, 24 * kHour});
  return opening;
}

TEST(OpeningHours, OpenNow) {
  const auto answer = expected_answer(local({2026, 11, 25}, 9), office());
  EXPECT_TRUE(answer.open);
  EXPECT_EQ(answer.closes, local({2026, 11, 25}, 17));
  EXPECT_FALSE(answer.opens);
  EXPECT_EQ(answer.answer_by, local({2026, 11, 25}, 13));
}

TEST(OpeningHours, ThePromiseRunsOverTheWeekend) {
  const auto friday = expected_answer(local({2026, 11, 27}, 16), office());
  EXPECT_TRUE(friday.open);
  EXPECT_EQ(friday.answer_by, local({2026, 11, 30}, 11));
  const auto saturday = expected_answer(local({2026, 11, 28}, 12), office());
  EXPECT_FALSE(saturday.open);
  EXPECT_FALSE(saturday.closes);
  EXPECT_EQ(saturday.opens, local({2026, 11, 30}, 8));
  EXPECT_EQ(saturday.answer_by, local({2026, 11, 30}, 12));
}

TEST(OpeningHours, AtTheVeryEdges) {
  EXPECT_FALSE(expected_answer({local({2026, 11, 25}, 8).ms - 1}, office()).open);
  EXPECT_TRUE(expected_answer(local({2026, 11, 25}, 8), office()).open);
  EXPECT_TRUE(expected_answer({local({2026, 11, 25}, 17).ms - 1}, office()).open);
  EXPECT_FALSE(expected_answer(local({2026, 11, 25}, 17), office()).open);
  EXPECT_EQ(expected_answer(local({2026, 11, 25}, 17), office()).opens, local({2026, 11, 26}, 8));
}

TEST(OpeningHours, HolidaysEvesAndOwnDaysAreClosed) {
  EXPECT_EQ(expected_answer(local({2026, 4, 3}, 10), office()).opens, local({2026, 4, 7}, 8)) << "Easter";
  EXPECT_EQ(expected_answer(local({2026, 12, 24}, 10), office()).opens, local({2026, 12, 28}, 8)) << "Christmas";
  Opening working_eves = office();
  working_eves.eves = 0;
  EXPECT_TRUE(expected_answer(local({2026, 12, 24}, 10), working_eves).open);
  Opening planning = office();
  planning.closed = {day_of({2026, 11, 30}), day_of({2026, 12, 1})};
  EXPECT_EQ(expected_answer(local({2026, 11, 28}, 10), planning).opens, local({2026, 12, 2}, 8));
}

TEST(OpeningHours, HolidaysMayHaveTheirOwnTimes) {
  Opening opening = office();
  opening.times.push_back({wire::kOnHolidays, 10 * kHour, 12 * kHour});
  EXPECT_EQ(expected_answer(local({2026, 4, 3}, 9), opening).opens, local({2026, 4, 3}, 10));
  EXPECT_TRUE(expected_answer(local({2026, 12, 25}, 18), evenings()).open);
}

TEST(OpeningHours, ALunchBreakCloses) {
  Opening opening{3, kAllEves, {{0, 8 * kHour, 12 * kHour}, {0, 13 * kHour, 17 * kHour}}, {}};
  const auto before = expected_answer(local({2026, 11, 30}, 11), opening);
  EXPECT_EQ(before.closes, local({2026, 11, 30}, 12));
  EXPECT_EQ(before.answer_by, local({2026, 11, 30}, 15));
  EXPECT_EQ(expected_answer(local({2026, 11, 30}, 12, 30), opening).opens, local({2026, 11, 30}, 13));
}

TEST(OpeningHours, AroundTheClockNeverCloses) {
  const auto answer = expected_answer(local({2026, 11, 28}, 23, 30), around_the_clock());
  EXPECT_TRUE(answer.open);
  EXPECT_FALSE(answer.closes);
  EXPECT_EQ(answer.answer_by, local({2026, 11, 29}, 1, 30));
  // A night that goes over midnight is one stretch.
  Opening night{0, 0, {{4, 22 * kHour, 24 * kHour}, {5, 0, 6 * kHour}}, {}};
  EXPECT_EQ(expected_answer(local({2026, 11, 27}, 23), night).closes, local({2026, 11, 28}, 6));
}

TEST(OpeningHours, ClocksThatChangeMoveNothing) {
  // The clock goes forward in the night before 29 March 2026 and back in the night before 25 October.
  EXPECT_EQ(expected_answer(local({2026, 3, 28}, 12), evenings()).opens, Instant{local({2026, 3, 28}, 18)});
  EXPECT_EQ(expected_answer(local({2026, 3, 28}, 22), evenings()).opens, local({2026, 3, 29}, 18));
  EXPECT_EQ(expected_answer(local({2026, 10, 24}, 22), evenings()).opens, local({2026, 10, 25}, 18));
  Opening in_the_gap{0, 0, {{6, 2 * kHour + 30, 5 * kHour}}, {}};
  const auto gap = expected_answer(local({2026, 3, 29}, 1), in_the_gap);
  ASSERT_TRUE(gap.opens);
  EXPECT_EQ(*gap.opens, local({2026, 3, 29}, 3, 30)) << "half past two does not exist on that day";
}

TEST(OpeningHours, NothingIsSaidWhereNothingIsKnown) {
  EXPECT_EQ(expected_answer(local({2026, 11, 28}, 12), Opening{}), ExpectedAnswer{});
  Opening closed{1, 0, {{0, 480, 540}}, {}};
  for (Day day = day_of({2026, 11, 30}); closed.closed.size() < 64; day.value += 7) closed.closed.push_back(day);
  EXPECT_EQ(expected_answer(local({2026, 11, 28}, 12), closed), ExpectedAnswer{}) << "closed for more than a year";
}

TEST(OpeningHours, FaultsAreNamed) {
  EXPECT_EQ(fault_of(office()), "");
  EXPECT_EQ(fault_of(around_the_clock()), "");
  EXPECT_EQ(fault_of({0, 0, {{0, 480, 480}}, {}}), "a stretch ends before it begins");
  EXPECT_EQ(fault_of({0, 0, {{1, 480, 540}, {0, 480, 540}}, {}}), "stretches must be in their order and apart");
  EXPECT_EQ(fault_of({0, 0, {{0, 480, 540}, {0, 540, 600}}, {}}), "stretches must be in their order and apart");
  EXPECT_EQ(fault_of({0, 0, {}, {{5}, {5}}}), "closed days must be in their order, each once");
  EXPECT_EQ(fault_of({4, 0, {}, {}}), "a promise needs opening hours to count in");
}

TEST(OpeningHours, StorageKeepsThemByteForByte) {
  Opening opening = office();
  opening.closed = {day_of({2026, 7, 13})};
  const wire::Blob bytes = wire::encode_opening(opening);
  EXPECT_EQ(wire::decode_opening(bytes), opening);
  wire::Blob longer = bytes;
  longer.push_back(0);
  EXPECT_FALSE(wire::decode_opening(longer));
  EXPECT_FALSE(wire::decode_opening(std::span(bytes).first(bytes.size() - 1)));
  EXPECT_FALSE(wire::decode_opening({}));
}

// ---- what the client is held to ---------------------------------------------------------------------

nlohmann::ordered_json seconds(const std::optional<Instant>& instant) {
  return instant ? nlohmann::ordered_json(instant->seconds()) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json as_json(const Opening& opening) {
  auto times = nlohmann::ordered_json::array();
  for (const OpenTime& time : opening.times) times.push_back({time.on, time.from_min, time.to_min});
  auto closed = nlohmann::ordered_json::array();
  for (const Day day : opening.closed) closed.push_back(day.value);
  return {{"answer_within_h", opening.answer_within_h}, {"eves", opening.eves}, {"times", times}, {"closed", closed}};
}

std::string golden() {
  Opening lunch = office();
  lunch.times.insert(lunch.times.begin(), {0, 6 * kHour, 7 * kHour});
  lunch.closed = {day_of({2026, 12, 1}), day_of({2026, 12, 2})};
  lunch.eves = bit(Eve::christmas);
  std::string text = "{\"openings\": [\n";
  const std::vector<Opening> openings{office(), evenings(), around_the_clock(), lunch, Opening{}};
  for (std::size_t one = 0; one < openings.size(); ++one) {
    nlohmann::ordered_json cases = nlohmann::ordered_json::array();
    // Every 53 hours and 7 minutes for a year and a half: each hour and minute of the day, both clock changes among
    // them.
    for (Instant now = local({2026, 1, 1}, 0); now < local({2027, 7, 1}, 0); now = now.plus_s(53 * 3600 + 7 * 60)) {
      const ExpectedAnswer answer = expected_answer(now, openings[one]);
      cases.push_back(
          {now.seconds(), answer.open, seconds(answer.closes), seconds(answer.opens), seconds(answer.answer_by)});
    }
    text += nlohmann::ordered_json{{"opening", as_json(openings[one])}, {"cases", cases}}.dump();
    text += one + 1 < openings.size() ? ",\n" : "\n";
  }
  nlohmann::ordered_json holidays = nlohmann::ordered_json::array();
  for (Day day = day_of({2019, 1, 1}); day < day_of({2031, 1, 1}); ++day.value) {
    if (is_holiday(day, kAllEves)) holidays.push_back({day.value, is_holiday(day, 0)});
  }
  return text + "],\n\"holidays\": " + holidays.dump() + "}\n";
}

TEST(OpeningHours, TheClientsTwinIsHeldToTheSame) {
  const std::string file = std::string(BREDVID_GOLDEN_DIR) + "/opening.json";
  const std::string made = golden();
  if (std::getenv("BREDVID_WRITE_GOLDEN") != nullptr) std::ofstream(file) << made;
  std::ifstream kept(file);
  ASSERT_TRUE(kept) << file;
  EXPECT_TRUE(std::string(std::istreambuf_iterator<char>(kept), {}) == made) << file << " says something else";
}

}  // namespace
}  // namespace bredvid::domain
