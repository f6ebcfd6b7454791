// The only thread that changes the database, and the only one that checkpoints it.
//
// It takes all jobs that wait, up to a bound, runs each so that it happens whole or not at all (in a savepoint of its
// own, unless it is one step), commits once with synchronous=FULL, then answers them in their order. A full disk rolls
// back, gives up the reserve and tries again without what grows (reserve.h), which is answered storage_full. Any other
// failed commit or checkpoint calls `fatal`: after a failed sync nobody knows what is on disk, and only recovery finds
// out.
#pragma once

#include <chrono>
#include <functional>
#include <string_view>

#include "crypto/base/random.h"
#include "server/storage/context.h"
#include "server/storage/job_queue.h"
#include "server/storage/reserve.h"

namespace bredvid::storage {

/// More jobs share one sync, and the pages that they touch, when more wait; a larger batch makes the first of them wait
/// longer: 2,048 messages take about 20 ms.
constexpr std::size_t kMaxBatch = 2048;
/// ... and while the disk is low: what such a batch writes fits into the room that the reserve gave.
constexpr std::size_t kLowDiskBatch = 256;
/// Pages in the write-ahead log from which on it is copied into the file (4 KiB each). Later writes a page that changes
/// again and again fewer times; sooner makes a start after a crash read less, and the copy needs as much room as the
/// log: with one more commit it has to fit into the disk's reserve ...
constexpr int kCheckpointPages = 1000;
/// ... and from which on a reader is waited for, so that the log begins anew instead of growing.
constexpr int kTruncatePages = 8000;

/// How long a checkpoint that a reader held up is not tried again. Longer lets the log grow after the reader has gone.
constexpr std::chrono::milliseconds kHeldUpPause{1000};

class Writer {
 public:
  Writer(Database database, Settings settings, SpanKeys keys, Random& random,
         std::function<void(std::string_view)> fatal)
      : database_(std::move(database)),
        settings_(settings),
        keys_(std::move(keys)),
        random_(random),
        reserve_(settings_.reserve),
        fatal_(std::move(fatal)) {}

  /// The thread's body: until the queue is closed and empty.
  void work(JobQueue& queue);
  /// Before threads exist: copies what a killed process left in the log.
  [[nodiscard]] Outcome<void> checkpoint_at_start();

 private:
  struct Ran {
    domain::StoreResult result;
    std::vector<std::move_only_function<void()>> after_commit;
    bool scrub = false;
    bool rubbish = false;
  };

  void run_batch(std::vector<Job>& jobs);
  void refuse_or_retry(std::vector<Job>& jobs);
  [[nodiscard]] bool run_all(std::vector<Job>& jobs, std::vector<Ran>& ran);
  [[nodiscard]] Ran run_one(domain::StoreRequest& request);
  [[nodiscard]] Ran run_in_savepoint(domain::StoreRequest& request);
  void count(const std::vector<Job>& jobs, const std::vector<Ran>& ran, std::chrono::steady_clock::duration took);
  void checkpoint_if_due(bool scrub);
  void sweep_while_idle(JobQueue& queue);
  [[nodiscard]] bool sweep();
  void answer_all(std::vector<Job>& jobs, ErrorCode code);
  void die(std::string_view why);
  void roll_back();

  Database database_;
  Settings settings_;
  SpanKeys keys_;
  Random& random_;
  CircleCache circles_{*settings_.log};
  Reserve reserve_;
  std::function<void(std::string_view)> fatal_;
  int pages_in_log_ = 0;
  /// something was destroyed that still stands in the log
  bool scrub_due_ = false;
  /// parts of attachments that are gone may still stand in the database
  bool sweep_due_ = false;
  /// a reader kept the last checkpoint from finishing, and when that was
  bool held_up_ = false;
  std::chrono::steady_clock::time_point tried_;
  /// fatal was called and came back (a test): nothing is touched any more
  bool dead_ = false;
};

}  // namespace bredvid::storage
