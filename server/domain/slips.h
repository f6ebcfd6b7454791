// When a slip may be made and when it opens something. Pure; the token's check itself is crypto's.
#pragma once

#include <cstdint>

#include "server/base/failure.h"
#include "server/base/ids.h"
#include "server/wire/frames.h"

namespace bredvid::domain {

constexpr std::uint32_t kMinSlipDays = 1;
constexpr std::uint32_t kMaxSlipDays = 30;

/// bad_expiry unless the slip lasts from one to thirty days. It is good on its last day too.
[[nodiscard]] Outcome<void> check_expiry(Day today, Day expires);

/// slip_limit when the circle has its eight live slips.
[[nodiscard]] Outcome<void> room_for_slip(std::uint32_t live_in_circle);

/// What is known of a slip whose token fits.
struct SlipState {
  Day expires;
  bool used = false;
};

/// slip_used, slip_expired. In this order: a used slip stays used, and says so.
[[nodiscard]] Outcome<void> check_slip(const SlipState& slip, Day today);

}  // namespace bredvid::domain
