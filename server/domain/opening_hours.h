// Is somebody there now, and when can an answer be expected? From an organisation's opening hours, the holidays and
// what it has promised. The client computes the same (client-web/src/domain/opening.ts); tests/golden/opening.json
// holds both to it. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "server/base/clock.h"
#include "server/domain/holidays.h"
#include "server/wire/frames.h"

namespace bredvid::domain {

/// How far ahead an opening is looked for. Longer than all closed days that an organisation may name on its one open
/// weekday would need more than a year: then nothing is said, and the organisation's own words have to do.
constexpr std::uint32_t kLookAhead_days = 400;

struct ExpectedAnswer {
  bool open = false;
  /// when it closes; nothing: it is closed now, or does not close within the look-ahead
  std::optional<Instant> closes;
  /// when it opens next; nothing: it is open now, or opens nowhere within the look-ahead
  std::optional<Instant> opens;
  /// until when the promise to somebody who writes now is kept; nothing: nothing is promised
  std::optional<Instant> answer_by;
  friend bool operator==(const ExpectedAnswer&, const ExpectedAnswer&) = default;
};

/// Stretches that meet (one day's end and the next day's beginning) are one. The promise runs while it is open: four
/// hours from Friday 16:00, where Friday ends at 17:00 and Monday begins at 8:00, are over on Monday at 11:00.
[[nodiscard]] ExpectedAnswer expected_answer(Instant now, const wire::Opening& opening);

/// What of it says when the organisation is closed, for due days.
[[nodiscard]] ClosedDays closed_days(const wire::Opening& opening);

/// What is wrong with opening hours that came from elsewhere than config.json; empty: nothing. Ascending, apart, each
/// longer than nothing, closed days each once; a promise needs times to count in.
[[nodiscard]] std::string_view fault_of(const wire::Opening& opening);

}  // namespace bredvid::domain
