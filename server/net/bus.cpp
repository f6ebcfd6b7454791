#include "server/net/bus.h"

#include <algorithm>

namespace bredvid::net {

void Bus::add(const std::shared_ptr<Subscriber>& subscriber) {
  const std::lock_guard lock(mutex_);
  entries_.emplace(subscriber.get(), Entry{subscriber, {}});
}

void Bus::remove(const Subscriber& subscriber) {
  const std::lock_guard lock(mutex_);
  const auto entry = entries_.find(&subscriber);
  if (entry == entries_.end()) return;
  for (const CircleId& circle_id : entry->second.circles) {
    const auto found = watchers_.find(circle_id);
    if (found == watchers_.end()) continue;
    std::erase(found->second, &subscriber);
    if (found->second.empty()) watchers_.erase(found);
  }
  entries_.erase(entry);
}

void Bus::watch(const Subscriber& subscriber, const CircleId& circle_id) {
  const std::lock_guard lock(mutex_);
  const auto entry = entries_.find(&subscriber);
  if (entry == entries_.end()) return;
  auto& circles = entry->second.circles;
  if (std::ranges::find(circles, circle_id) != circles.end()) return;
  circles.push_back(circle_id);
  watchers_[circle_id].push_back(&subscriber);
}

void Bus::unwatch(const Subscriber& subscriber, const CircleId& circle_id) {
  const std::lock_guard lock(mutex_);
  const auto entry = entries_.find(&subscriber);
  if (entry != entries_.end()) std::erase(entry->second.circles, circle_id);
  const auto found = watchers_.find(circle_id);
  if (found == watchers_.end()) return;
  std::erase(found->second, &subscriber);
  if (found->second.empty()) watchers_.erase(found);
}

void Bus::publish(const CircleId& circle_id, const std::shared_ptr<const domain::LiveEnvelope>& envelope) {
  std::vector<std::shared_ptr<Subscriber>> woken;
  {
    const std::lock_guard lock(mutex_);
    const auto found = watchers_.find(circle_id);
    if (found == watchers_.end()) return;
    for (const Subscriber* watcher : found->second) {
      if (auto alive = entries_.at(watcher).subscriber.lock()) woken.push_back(std::move(alive));
    }
  }
  for (const auto& subscriber : woken) subscriber->wake(circle_id, envelope);
}

std::vector<std::shared_ptr<Subscriber>> Bus::everybody() {
  std::vector<std::shared_ptr<Subscriber>> all;
  const std::lock_guard lock(mutex_);
  for (const auto& [key, entry] : entries_) {
    if (auto alive = entry.subscriber.lock()) all.push_back(std::move(alive));
  }
  return all;
}

void Bus::announce(const std::vector<wire::Span>& spans) {
  for (const auto& subscriber : everybody()) subscriber->spans_changed(spans);
}

void Bus::tell(const std::shared_ptr<const domain::WorkChanged>& news) {
  for (const auto& subscriber : everybody()) subscriber->work_changed(news);
}

}  // namespace bredvid::net
