#include "server/domain/calendar.h"

#include <chrono>

namespace bredvid::domain {
namespace {

constexpr std::int64_t kDay_s = 86'400;
constexpr std::int64_t kHour_s = 3'600;

using std::chrono::days;
using std::chrono::sys_days;

std::int64_t last_sunday_at_one_utc(std::chrono::year year, std::chrono::month month) {
  const sys_days sunday = year / month / std::chrono::Sunday[std::chrono::last];
  return sunday.time_since_epoch().count() * kDay_s + kHour_s;
}

std::int64_t floor_days(std::int64_t seconds) {
  return seconds >= 0 ? seconds / kDay_s : -((-seconds + kDay_s - 1) / kDay_s);
}

}  // namespace

Day day_of(const CivilDate& date) {
  const sys_days point = std::chrono::year{date.year} / std::chrono::month{date.month} / std::chrono::day{date.day};
  const auto count = point.time_since_epoch().count();
  return Day{count < 0 ? 0U : static_cast<std::uint32_t>(count)};
}

CivilDate date_of(Day day) {
  const std::chrono::year_month_day date{sys_days{days{day.value}}};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
}

std::int64_t stockholm_offset_s(Instant instant) {
  const std::int64_t seconds = instant.seconds();
  const std::chrono::year_month_day date{sys_days{days{floor_days(seconds)}}};
  const bool summer = seconds >= last_sunday_at_one_utc(date.year(), std::chrono::March) &&
                      seconds < last_sunday_at_one_utc(date.year(), std::chrono::October);
  return summer ? 2 * kHour_s : kHour_s;
}

Day stockholm_day(Instant instant) {
  const std::int64_t day = floor_days(instant.seconds() + stockholm_offset_s(instant));
  return Day{day < 0 ? 0U : static_cast<std::uint32_t>(day)};
}

Instant start_of_day(Day day) {
  // Clocks change at 02:00 or 03:00 local time, never around midnight: the offset at the UTC midnight's eve is the one.
  const Instant utc_midnight{static_cast<std::int64_t>(day.value) * kDay_s * 1000};
  const Instant eve = utc_midnight.plus_s(-kHour_s);
  return utc_midnight.plus_s(-stockholm_offset_s(eve));
}

Day quarter_first(Day day) {
  CivilDate date = date_of(day);
  date.month = (date.month - 1) / 3 * 3 + 1;
  date.day = 1;
  return day_of(date);
}

Day quarter_last(Day day) {
  CivilDate date = date_of(quarter_first(day));
  date.month += 3;
  if (date.month > 12) {
    date.month -= 12;
    ++date.year;
  }
  return Day{day_of(date).value - 1};
}

}  // namespace bredvid::domain
