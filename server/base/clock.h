// Time as a parameter. Decisions take an Instant; only net, storage's callers and app ask a Clock.
#pragma once

#include <compare>
#include <cstdint>

namespace bredvid {

/// Milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t ms = 0;
  [[nodiscard]] std::int64_t seconds() const { return ms >= 0 ? ms / 1000 : -((-ms + 999) / 1000); }
  [[nodiscard]] Instant plus_s(std::int64_t seconds_more) const { return {ms + seconds_more * 1000}; }
  friend auto operator<=>(const Instant&, const Instant&) = default;
};

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

/// The machine's clock. Thread-safe.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

/// Stands still until it is moved; for tests. Not thread-safe.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : now_(start) {}
  [[nodiscard]] Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }
  void advance_s(std::int64_t seconds) { now_ = now_.plus_s(seconds); }

 private:
  Instant now_;
};

}  // namespace bredvid
