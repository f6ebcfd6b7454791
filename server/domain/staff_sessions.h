// How long a staff member who has signed in with a passkey stays signed in: 12 hours at most, and 30 minutes after the
// person last did something. What the client does by itself (acknowledging, pinging, counting) keeps nothing open: only
// the client can tell which is which, so it says when somebody is there (person_here).
//
// In memory alone: whoever reads the disk learns nothing of who works when, and a restart asks everybody once more.
// Thread-safe; the time is the caller's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <unordered_map>

#include "server/base/clock.h"
#include "server/base/ids.h"

namespace bredvid::domain {

/// From the passkey to its next use. A working day with what runs over.
constexpr std::int64_t kStaffSession_s = 12 * 3600;
/// Without a person. A meeting at somebody else's desk.
constexpr std::int64_t kStaffIdle_s = 30 * 60;
/// Sessions that are remembered. One more: the one that has been idle longest ends.
constexpr std::size_t kMaxStaffSessions = 4096;

struct SessionLimits {
  std::int64_t session_s = kStaffSession_s;
  std::int64_t idle_s = kStaffIdle_s;
};

class StaffSessions {
 public:
  explicit StaffSessions(SessionLimits limits, std::size_t most = kMaxStaffSessions) : limits_(limits), most_(most) {}

  /// The device's person has just been verified.
  void begin(const DeviceId& device, Instant now);
  /// The person has just done something. Nothing happens without a live session: it can't be brought back.
  void person_here(const DeviceId& device, Instant now);
  [[nodiscard]] bool live(const DeviceId& device, Instant now) const;

 private:
  struct Times {
    Instant began;
    Instant active;
  };
  [[nodiscard]] bool holds(const Times& times, Instant now) const;
  void make_room(Instant now);

  SessionLimits limits_;
  std::size_t most_;
  mutable std::mutex mutex_;
  std::unordered_map<DeviceId, Times> sessions_;
};

}  // namespace bredvid::domain
