#include "server/domain/holidays.h"

#include <algorithm>

namespace bredvid::domain {
namespace {

constexpr std::uint32_t kWeek_days = 7;
/// 1970-01-01 was a Thursday.
constexpr std::uint32_t kWeekdayOfDay0 = 3;
constexpr std::uint32_t kSaturday = 5;

Day plus(Day day, std::uint32_t days) {
  return {day.value + days};
}

Day saturday_from(const CivilDate& date) {
  const Day day = day_of(date);
  return plus(day, (kSaturday + kWeek_days - weekday_of(day)) % kWeek_days);
}

Day midsummer_day(std::int32_t year) {
  return saturday_from({year, 6, 20});
}

}  // namespace

// The algorithm of the "Anonymous Gregorian computus" (Nature, 1876), with its letters.
CivilDate easter_date(std::int32_t year) {
  const std::int32_t a = year % 19;
  const std::int32_t b = year / 100;
  const std::int32_t c = year % 100;
  const std::int32_t g = (8 * b + 13) / 25;
  const std::int32_t h = (19 * a + b - b / 4 - g + 15) % 30;
  const std::int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const std::int32_t m = (a + 11 * h + 22 * l) / 451;
  const std::int32_t n = h + l - 7 * m + 114;
  return {year, static_cast<std::uint32_t>(n / 31), static_cast<std::uint32_t>(n % 31 + 1)};
}

std::uint32_t weekday_of(Day day) {
  return (day.value + kWeekdayOfDay0) % kWeek_days;
}

std::optional<Holiday> holiday_on(Day day) {
  const std::int32_t year = date_of(day).year;
  const Day easter = day_of(easter_date(year));
  const struct {
    Holiday holiday;
    Day day;
  } all[] = {
      {Holiday::new_years_day, day_of({year, 1, 1})},
      {Holiday::epiphany, day_of({year, 1, 6})},
      {Holiday::good_friday, {easter.value - 2}},
      {Holiday::easter_sunday, easter},
      {Holiday::easter_monday, plus(easter, 1)},
      {Holiday::first_of_may, day_of({year, 5, 1})},
      {Holiday::ascension_day, plus(easter, 39)},
      {Holiday::whit_sunday, plus(easter, 49)},
      {Holiday::national_day, day_of({year, 6, 6})},
      {Holiday::midsummer_day, midsummer_day(year)},
      {Holiday::all_saints_day, saturday_from({year, 10, 31})},
      {Holiday::christmas_day, day_of({year, 12, 25})},
      {Holiday::boxing_day, day_of({year, 12, 26})},
  };
  for (const auto& one : all) {
    if (one.day == day) return one.holiday;
  }
  return std::nullopt;
}

std::optional<Eve> eve_on(Day day) {
  const std::int32_t year = date_of(day).year;
  if (plus(day, 1) == midsummer_day(year)) return Eve::midsummer;
  if (day == day_of({year, 12, 24})) return Eve::christmas;
  if (day == day_of({year, 12, 31})) return Eve::new_year;
  return std::nullopt;
}

bool is_holiday(Day day, std::uint8_t eves) {
  const auto eve = eve_on(day);
  return holiday_on(day).has_value() || (eve && (eves & bit(*eve)) != 0);
}

bool is_working_day(Day day, const ClosedDays& closed) {
  return weekday_of(day) < kSaturday && !is_holiday(day, closed.eves) && !std::ranges::binary_search(closed.extra, day);
}

Day working_day_from(Day day, const ClosedDays& closed) {
  // Ends: the extra days are finite and no rule closes a whole week.
  while (!is_working_day(day, closed)) day = plus(day, 1);
  return day;
}

Day working_days_after(Day day, std::uint32_t count, const ClosedDays& closed) {
  for (; count > 0; --count) day = working_day_from(plus(day, 1), closed);
  return day;
}

Day same_or_next_weekday(Day day, const ClosedDays& closed) {
  return working_days_after(day, 1, closed);
}

std::vector<Day> check_in_days(Day first, Day last, std::uint32_t every_weeks, const ClosedDays& closed) {
  std::vector<Day> days;
  if (every_weeks == 0) return days;
  // Counted from the first day, so that one that was moved does not move all that follow.
  for (Day planned = plus(first, every_weeks * kWeek_days); planned <= last;
       planned = plus(planned, every_weeks * kWeek_days)) {
    days.push_back(working_day_from(planned, closed));
  }
  return days;
}

}  // namespace bredvid::domain
