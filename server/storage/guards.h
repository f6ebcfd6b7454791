// The domain's rules that need a memory of their own (guessing, a day's amounts), shared by the writer and the reader.
// Thread-safe. Nothing of it is ever on disk. Internal to storage/.
#pragma once

#include <mutex>

#include "server/domain/attachments.h"
#include "server/domain/daily_limit.h"
#include "server/domain/guess_limit.h"
#include "server/domain/open_door.h"
#include "server/domain/store.h"

namespace bredvid::storage {

class Guards {
 public:
  explicit Guards(Instant now) : guesses_(now) {}

  [[nodiscard]] Outcome<void> stranger_tries(Instant now) {
    const std::scoped_lock lock(mutex_);
    return guesses_.stranger_tries(now);
  }
  /// The answer to a wrong token.
  [[nodiscard]] std::unexpected<Failure> wrong_slip(Selector selector, Instant now) {
    const std::scoped_lock lock(mutex_);
    return fail(ErrorCode::slip_unknown, guesses_.wrong(selector, now) ? domain::kGuessed : 0);
  }
  [[nodiscard]] Outcome<void> take(const DeviceId& device, domain::Daily what, Instant now, std::uint64_t amount = 1) {
    const std::scoped_lock lock(mutex_);
    return days_.take(device, what, now, amount);
  }
  [[nodiscard]] Outcome<void> through_door(Selector door, Instant now) {
    const std::scoped_lock lock(mutex_);
    return doors_.take(door, now);
  }
  [[nodiscard]] Outcome<void> attachment(const CircleId& circle, std::uint32_t chunks, Instant now) {
    const std::scoped_lock lock(mutex_);
    return attachments_.take(circle, chunks, now);
  }

 private:
  std::mutex mutex_;
  domain::GuessLimit guesses_;
  domain::DailyLimit days_;
  domain::DoorDays doors_;
  domain::AttachmentDays attachments_;
};

}  // namespace bredvid::storage
