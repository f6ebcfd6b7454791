#include "server/app/civil_date.h"

#include <array>
#include <charconv>
#include <cstdio>

#include "server/domain/calendar.h"

namespace bredvid::app {
namespace {

// The calendar's own first year: summer time follows one rule from then on.
constexpr std::int32_t kFirstYear = 1996;

template <class Number>
bool read_digits(std::string_view text, Number& out) {
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
  return failure == std::errc() && end == text.data() + text.size() && text.front() >= '0' && text.front() <= '9';
}

}  // namespace

std::optional<Day> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  domain::CivilDate date;
  if (!read_digits(text.substr(0, 4), date.year) || !read_digits(text.substr(5, 2), date.month) ||
      !read_digits(text.substr(8, 2), date.day)) {
    return std::nullopt;
  }
  if (date.year < kFirstYear || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return std::nullopt;
  const Day day = domain::day_of(date);
  if (domain::date_of(day) != date) return std::nullopt;  // for example 30 February
  return day;
}

std::string format_date(Day day) {
  const domain::CivilDate date = domain::date_of(day);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", date.year, date.month, date.day);
  return text.data();
}

}  // namespace bredvid::app
