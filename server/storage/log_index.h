// Where each waiting envelope stands in the log: the database's table has no index but its row ids.
//
// An index of its own cost every stored message two more pages to encrypt and sync, and a start reads the whole file
// anyway (storage.h). So the places live in memory: read at the start, changed by the writer right after each commit,
// asked by the reader. What it says was committed before it said so: ask it first and then open a read transaction, and
// every row is there or has been deleted since. Row ids are never given twice in a process, so a late reader can't find
// another circle's envelope in the place of one that is gone. Any thread; one lock, held for a look.
#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "server/storage/database.h"

namespace bredvid::storage {

struct Place {
  Sequence sequence;
  std::int64_t row = 0;
  std::uint32_t size_bytes = 0;
  Day expires;
  friend bool operator==(const Place&, const Place&) = default;
};

/// One envelope that came or went.
struct PlaceChange {
  CircleId circle;
  Place place;
  bool added = true;
};

class LogIndex {
 public:
  struct Slice {
    std::vector<Place> places;
    /// others wait behind them
    bool more = false;
  };

  /// Once, before threads exist. SqlError; SQLITE_CORRUPT when two envelopes of a circle have one sequence.
  void load(Database& db);

  /// All that wait, in order.
  [[nodiscard]] std::vector<Place> places(const CircleId& circle) const;
  /// The next ones, in order: at most `most` and, but for the first, `most_bytes`.
  [[nodiscard]] Slice after(const CircleId& circle, Sequence sequence, std::size_t most, std::size_t most_bytes) const;
  /// The last sequence that this process has seen in a circle's log, whether it still waits or not.
  [[nodiscard]] std::optional<Sequence> last(const CircleId& circle) const;
  /// Of all circles, what expires before `day`.
  [[nodiscard]] std::vector<PlaceChange> expiring(Day day) const;

  /// The writer, after its commit.
  void apply(std::span<const PlaceChange> changes);
  /// The writer's: for the next envelope.
  [[nodiscard]] std::int64_t next_row() { return ++last_row_; }

 private:
  struct Circle {
    std::deque<Place> waiting;
    Sequence last;
  };

  void add(const CircleId& circle, const Place& place);

  mutable std::mutex mutex_;
  std::unordered_map<CircleId, Circle> circles_;
  std::int64_t last_row_ = 0;
};

}  // namespace bredvid::storage
