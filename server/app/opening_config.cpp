#include "server/app/opening_config.h"

#include <algorithm>
#include <array>

#include "server/app/civil_date.h"
#include "server/domain/opening_hours.h"
#include "server/wire/limits.h"

namespace bredvid::app {
namespace {

using nlohmann::json;

/// In the wire's order: Monday 0, holidays 7.
constexpr std::array kDayNames{"monday", "tuesday",  "wednesday", "thursday",
                               "friday", "saturday", "sunday",    "holidays"};
constexpr std::size_t kMaxStretchesOfDay = 4;
constexpr std::uint32_t kMinutesOfHour = 60;

/// "08:30" in minutes; "24:00" is the day's end.
std::optional<std::uint32_t> minutes_of(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(text[0]) || !digit(text[1]) || !digit(text[3]) || !digit(text[4]))
    return std::nullopt;
  const auto number = [&](std::size_t at) {
    return static_cast<std::uint32_t>((text[at] - '0') * 10 + (text[at + 1] - '0'));
  };
  const std::uint32_t minutes = number(0) * kMinutesOfHour + number(3);
  if (number(3) >= kMinutesOfHour || minutes > wire::kMinutesOfDay) return std::nullopt;
  return minutes;
}

wire::OpenTime read_stretch(const std::string& text, std::uint32_t on, const std::string& where) {
  const auto from = text.size() == 11 && text[5] == '-' ? minutes_of(text.substr(0, 5)) : std::nullopt;
  const auto to = from ? minutes_of(text.substr(6)) : std::nullopt;
  if (!to) mistake(where, "must be written 08:00-17:00, and no later than 24:00");
  if (*to <= *from)
    mistake(where, "ends before it begins; a night is written 22:00-24:00, and 00:00-06:00 on the next day");
  return {on, *from, *to};
}

std::vector<wire::OpenTime> read_times(const json& value, const std::string& path) {
  Fields days(value, path);
  std::vector<wire::OpenTime> times;
  for (std::size_t on = 0; on < kDayNames.size(); ++on) {
    const json* found = days.optional(kDayNames[on]);
    if (found == nullptr) continue;
    const std::string at = days.at(kDayNames[on]);
    const auto stretches = text_list(*found, at, 0, kMaxStretchesOfDay);
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      const std::string where = at + "[" + std::to_string(i) + "]";
      const wire::OpenTime time = read_stretch(stretches[i], static_cast<std::uint32_t>(on), where);
      if (i > 0 && time.from_min <= times.back().to_min) mistake(where, "must begin after the one before it has ended");
      times.push_back(time);
    }
  }
  days.refuse_others();
  if (times.empty()) mistake(path, "must have at least one time; leave it out when there are none");
  return times;
}

std::uint8_t read_eves(const json& value, const std::string& path) {
  if (!value.is_array()) mistake(path, "must be a list of midsummer, christmas and new_year");
  std::uint8_t eves = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const std::string where = path + "[" + std::to_string(i) + "]";
    const auto eve = static_cast<domain::Eve>(word_of(value[i], where, {"midsummer", "christmas", "new_year"}));
    if ((eves & domain::bit(eve)) != 0) mistake(where, "stands there twice");
    eves |= domain::bit(eve);
  }
  return eves;
}

std::vector<Day> read_closed(const json& value, const std::string& path) {
  std::vector<Day> closed;
  const auto texts = text_list(value, path, 0, wire::kMaxClosedDays);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto day = parse_date(texts[i]);
    const std::string where = path + "[" + std::to_string(i) + "]";
    if (!day || day->value >= wire::kDayEnd) mistake(where, "must be a day written YYYY-MM-DD");
    if (std::ranges::find(closed, *day) != closed.end()) mistake(where, "stands there twice");
    closed.push_back(*day);
  }
  std::ranges::sort(closed);
  return closed;
}

}  // namespace

wire::Opening read_opening(Fields& organisation) {
  wire::Opening opening;
  const json* times = organisation.optional("opening");
  if (times != nullptr && !times->is_null()) opening.times = read_times(*times, organisation.at("opening"));
  const json* within = organisation.optional("answer_within_hours");
  if (within != nullptr && !within->is_null()) {
    if (opening.times.empty())
      mistake(organisation.at("answer_within_hours"), "needs opening: its hours are counted while it is open");
    opening.answer_within_h = organisation.required_number("answer_within_hours", 1, wire::kMaxAnswerWithin_h);
  }
  if (const json* eves = organisation.optional("closed_eves"))
    opening.eves = read_eves(*eves, organisation.at("closed_eves"));
  if (const json* closed = organisation.optional("closed_days"))
    opening.closed = read_closed(*closed, organisation.at("closed_days"));
  return opening;
}

}  // namespace bredvid::app
