// What a tally can count: the one table of series and of their values (schema/wire.cddl, "counted").
//
// A series is one question with a fixed list of answers; a value is one answer, from 1 upwards. Numbers are on the wire
// and in the database and never change their meaning; names are in releases. Pure, constants only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace bredvid::wire {

enum class Contact : std::uint8_t { dialogue = 1, email = 2, phone = 3, call = 4, visit = 5, meeting = 6, group = 7 };

enum class Series : std::uint8_t {
  contact = 1,
  /// of an assignment: was the parent contacted by its due day
  first_contact = 2,
  /// how a support ended
  closing = 3,
  /// how many conversations it had
  conversations = 4,
  /// a week with daily contact
  daily_week = 5,
  /// how the parent feels, five faces from 1 (very bad) to 5 (very good): at the first conversation
  wellbeing_first = 6,
  /// and at the last one
  wellbeing_last = 7,
  /// how the support has been for the parent, asked at the last one; the same five faces
  experience = 8,
};

struct Counted {
  Series series{Series::contact};
  /// 1 to value_count(series)
  std::uint8_t value = 1;

  [[nodiscard]] static constexpr Counted of(Contact contact) {
    return {Series::contact, static_cast<std::uint8_t>(contact)};
  }
  friend bool operator==(const Counted&, const Counted&) = default;
};

struct SeriesRow {
  Series series;
  const char* name;
  std::span<const char* const> values;
};

namespace series_names {
inline constexpr const char* kContact[] = {"dialogue", "email", "phone", "call", "visit", "meeting", "group"};
inline constexpr const char* kFirstContact[] = {"in_time", "late", "not_carried_out"};
inline constexpr const char* kClosing[] = {"completed", "declined", "not_reached", "further_support"};
inline constexpr const char* kConversations[] = {"0", "1-2", "3-5", "6+"};
inline constexpr const char* kDailyWeek[] = {"daily_contact"};
inline constexpr const char* kFace[] = {"very_bad", "bad", "so_so", "good", "very_good"};
}  // namespace series_names

/// In the order of their numbers, from 1 without a gap.
inline constexpr std::array kSeries{
    SeriesRow{Series::contact, "contact", series_names::kContact},
    SeriesRow{Series::first_contact, "first_contact", series_names::kFirstContact},
    SeriesRow{Series::closing, "closing", series_names::kClosing},
    SeriesRow{Series::conversations, "conversations", series_names::kConversations},
    SeriesRow{Series::daily_week, "daily_week", series_names::kDailyWeek},
    SeriesRow{Series::wellbeing_first, "wellbeing_first", series_names::kFace},
    SeriesRow{Series::wellbeing_last, "wellbeing_last", series_names::kFace},
    SeriesRow{Series::experience, "experience", series_names::kFace},
};
inline constexpr std::size_t kSeriesCount = kSeries.size();

/// How many values the series has; 0: there is no such series.
[[nodiscard]] constexpr std::size_t value_count(Series series) {
  const auto number = static_cast<std::size_t>(series);
  return number >= 1 && number <= kSeriesCount ? kSeries[number - 1].values.size() : 0;
}

}  // namespace bredvid::wire
