#include "server/domain/rate_limit.h"

#include <algorithm>

namespace bredvid::domain {

constexpr std::int64_t kOne_milli = 1000;

FrameRate::FrameRate(std::uint32_t burst, std::uint32_t per_second, Instant now)
    : burst_milli_(burst * kOne_milli), per_second_(per_second), milli_(burst_milli_), last_(now) {}

bool FrameRate::take(Instant now) {
  // A clock that was set back gives nothing and takes nothing.
  const std::int64_t passed_ms = std::max<std::int64_t>(0, now.ms - last_.ms);
  last_ = now;
  // One frame a second is one thousandth of a frame a millisecond.
  const std::int64_t gained = std::min(passed_ms, burst_milli_) * per_second_;
  milli_ = std::min(burst_milli_, milli_ + gained);
  if (milli_ < kOne_milli) return false;
  milli_ -= kOne_milli;
  return true;
}

std::uint64_t FrameRate::wait_ms() const {
  if (milli_ >= kOne_milli || per_second_ == 0) return 0;
  return static_cast<std::uint64_t>((kOne_milli - milli_ + per_second_ - 1) / per_second_);
}

}  // namespace bredvid::domain
