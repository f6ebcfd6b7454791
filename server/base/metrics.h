// What the server counts about itself: counters, gauges and histograms without locks and without allocation.
//
// Nothing about a person fits in here: a metric is a member of ServerMetrics, its labels are numbers from lists that
// the program knows (a frame's type, an error code, a connection's state), and its value is a number. What is counted
// exactly here is shown coarsened (domain/metrics_rule.h): in a small circle a fine clock of "messages stored" would
// say who wrote when. So nothing but net/metrics_text may show these values to anybody.
//
// Thread-safe; a call is one relaxed atomic addition (a histogram: three). Use:
//     metrics::server().envelopes_stored.add();
//     metrics::server().commit_us.record(elapsed_us);
// Storage's part: where each is to be called stands beside the member.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace bredvid::metrics {

class Counter {
 public:
  void add(std::uint64_t more = 1) { value_.fetch_add(more, std::memory_order_relaxed); }
  [[nodiscard]] std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_{0};
};

class Gauge {
 public:
  void set(std::int64_t value) { value_.store(value, std::memory_order_relaxed); }
  void add(std::int64_t more) { value_.fetch_add(more, std::memory_order_relaxed); }
  [[nodiscard]] std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::int64_t> value_{0};
};

/// Counts by a small number; numbers outside of it are counted under the last.
template <std::size_t N>
class CounterTable {
 public:
  void add(std::size_t label, std::uint64_t more = 1) { counters_[std::min(label, N - 1)].add(more); }
  [[nodiscard]] std::uint64_t value(std::size_t label) const { return counters_[label].value(); }
  static constexpr std::size_t kSize = N;

 private:
  std::array<Counter, N> counters_;
};

/// How many values were at most each bound, in the bounds' unit; one bucket more holds what is above the last.
class Histogram {
 public:
  static constexpr std::size_t kBounds = 12;
  using Bounds = std::array<std::uint64_t, kBounds>;

  explicit Histogram(const Bounds& bounds) : bounds_(bounds) {}

  void record(std::uint64_t value) {
    std::size_t bucket = 0;
    while (bucket < kBounds && value > bounds_[bucket]) ++bucket;
    buckets_[bucket].add();
    sum_.add(value);
  }

  [[nodiscard]] const Bounds& bounds() const { return bounds_; }
  /// Values in the bucket `index` alone (not those below it); index kBounds: above the last bound.
  [[nodiscard]] std::uint64_t bucket(std::size_t index) const { return buckets_[index].value(); }
  [[nodiscard]] std::uint64_t sum() const { return sum_.value(); }

 private:
  Bounds bounds_;
  std::array<Counter, kBounds + 1> buckets_;
  Counter sum_;
};

/// From a synced commit on a good disk (0.1 ms) to a second, when people notice.
inline constexpr Histogram::Bounds kLatency_us{100,    250,    500,    1'000,   2'500,   5'000,
                                               10'000, 25'000, 50'000, 100'000, 250'000, 1'000'000};
inline constexpr Histogram::Bounds kBatchJobs{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048};

/// Where a connection is in its life; logged_in is what counts as a person's device being here.
enum class ConnectionState : std::uint8_t { handshake, http, anonymous, logged_in };
inline constexpr std::size_t kConnectionStates = 4;

/// Frames are counted by their type number (wire/frames.h); what is no frame, and numbers above, under this one.
inline constexpr std::size_t kUnknownKind = 200;

/// Above every number of schema/error_codes.csv.
inline constexpr std::size_t kErrorCodes = 128;

struct ServerMetrics {
  // ---- net: connections, frames, answers ----
  std::array<Gauge, kConnectionStates> connections;
  Counter handshakes_full;
  Counter handshakes_resumed;
  Counter handshakes_failed;
  /// closed at once because kMaxConnections were open
  Counter connections_refused;
  CounterTable<kUnknownKind + 1> frames_in;
  CounterTable<kUnknownKind + 1> frames_out;
  /// error frames sent, by error code
  CounterTable<kErrorCodes> refusals;
  /// plain HTTP answers by hundreds: 1xx to 5xx
  CounterTable<6> http_answers;

  // ---- storage: the writer ----
  /// after each commit: jobs in its batch, and microseconds from BEGIN to the end of COMMIT
  Histogram batch_jobs{kBatchJobs};
  Histogram commit_us{kLatency_us};
  /// set when a batch is taken: jobs that still wait
  Gauge writer_queue;
  /// set after each commit and checkpoint
  Gauge wal_pages;
  /// after the commit of an AppendMessage or AppendCommit that was fresh
  Counter envelopes_stored;
  /// after the commit that removed envelopes because every device has them, or at their expiry
  Counter envelopes_deleted;
  /// 1 while the last commit was refused for want of room; 0 after one that went well. /readyz looks at it.
  Gauge storage_full;

  // ---- storage: the readers ----
  /// when a question has been answered: microseconds from its start, without the time in the queue
  Histogram reader_us{kLatency_us};
  Gauge reader_queue;

  // ---- net: envelope frames written to a device ----
  Counter envelopes_delivered;

  // ---- the server itself; nothing here is moved by what people do ----
  /// seconds since 1970; 0: no certificate (no TLS listener)
  Gauge certificate_not_after_s;
  Counter certificate_reloads;
  Counter certificate_refusals;
  Counter maintenance_failures;
};

/// The process's own. Never destroyed, so that threads may count until the last moment.
[[nodiscard]] ServerMetrics& server();

/// One connection's place in the gauges: moves, and leaves with its owner.
class ConnectionPlace {
 public:
  explicit ConnectionPlace(ConnectionState state) : state_(state) { gauge().add(1); }
  ConnectionPlace(const ConnectionPlace&) = delete;
  ConnectionPlace& operator=(const ConnectionPlace&) = delete;
  ~ConnectionPlace() { gauge().add(-1); }

  void move_to(ConnectionState state) {
    if (state == state_) return;
    gauge().add(-1);
    state_ = state;
    gauge().add(1);
  }

 private:
  Gauge& gauge() { return server().connections[static_cast<std::size_t>(state_)]; }
  ConnectionState state_;
};

}  // namespace bredvid::metrics
