// Days as an operator types and reads them: YYYY-MM-DD.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/base/ids.h"

namespace bredvid::app {

/// Exactly ten characters and a day that exists, from 1996 on.
[[nodiscard]] std::optional<Day> parse_date(std::string_view text);
[[nodiscard]] std::string format_date(Day day);

}  // namespace bredvid::app
