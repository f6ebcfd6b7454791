#include "server/storage/log_index.h"

#include <algorithm>

namespace bredvid::storage {

void LogIndex::load(Database& db) {
  const std::lock_guard lock(mutex_);
  Query row = db.query(
      "SELECT envelope.id, circle_id, sequence, expires_day, length(blob) FROM envelope JOIN circle ON number = circle"
      " ORDER BY envelope.id");
  while (row.next()) {
    const auto circle = row.id<CircleId>(1);
    const Place place{{row.large(2)}, row.integer(0), row.small(4), {row.small(3)}};
    add(circle, place);
    last_row_ = place.row;
  }
  // What migration 0002 moved stands in the order of its expiry.
  for (auto& [circle, log] : circles_) {
    std::ranges::sort(log.waiting, {}, &Place::sequence);
    if (std::ranges::adjacent_find(log.waiting, {}, &Place::sequence) != log.waiting.end())
      throw SqlError(SQLITE_CORRUPT);
  }
}

std::vector<Place> LogIndex::places(const CircleId& circle) const {
  const std::lock_guard lock(mutex_);
  const auto found = circles_.find(circle);
  if (found == circles_.end()) return {};
  return {found->second.waiting.begin(), found->second.waiting.end()};
}

LogIndex::Slice LogIndex::after(const CircleId& circle, Sequence sequence, std::size_t most,
                                std::size_t most_bytes) const {
  const std::lock_guard lock(mutex_);
  Slice slice;
  const auto found = circles_.find(circle);
  if (found == circles_.end()) return slice;
  const std::deque<Place>& waiting = found->second.waiting;
  auto at = std::ranges::upper_bound(waiting, sequence, {}, &Place::sequence);
  std::size_t bytes = 0;
  for (; at != waiting.end() && slice.places.size() < most; ++at) {
    bytes += at->size_bytes;
    if (bytes > most_bytes && !slice.places.empty()) break;
    slice.places.push_back(*at);
  }
  slice.more = at != waiting.end();
  return slice;
}

std::optional<Sequence> LogIndex::last(const CircleId& circle) const {
  const std::lock_guard lock(mutex_);
  const auto found = circles_.find(circle);
  if (found == circles_.end()) return std::nullopt;
  return found->second.last;
}

std::vector<PlaceChange> LogIndex::expiring(Day day) const {
  const std::lock_guard lock(mutex_);
  std::vector<PlaceChange> found;
  for (const auto& [circle, log] : circles_) {
    for (const Place& place : log.waiting) {
      if (place.expires < day) found.push_back({circle, place, false});
    }
  }
  return found;
}

void LogIndex::apply(std::span<const PlaceChange> changes) {
  const std::lock_guard lock(mutex_);
  for (const PlaceChange& change : changes) {
    if (change.added) {
      add(change.circle, change.place);
      continue;
    }
    const auto found = circles_.find(change.circle);
    if (found == circles_.end()) continue;
    std::deque<Place>& waiting = found->second.waiting;
    const auto at = std::ranges::lower_bound(waiting, change.place.sequence, {}, &Place::sequence);
    if (at != waiting.end() && at->sequence == change.place.sequence) waiting.erase(at);
  }
}

void LogIndex::add(const CircleId& circle, const Place& place) {
  Circle& log = circles_[circle];
  log.waiting.push_back(place);
  log.last = std::max(log.last, place.sequence);
}

}  // namespace bredvid::storage
