// Whether SQLite's recovery will keep everything of the write-ahead log that was ever acknowledged.
//
// Recovery reads the log from its beginning and stops, without a word, at the first frame whose checksum does not fit:
// that is how a commit that was not finished when the power went disappears. A frame damaged on the disk makes
// acknowledged commits behind it disappear in the same silent way; worse, when the log had been copied into the file
// already, old versions of some pages come back beside new ones of others. So the log is read before SQLite reads it.
//
// What a power cut can leave: the last commit, in any order of its frames, since each commit is synced before the next
// begins. So frames of this log's generation (same salts) behind a broken one are damage when a commit mark lies
// between: that commit was synced, and the broken frame before it. The same when the broken commit's pages are in the
// database file: copied there, so synced before.
//
// What stays unseen: damage to the very last commit of a log, while that one was not copied yet. It looks exactly like
// a commit that was being written when the power went, and is dropped like one. Internal to storage/.
#pragma once

#include <filesystem>

#include "server/base/failure.h"

namespace bredvid::storage {

struct LogFound {
  /// frames that recovery will keep
  std::uint32_t kept = 0;
  /// frames of an unfinished commit behind them
  std::uint32_t dropped = 0;
};

/// REQUIRES: nobody has the database open. database_damaged, io_failed. A missing or empty log is fine.
[[nodiscard]] Outcome<LogFound> check_log(const std::filesystem::path& database);

}  // namespace bredvid::storage
