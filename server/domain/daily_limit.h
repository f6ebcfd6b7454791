// What one device may add to the server in a day, so that a single member gone wrong can neither fill the disk nor
// drown the counts. In memory alone: forgotten at midnight and at a restart, never written or logged, because a
// figure per device on disk would be a figure per supporter (DESIGN 3, promise 4; 7.5).
//
// Pure; the owner serialises calls. A retry of what is known already is answered before this is asked.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "server/base/clock.h"
#include "server/base/failure.h"
#include "server/base/ids.h"

namespace bredvid::domain {

/// A month without a connection comes back as one queue: 30 days x 33 contacts.
constexpr std::uint64_t kMaxTalliesPerDay = 1'000;
/// A new supporter takes over a unit's circles in one afternoon.
constexpr std::uint64_t kMaxCirclesMadePerDay = 64;
/// Every circle gets a few, and some are revoked and made again.
constexpr std::uint64_t kMaxSlipsMadePerDay = 256;
/// 250,000 short texts, or 10,000 of the longest: nobody writes that; a loop does within minutes.
constexpr std::uint64_t kMaxBytesSentPerDay = 256ULL * 1024 * 1024;
/// Each one empties the write-ahead log, so that the old share is gone from the disk: two syncs that everybody waits
/// for. Somebody who can't settle on a PIN changes it a few times.
constexpr std::uint64_t kMaxSharesChangedPerDay = 20;
/// Devices that are remembered, 100 bytes each. When full all are forgotten: members only, so this limit fails open.
constexpr std::size_t kMaxDevicesRemembered = 65'536;

enum class Daily : std::uint8_t { tallies, circles, slips, bytes, shares };
constexpr std::size_t kDailyKinds = 5;

/// At least 1: what a refusal that ends with the day tells the client to wait.
[[nodiscard]] std::uint64_t until_tomorrow_ms(Instant now);

class DailyLimit {
 public:
  /// Takes `amount` of the device's day; tally_limit, circle_limit, slip_day_limit, or too_many for bytes and shares,
  /// each with the milliseconds until the day is over, and nothing is taken.
  [[nodiscard]] Outcome<void> take(const DeviceId& device, Daily what, Instant now, std::uint64_t amount = 1);

 private:
  Day today_{};
  std::unordered_map<DeviceId, std::array<std::uint64_t, kDailyKinds>> taken_;
};

}  // namespace bredvid::domain
