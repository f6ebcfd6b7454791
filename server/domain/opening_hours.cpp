#include "server/domain/opening_hours.h"

#include <algorithm>

namespace bredvid::domain {
namespace {

constexpr std::int64_t kMinute_s = 60;
constexpr std::int64_t kHour_ms = 3'600'000;

/// The instant at which Stockholm's clocks show so many minutes after midnight. Where the clock jumps over that time
/// it is as much later as the clock jumps; where it shows it twice, the first.
Instant at_minute(Day day, std::uint32_t minute) {
  const Instant midnight = start_of_day(day);
  const Instant unchanged = midnight.plus_s(minute * kMinute_s);
  const std::int64_t gained_s = stockholm_offset_s(unchanged) - stockholm_offset_s(midnight);
  if (gained_s == 0) return unchanged;
  const Instant moved = unchanged.plus_s(-gained_s);
  // Only a time that the clock jumps over (or comes by twice) is moved to the other side of the change.
  return stockholm_offset_s(moved) == stockholm_offset_s(unchanged) ? moved : unchanged;
}

/// Collects what is to be known while stretches come in their order.
class Looking {
 public:
  Looking(Instant now, const wire::Opening& opening)
      : now_(now), promise_ms_(opening.answer_within_h * kHour_ms), left_ms_(promise_ms_) {}

  void take(Instant from, Instant to) {
    if (to <= now_ || from >= to) return;
    if (!began_) {
      began_ = true;
      answer_.open = from <= now_;
      if (!answer_.open) answer_.opens = from;
      run_end_ = to;
    } else if (!run_over_ && from <= run_end_) {
      run_end_ = to;
    } else {
      run_over_ = true;
    }
    if (promise_ms_ == 0 || answer_.answer_by) return;
    left_ms_ -= to.ms - std::max(from, now_).ms;
    if (left_ms_ <= 0) answer_.answer_by = Instant{to.ms + left_ms_};
  }
  [[nodiscard]] bool done() const { return run_over_ && (promise_ms_ == 0 || answer_.answer_by.has_value()); }
  [[nodiscard]] ExpectedAnswer answer() const {
    ExpectedAnswer answer = answer_;
    if (answer.open && run_over_) answer.closes = run_end_;
    return answer;
  }

 private:
  Instant now_;
  std::int64_t promise_ms_;
  std::int64_t left_ms_;
  ExpectedAnswer answer_;
  bool began_ = false;
  /// the stretch that holds now, or the next one, has ended
  bool run_over_ = false;
  Instant run_end_;
};

}  // namespace

ExpectedAnswer expected_answer(Instant now, const wire::Opening& opening) {
  Looking looking(now, opening);
  const Day today = stockholm_day(now);
  for (Day day = today; day.value <= today.value + kLookAhead_days && !looking.done(); ++day.value) {
    if (std::ranges::binary_search(opening.closed, day)) continue;
    const std::uint32_t on = is_holiday(day, opening.eves) ? wire::kOnHolidays : weekday_of(day);
    for (const wire::OpenTime& time : opening.times) {
      if (time.on == on) looking.take(at_minute(day, time.from_min), at_minute(day, time.to_min));
    }
  }
  return looking.answer();
}

ClosedDays closed_days(const wire::Opening& opening) {
  return {opening.eves, opening.closed};
}

std::string_view fault_of(const wire::Opening& opening) {
  for (std::size_t i = 0; i < opening.times.size(); ++i) {
    const wire::OpenTime& time = opening.times[i];
    if (time.to_min <= time.from_min) return "a stretch ends before it begins";
    if (i == 0) continue;
    const wire::OpenTime& before = opening.times[i - 1];
    if (time.on < before.on || (time.on == before.on && time.from_min <= before.to_min))
      return "stretches must be in their order and apart";
  }
  if (std::ranges::adjacent_find(opening.closed, std::ranges::greater_equal{}) != opening.closed.end())
    return "closed days must be in their order, each once";
  if (opening.answer_within_h > 0 && opening.times.empty()) return "a promise needs opening hours to count in";
  return {};
}

}  // namespace bredvid::domain
