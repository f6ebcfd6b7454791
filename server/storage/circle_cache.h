// What the writer knows of the circles it works with, so that a message costs one statement instead of eight.
//
// The writer is the only one that changes circles (DESIGN 4), so what it has read stays true. An entry is read whole
// when it is first asked for: epoch, head, members with what they acknowledged, and of each waiting envelope its
// place and id. An envelope is inserted at once, and its circle's head follows from it; everything else that has
// changed is written by flush(), once for a group of jobs: always before the commit, and before any statement that
// reads these tables. What came and went in the log is told to its index by committed(). After a rollback forget what
// was touched: forget_job() for one job's savepoint, forget_all() for a whole transaction. Used by the writer's thread
// alone. SqlError passes through.
#pragma once

#include <deque>
#include <list>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/domain/circle_order.h"
#include "server/storage/log_index.h"
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
  /// The circle's row.
  [[nodiscard]] std::int64_t number() const { return number_; }
  /// Of a staff circle: whose staff. Nothing: a family's circle.
  [[nodiscard]] std::optional<OrganisationId> staff_of() const { return staff_of_; }

 private:
  friend class CircleCache;
  struct Member {
    DeviceId device_id;
    Sequence acked;
    bool changed = false;
  };
  struct Waiting {
    Place place;
    MessageId message_id;
  };

  CircleId id_;
  std::int64_t number_ = 0;
  std::optional<OrganisationId> staff_of_;
  Epoch epoch_;
  Sequence head_;
  std::vector<Member> members_;
  std::deque<Waiting> waiting_;
  std::uint64_t waiting_bytes_ = 0;
  std::unordered_map<MessageId, Sequence> ids_;
  std::deque<MessageId> recent_;
  /// the row must be written: its epoch differs
  bool row_changed_ = false;
  /// the row's head is behind, which its envelopes make up for as long as the last of them is there
  bool head_ahead_ = false;
  /// members' acked differ from their rows
  bool acks_changed_ = false;
  /// everybody has them: their rows are to be deleted
  std::vector<Place> gone_;
  bool queued_ = false;
};

class CircleCache {
 public:
  explicit CircleCache(LogIndex& log, CacheLimits limits = {}) : log_(log), limits_(limits) {}

  /// Null when there is no such circle. The pointer is good until the circle is forgotten.
  [[nodiscard]] CachedCircle* find(Database& db, const CircleId& circle);

  void create(Database& db, const CircleId& circle, std::optional<OrganisationId> staff_of);
  void append(Database& db, CachedCircle& circle, const NewEnvelope& envelope);
  void set_epoch(CachedCircle& circle, Epoch epoch);
  void add_member(Database& db, CachedCircle& circle, const DeviceId& device, Sequence acked);
  void remove_member(Database& db, CachedCircle& circle, const DeviceId& device);
  /// False: it had acknowledged that much before.
  bool acknowledge(CachedCircle& circle, const DeviceId& device, Sequence sequence);
  /// Lets go of what every device has acknowledged; of everything when no device is left.
  void release_acknowledged(CachedCircle& circle);

  /// Deletes what expires before `day`; how many. REQUIRES flush() before.
  std::uint64_t delete_expired(Database& db, Day day);

  /// Writes what has changed.
  void flush(Database& db);
  /// A job with a savepoint begins: REQUIRES flush() before.
  void begin_job();
  /// Its savepoint was rolled back.
  void forget_job();
  /// The transaction was rolled back.
  void forget_all();
  /// After the commit: tells the index what came and went, and keeps to the limits. How many envelopes were deleted.
  std::uint64_t committed();

  [[nodiscard]] std::size_t circles() const { return entries_.size(); }

 private:
  using Order = std::list<CachedCircle>;

  [[nodiscard]] bool load(Database& db, CachedCircle& circle) const;
  [[nodiscard]] std::vector<Place> places(const CircleId& circle) const;
  void delete_row(Database& db, const CircleId& circle, const Place& place);
  void changed(CachedCircle& circle);
  void drop(const CircleId& circle);
  void flush_one(Database& db, CachedCircle& circle);

  LogIndex& log_;
  CacheLimits limits_;
  Order order_;  // the last used first
  std::unordered_map<CircleId, Order::iterator> entries_;
  std::size_t envelopes_ = 0;
  std::vector<CircleId> changed_;
  std::vector<CircleId> touched_;
  /// what this transaction has done to the log, and how much of it before the present job
  std::vector<PlaceChange> places_;
  std::size_t places_before_job_ = 0;
};

}  // namespace bredvid::storage
