// Live delivery inside one process: who wants to hear that a circle's log has grown.
//
// A hint, with the new envelope's bytes when there are some: a lost wake-up is made good by the next one or the next
// login, and one that comes out of order by a fetch. A deployment on several machines would put a message broker behind
// these functions. Thread-safe. Subscribers are held weakly and called without the lock held.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "server/base/ids.h"
#include "server/domain/effects.h"

namespace bredvid::net {

class Subscriber {
 public:
  virtual ~Subscriber() = default;
  /// Any thread; must only pass the news on to the subscriber's own strand.
  virtual void wake(const CircleId& circle_id, std::shared_ptr<const domain::LiveEnvelope> envelope) = 0;
  virtual void spans_changed(const std::vector<wire::Span>& spans) = 0;
  virtual void work_changed(std::shared_ptr<const domain::WorkChanged> news) = 0;
};

class Bus {
 public:
  /// Makes the subscriber known; it hears of changed spans from now on.
  void add(const std::shared_ptr<Subscriber>& subscriber);
  /// Forgets the subscriber with everything that it watches.
  void remove(const Subscriber& subscriber);

  void watch(const Subscriber& subscriber, const CircleId& circle_id);
  void unwatch(const Subscriber& subscriber, const CircleId& circle_id);

  void publish(const CircleId& circle_id, const std::shared_ptr<const domain::LiveEnvelope>& envelope);
  void announce(const std::vector<wire::Span>& spans);
  void tell(const std::shared_ptr<const domain::WorkChanged>& news);

 private:
  [[nodiscard]] std::vector<std::shared_ptr<Subscriber>> everybody();

  struct Entry {
    std::weak_ptr<Subscriber> subscriber;
    std::vector<CircleId> circles;
  };

  std::mutex mutex_;
  std::map<const Subscriber*, Entry> entries_;
  std::unordered_map<CircleId, std::vector<const Subscriber*>> watchers_;
};

}  // namespace bredvid::net
