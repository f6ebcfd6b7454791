// The encrypted database behind domain::Store: the only header of storage/ that app and tests of others need.
//
// open() checks the key, applies migrations and starts one writer thread and one reader thread. The destructor
// (or close()) stops taking requests, carries out what is queued, answers it, checkpoints and joins.
// Expected failures come back as Failure; a failed commit or checkpoint calls `fatal`, which must end the
// process: what is on disk is right, what is in memory may not be (DESIGN 4).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "server/base/failure.h"
#include "server/base/secret32.h"
#include "server/domain/attachments.h"
#include "server/domain/release_rule.h"
#include "server/domain/store.h"

namespace bredvid::storage {

enum class OpenMode : std::uint8_t {
  /// data_exists when there is a file
  create,
  /// data_missing when there is none
  existing,
};

struct OpenOptions {
  std::filesystem::path database;
  /// raw 256-bit key
  Secret32 key;
  /// where span keys live; created (0700) when missing; must not be inside of what is backed up with the database
  std::filesystem::path span_keys;
  /// a file that is given up when the disk is full, so that acknowledgements and deletions go on; empty: none is kept
  std::filesystem::path reserve{};
  OpenMode mode{OpenMode::existing};
  /// an envelope not acknowledged by every device is deleted after this; the operator signs for another value
  std::uint32_t retention_days = 30;
  domain::ReleaseRule release_rule{};
  /// length of a new span; 0: to the end of the calendar quarter
  std::uint32_t span_days = 0;
  /// attachments of all circles, in MiB as announced; 0: none are taken
  std::uint32_t attachments_keep_mib = domain::kDefaultKeep_mib;
  /// jobs that may wait for the writer (and for the reader) before too_many
  std::size_t queue_limit = 16384;
  /// 0: as large as the disk allows. Pages of 4096 bytes; a bound for small machines and for tests.
  std::uint32_t max_pages = 0;
  /// Ends the process. The text is for the operator's log and holds no user data. Default: writes it to stderr and
  /// aborts.
  std::function<void(std::string_view)> fatal;
};

class Storage : public domain::Store {
 public:
  /// Idempotent. Afterwards requests are answered with shutting_down.
  virtual void close() = 0;
};

/// data_missing, data_exists, key_wrong, database_newer, database_damaged, database_old_gap, disk_full, io_failed.
[[nodiscard]] Outcome<std::unique_ptr<Storage>> open(OpenOptions options);

}  // namespace bredvid::storage
