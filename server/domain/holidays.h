// The days on which Sweden is closed: public holidays computed by their rules, the three eves, weekends, and an
// organisation's own closed days; and the days that a first contact or a check-in is due, counted past all of them.
//
// Holidays: lagen (1989:253) om allmänna helgdagar, with the national day in Whit Monday's place since 2005. Days are
// the wire's, years 1970 to 2199. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "server/domain/calendar.h"

namespace bredvid::domain {

enum class Holiday : std::uint8_t {
  new_years_day,
  epiphany,
  good_friday,
  easter_sunday,
  easter_monday,
  first_of_may,
  ascension_day,
  whit_sunday,
  /// 6 June
  national_day,
  /// the Saturday of 20 to 26 June
  midsummer_day,
  /// the Saturday of 31 October to 6 November
  all_saints_day,
  christmas_day,
  boxing_day,
};

/// No holidays by law, but most offices are closed: the organisation decides.
enum class Eve : std::uint8_t { midsummer, christmas, new_year };
constexpr std::uint8_t bit(Eve eve) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(eve));
}
constexpr std::uint8_t kAllEves = bit(Eve::midsummer) | bit(Eve::christmas) | bit(Eve::new_year);

/// When an organisation is closed beside weekends and holidays.
struct ClosedDays {
  /// the eves that count as holidays, a bit each
  std::uint8_t eves = kAllEves;
  /// ascending; a planning day, a summer closing
  std::vector<Day> extra;
};

/// Easter Sunday of a Gregorian year, 1583 or later.
[[nodiscard]] CivilDate easter_date(std::int32_t year);
/// When two fall on one day (Ascension on the first of May, in 2008) the earlier one in the list above.
[[nodiscard]] std::optional<Holiday> holiday_on(Day day);
[[nodiscard]] std::optional<Eve> eve_on(Day day);
/// 0: Monday, 6: Sunday.
[[nodiscard]] std::uint32_t weekday_of(Day day);
/// A public holiday, or an eve that counts as one.
[[nodiscard]] bool is_holiday(Day day, std::uint8_t eves);
/// Monday to Friday, no holiday, no counting eve, no day of the organisation's own.
[[nodiscard]] bool is_working_day(Day day, const ClosedDays& closed);

/// `day` itself, or the next working day when it is none: where a check-in goes that falls on a holiday.
[[nodiscard]] Day working_day_from(Day day, const ClosedDays& closed);
/// The `count`th working day after `day`; `day` for 0.
[[nodiscard]] Day working_days_after(Day day, std::uint32_t count, const ClosedDays& closed);
/// The last day on which "the same day or at the latest the next weekday" still holds for what began on `day`: the
/// first working day after it. On a Friday that is Monday; on the day before Good Friday the Tuesday after Easter.
[[nodiscard]] Day same_or_next_weekday(Day day, const ClosedDays& closed);
/// The days of check-ins `every_weeks` weeks apart, after `first` until and with `last`, each moved to the next working
/// day where it falls on a closed one; the last may so come after `last`. `every_weeks` 0: none.
[[nodiscard]] std::vector<Day> check_in_days(Day first, Day last, std::uint32_t every_weeks, const ClosedDays& closed);

}  // namespace bredvid::domain
