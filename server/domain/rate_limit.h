// Limits per connection, never per account or address: a stranger cannot lock anybody out (DESIGN 6).
// Security limits fail closed (the connection ends); messaging limits fail open (one frame is refused with
// too_many and may be sent again).
#pragma once

#include <cstdint>

#include "server/base/clock.h"

namespace bredvid::domain {

/// Wrong slips on one connection before it is closed. A typed slip holds 75 bits: this is for the log's sake, not the
/// slip's.
constexpr std::uint32_t kMaxWrongSlips = 5;
/// Wrong passkeys on one connection before it is closed.
constexpr std::uint32_t kMaxWrongPasskeys = 5;
/// Staff who have been asked for a passkey have so long: to find a key, or to fail and think. Then the client asks
/// anew.
constexpr std::int64_t kPasskeyLimit_ms = 600'000;
/// A connection that has not logged in by then is closed.
constexpr std::int64_t kAnonymousLimit_ms = 10'000;
/// A device that was offline empties its outbox at once: the burst; then the refill.
constexpr std::uint32_t kFrameBurst = 1000;
constexpr std::uint32_t kFramesPerSecond = 100;
/// Anonymous connections need two or three frames.
constexpr std::uint32_t kAnonymousFrames = 16;
/// Questions of one connection that may be with the store at once.
constexpr std::size_t kMaxOutstanding = 256;
/// too_many says how long to wait. By then half of what is with the store has been answered ...
constexpr std::uint64_t kOutstandingWait_ms = 100;
/// ... or a connection that was closed for asking too much may be opened anew.
constexpr std::uint64_t kReconnectWait_ms = 1'000;

/// Wrong tries in a row before a server-held share is destroyed.
constexpr std::uint32_t kMaxWrongShares = 10;

class WrongTries {
 public:
  explicit WrongTries(std::uint32_t limit) : limit_(limit) {}
  /// True when this was one too many.
  [[nodiscard]] bool wrong() { return ++count_ >= limit_; }

 private:
  std::uint32_t limit_;
  std::uint32_t count_ = 0;
};

/// A token bucket.
class FrameRate {
 public:
  FrameRate(std::uint32_t burst, std::uint32_t per_second, Instant now);
  /// False: over the limit; nothing is taken.
  [[nodiscard]] bool take(Instant now);
  /// Milliseconds from the last take until there is room again; 0 when there is now, or never will be.
  [[nodiscard]] std::uint64_t wait_ms() const;

 private:
  std::int64_t burst_milli_;
  std::int64_t per_second_;
  std::int64_t milli_;
  Instant last_;
};

}  // namespace bredvid::domain
