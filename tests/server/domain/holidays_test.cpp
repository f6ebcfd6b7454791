#include "server/domain/holidays.h"

#include <gtest/gtest.h>

#include <map>

namespace bredvid::domain {
namespace {

const ClosedDays kUsual{};

/// Gauss's way, with its two exceptions: independent of the one in use.
CivilDate easter_by_gauss(std::int32_t year) {
  const std::int32_t a = year % 19;
  const std::int32_t b = year % 4;
  const std::int32_t c = year % 7;
  const std::int32_t k = year / 100;
  const std::int32_t p = (13 + 8 * k) / 25;
  const std::int32_t q = k / 4;
  const std::int32_t m = (15 - p + k - q) % 30;
  const std::int32_t n = (4 + k - q) % 7;
  const std::int32_t d = (19 * a + m) % 30;
  const std::int32_t e = (2 * b + 4 * c + 6 * d + n) % 7;
  std::int32_t march = 22 + d + e;
  if (d == 29 && e == 6) march = 50;
  if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) march = 49;
  return march > 31 ? CivilDate{year, 4, static_cast<std::uint32_t>(march - 31)}
                    : CivilDate{year, 3, static_cast<std::uint32_t>(march)};
}

TEST(Holidays, EasterIsGausssInEveryYearFrom1900To2199) {
  for (std::int32_t year = 1900; year < 2200; ++year) {
    ASSERT_EQ(easter_date(year), easter_by_gauss(year)) << year;
  }
}

TEST(Holidays, EasterIsASunday) {
  for (std::int32_t year = 1970; year < 2200; ++year) ASSERT_EQ(weekday_of(day_of(easter_date(year))), 6U) << year;
}

TEST(Holidays, EasterAtItsExtremesAndAtGausssExceptions) {
  EXPECT_EQ(easter_date(1818), (CivilDate{1818, 3, 22})) << "the earliest there is";
  EXPECT_EQ(easter_date(1943), (CivilDate{1943, 4, 25})) << "the latest there is";
  EXPECT_EQ(easter_date(1954), (CivilDate{1954, 4, 18}));
  EXPECT_EQ(easter_date(1981), (CivilDate{1981, 4, 19}));
}

struct Year {
  std::int32_t year;
  CivilDate good_friday, easter, easter_monday, ascension, whit_sunday, midsummer, all_saints;
};

// From printed calendars.
const Year kYears[] = {
    {2019, {2019, 4, 19}, {2019, 4, 21}, {2019, 4, 22}, {2019, 5, 30}, {2019, 6, 9}, {2019, 6, 22}, {2019, 11, 2}},
    {2024, {2024, 3, 29}, {2024, 3, 31}, {2024, 4, 1}, {2024, 5, 9}, {2024, 5, 19}, {2024, 6, 22}, {2024, 11, 2}},
    {2025, {2025, 4, 18}, {2025, 4, 20}, {2025, 4, 21}, {2025, 5, 29}, {2025, 6, 8}, {2025, 6, 21}, {2025, 11, 1}},
    {2026, {2026, 4, 3}, {2026, 4, 5}, {2026, 4, 6}, {2026, 5, 14}, {2026, 5, 24}, {2026, 6, 20}, {2026, 10, 31}},
    {2027, {2027, 3, 26}, {2027, 3, 28}, {2027, 3, 29}, {2027, 5, 6}, {2027, 5, 16}, {2027, 6, 26}, {2027, 11, 6}},
    {2028, {2028, 4, 14}, {2028, 4, 16}, {2028, 4, 17}, {2028, 5, 25}, {2028, 6, 4}, {2028, 6, 24}, {2028, 11, 4}},
    {2029, {2029, 3, 30}, {2029, 4, 1}, {2029, 4, 2}, {2029, 5, 10}, {2029, 5, 20}, {2029, 6, 23}, {2029, 11, 3}},
    {2030, {2030, 4, 19}, {2030, 4, 21}, {2030, 4, 22}, {2030, 5, 30}, {2030, 6, 9}, {2030, 6, 22}, {2030, 11, 2}},
};

TEST(Holidays, KnownYearsHaveTheseAndNoOthers) {
  for (const Year& one : kYears) {
    const std::map<Day, Holiday> expected{
        {day_of({one.year, 1, 1}), Holiday::new_years_day},  {day_of({one.year, 1, 6}), Holiday::epiphany},
        {day_of(one.good_friday), Holiday::good_friday},     {day_of(one.easter), Holiday::easter_sunday},
        {day_of(one.easter_monday), Holiday::easter_monday}, {day_of({one.year, 5, 1}), Holiday::first_of_may},
        {day_of(one.ascension), Holiday::ascension_day},     {day_of(one.whit_sunday), Holiday::whit_sunday},
        {day_of({one.year, 6, 6}), Holiday::national_day},   {day_of(one.midsummer), Holiday::midsummer_day},
        {day_of(one.all_saints), Holiday::all_saints_day},   {day_of({one.year, 12, 25}), Holiday::christmas_day},
        {day_of({one.year, 12, 26}), Holiday::boxing_day}};
    std::map<Day, Holiday> found;
    for (Day day = day_of({one.year, 1, 1}); day <= day_of({one.year, 12, 31}); ++day.value) {
      if (const auto holiday = holiday_on(day)) found.emplace(day, *holiday);
    }
    EXPECT_EQ(found, expected) << one.year;
    EXPECT_EQ(eve_on({day_of(one.midsummer).value - 1}), Eve::midsummer) << one.year;
    EXPECT_EQ(eve_on(day_of({one.year, 12, 24})), Eve::christmas);
    EXPECT_EQ(eve_on(day_of({one.year, 12, 31})), Eve::new_year);
  }
}

TEST(Holidays, MidsummerAndAllSaintsAreSaturdaysOfTheirWeeks) {
  for (std::int32_t year = 1970; year < 2200; ++year) {
    std::uint32_t midsummers = 0;
    std::uint32_t saints = 0;
    for (Day day = day_of({year, 6, 7}); day <= day_of({year, 11, 30}); ++day.value) {
      const auto holiday = holiday_on(day);
      const CivilDate date = date_of(day);
      if (holiday == Holiday::midsummer_day) {
        ++midsummers;
        ASSERT_TRUE(date.month == 6 && date.day >= 20 && date.day <= 26 && weekday_of(day) == 5) << year;
      } else if (holiday == Holiday::all_saints_day) {
        ++saints;
        ASSERT_TRUE((date.month == 10 ? date.day == 31 : date.day <= 6) && weekday_of(day) == 5) << year;
      }
    }
    ASSERT_EQ(midsummers, 1U) << year;
    ASSERT_EQ(saints, 1U) << year;
  }
}

TEST(Holidays, WeekdaysAgreeWithTheCalendar) {
  EXPECT_EQ(weekday_of({0}), 3U) << "1970-01-01 was a Thursday";
  EXPECT_EQ(weekday_of(day_of({2026, 11, 28})), 5U);
  EXPECT_EQ(weekday_of(day_of({2026, 11, 30})), 0U);
}

TEST(Holidays, EvesCountAsTheOrganisationSays) {
  const Day midsummer_eve = day_of({2026, 6, 19});
  const Day christmas_eve = day_of({2026, 12, 24});
  EXPECT_FALSE(is_working_day(midsummer_eve, kUsual));
  EXPECT_TRUE(is_working_day(midsummer_eve, {bit(Eve::christmas), {}}));
  EXPECT_FALSE(is_working_day(christmas_eve, {bit(Eve::christmas), {}}));
  EXPECT_TRUE(is_working_day(day_of({2026, 12, 31}), {0, {}}));
}

TEST(Holidays, TheSameDayOrTheNextWeekday) {
  const auto due = [](const CivilDate& day, const ClosedDays& closed = {}) {
    return date_of(same_or_next_weekday(day_of(day), closed));
  };
  EXPECT_EQ(due({2026, 11, 25}), (CivilDate{2026, 11, 26})) << "a Wednesday";
  EXPECT_EQ(due({2026, 11, 27}), (CivilDate{2026, 11, 30})) << "a Friday";
  EXPECT_EQ(due({2026, 11, 28}), (CivilDate{2026, 11, 30})) << "a Saturday";
  EXPECT_EQ(due({2026, 4, 2}), (CivilDate{2026, 4, 7})) << "the day before Good Friday";
  EXPECT_EQ(due({2026, 6, 18}), (CivilDate{2026, 6, 22})) << "the day before midsummer's eve";
  EXPECT_EQ(due({2026, 6, 18}, {0, {}}), (CivilDate{2026, 6, 19})) << "open on midsummer's eve";
  EXPECT_EQ(due({2026, 12, 23}), (CivilDate{2026, 12, 28})) << "Christmas on a Thursday";
  EXPECT_EQ(due({2026, 12, 30}), (CivilDate{2027, 1, 4})) << "over the turn of the year";
  EXPECT_EQ(due({2026, 11, 27}, {kAllEves, {day_of({2026, 11, 30}), day_of({2026, 12, 1})}}), (CivilDate{2026, 12, 2}))
      << "two closed days of the organisation's own";
}

TEST(Holidays, WorkingDaysAreCountedOneByOne) {
  const Day thursday = day_of({2026, 4, 2});
  EXPECT_EQ(working_days_after(thursday, 0, kUsual), thursday);
  EXPECT_EQ(working_days_after(thursday, 1, kUsual), day_of({2026, 4, 7}));
  EXPECT_EQ(working_days_after(thursday, 4, kUsual), day_of({2026, 4, 10}));
  EXPECT_EQ(working_day_from(thursday, kUsual), thursday);
  EXPECT_EQ(working_day_from(day_of({2026, 4, 3}), kUsual), day_of({2026, 4, 7}));
}

TEST(Holidays, CheckInsEverySecondWeekLeaveHolidaysOut) {
  // From Friday 20 March 2026: 3 April is Good Friday, 1 May is a Friday.
  const auto days = check_in_days(day_of({2026, 3, 20}), day_of({2026, 5, 15}), 2, kUsual);
  EXPECT_EQ(days, (std::vector<Day>{day_of({2026, 4, 7}), day_of({2026, 4, 17}), day_of({2026, 5, 4}),
                                    day_of({2026, 5, 15})}));
  EXPECT_TRUE(check_in_days({20000}, {20013}, 2, kUsual).empty());
  EXPECT_EQ(check_in_days({20000}, {20014}, 2, kUsual).size(), 1U);
  EXPECT_TRUE(check_in_days({20000}, {20300}, 0, kUsual).empty());
}

}  // namespace
}  // namespace bredvid::domain
