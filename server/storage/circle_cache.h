// What the writer knows of the circles it works with, so that a message costs one statement instead of eight.
//
// The writer is the only one that changes circles (DESIGN 4), so what it has read stays true. An entry is read whole
// when it is first asked for: epoch, head, members with what they acknowledged, and of each waiting envelope its
// sequence, id and size. An envelope is inserted at once; everything else that has changed is written by flush(), once
// for a group of jobs: always before the commit, and before any statement that reads these tables. After a rollback
// forget what was touched: forget_job() for one job's savepoint, forget_all() for a whole transaction. Used by the
// writer's thread alone. SqlError passes through.
#pragma once

#include <deque>
#include <list>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/domain/circle_order.h"
#include "server/storage/database.h"
#include "server/wire/frames.h"

namespace bredvid::storage {

/// What may be kept after a commit; the circle unused for longest goes.
struct CacheLimits {
  /// more cost memory (about 2 KB each), fewer cost reading
  std::size_t circles = 8192;
  /// of all circles together (about 100 bytes each)
  std::size_t envelopes = 500'000;
};
/// Ids of envelopes that are gone, remembered a while per circle: a connection that broke may still have frames on
/// their way to us when its device has come back, sent them again and acknowledged them. They can't outlive this
/// process.
constexpr std::size_t kRecentIds = 256;

struct NewEnvelope {
  const MessageId& message_id;
  wire::EnvelopeKind kind;
  Epoch epoch;
  const wire::Blob& blob;
  Sequence sequence;
  Day expires;
};

class CachedCircle {
 public:
  [[nodiscard]] domain::CircleState state() const;
  [[nodiscard]] bool has(const DeviceId& device) const;
  /// The sequence of a message that waits, or waited until recently.
  [[nodiscard]] std::optional<Sequence> known(const MessageId& message) const;
  [[nodiscard]] const CircleId& id() const { return id_; }

 private:
  friend class CircleCache;
  struct Member {
    DeviceId device_id;
    Sequence acked;
    bool changed = false;
  };
  struct Waiting {
    Sequence sequence;
    MessageId message_id;
    std::uint32_t size_bytes = 0;
  };

  CircleId id_;
  std::int64_t number_ = 0;
  Epoch epoch_;
  Sequence head_;
  std::vector<Member> members_;
  std::deque<Waiting> waiting_;
  std::uint64_t waiting_bytes_ = 0;
  std::unordered_map<MessageId, Sequence> ids_;
  std::deque<MessageId> recent_;
  /// head or epoch differ from the row
  bool row_changed_ = false;
  /// members' acked differ from their rows
  bool acks_changed_ = false;
  /// rows up to here are to be deleted; 0: none
  Sequence delete_up_to_;
  bool queued_ = false;
};

class CircleCache {
 public:
  explicit CircleCache(CacheLimits limits = {}) : limits_(limits) {}

  /// Null when there is no such circle. The pointer is good until the circle is forgotten.
  [[nodiscard]] CachedCircle* find(Database& db, const CircleId& circle);

  void create(Database& db, const CircleId& circle);
  void append(Database& db, CachedCircle& circle, const NewEnvelope& envelope);
  void set_epoch(CachedCircle& circle, Epoch epoch);
  void add_member(Database& db, CachedCircle& circle, const DeviceId& device, Sequence acked);
  void remove_member(Database& db, CachedCircle& circle, const DeviceId& device);
  /// False: it had acknowledged that much before.
  bool acknowledge(CachedCircle& circle, const DeviceId& device, Sequence sequence);
  /// Lets go of what every device has acknowledged; of everything when no device is left.
  void release_acknowledged(CachedCircle& circle);

  /// Writes what has changed.
  void flush(Database& db);
  /// A job with a savepoint begins: REQUIRES flush() before.
  void begin_job() { touched_.clear(); }
  /// Its savepoint was rolled back.
  void forget_job();
  /// The transaction was rolled back, or rows were changed behind the cache.
  void forget_all();
  /// After the commit: keeps to the limits.
  void trim();

  /// Rows of envelopes that flush() has deleted, and others `also_deleted`, since this was last asked.
  [[nodiscard]] std::uint64_t take_deleted() { return std::exchange(deleted_, 0); }
  void also_deleted(std::uint64_t rows) { deleted_ += rows; }

  [[nodiscard]] std::size_t circles() const { return entries_.size(); }

 private:
  using Order = std::list<CachedCircle>;

  [[nodiscard]] bool load(Database& db, CachedCircle& circle) const;
  void changed(CachedCircle& circle);
  void drop(const CircleId& circle);
  void flush_one(Database& db, CachedCircle& circle);

  CacheLimits limits_;
  Order order_;  // the last used first
  std::unordered_map<CircleId, Order::iterator> entries_;
  std::size_t envelopes_ = 0;
  std::uint64_t deleted_ = 0;
  std::vector<CircleId> changed_;
  std::vector<CircleId> touched_;
};

}  // namespace bredvid::storage
