#include "server/domain/staff_sessions.h"

#include <algorithm>

namespace bredvid::domain {

bool StaffSessions::holds(const Times& times, Instant now) const {
  constexpr std::int64_t second_ms = 1000;
  // A clock that was set back further than the idle time can't prolong a session: who knows how long it really was.
  if (now.ms + limits_.idle_s * second_ms < times.active.ms) return false;
  return now.ms - times.began.ms < limits_.session_s * second_ms &&
         now.ms - times.active.ms < limits_.idle_s * second_ms;
}

void StaffSessions::make_room(Instant now) {
  if (sessions_.size() < most_) return;
  std::erase_if(sessions_, [&](const auto& one) { return !holds(one.second, now); });
  if (sessions_.size() < most_) return;
  sessions_.erase(std::ranges::min_element(sessions_, {}, [](const auto& one) { return one.second.active.ms; }));
}

void StaffSessions::begin(const DeviceId& device, Instant now) {
  const std::scoped_lock lock(mutex_);
  sessions_.erase(device);
  make_room(now);
  sessions_.emplace(device, Times{now, now});
}

void StaffSessions::person_here(const DeviceId& device, Instant now) {
  const std::scoped_lock lock(mutex_);
  const auto found = sessions_.find(device);
  if (found == sessions_.end() || !holds(found->second, now)) return;
  found->second.active.ms = std::max(found->second.active.ms, now.ms);
}

bool StaffSessions::live(const DeviceId& device, Instant now) const {
  const std::scoped_lock lock(mutex_);
  const auto found = sessions_.find(device);
  return found != sessions_.end() && holds(found->second, now);
}

}  // namespace bredvid::domain
