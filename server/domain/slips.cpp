#include "server/domain/slips.h"

#include "server/wire/limits.h"

namespace bredvid::domain {

Outcome<void> check_expiry(Day today, Day expires) {
  if (expires.value < today.value + kMinSlipDays || expires.value > today.value + kMaxSlipDays)
    return fail(ErrorCode::bad_expiry);
  return {};
}

Outcome<void> room_for_slip(std::uint32_t live_in_circle) {
  if (live_in_circle >= wire::kMaxLiveSlips) return fail(ErrorCode::slip_limit);
  return {};
}

Outcome<void> check_slip(const SlipState& slip, Day today) {
  if (slip.used) return fail(ErrorCode::slip_used);
  if (today > slip.expires) return fail(ErrorCode::slip_expired);
  return {};
}

}  // namespace bredvid::domain
