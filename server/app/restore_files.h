// How a restored database takes the present one's place, so that a crash at any moment leaves the old one or the new
// one.
//
//   1  bredvid.db.restoring     the copy of the backup, made ready and checked, on disk
//   2  bredvid.db.before-<n>    a second name for the present database (and -wal for its log): nothing is deleted
//   3  bredvid.db.restored      the copy's new name: decided. From here on there is only forward.
//   4  bredvid.db               the log of the present one removed, the copy renamed
//
// The log has to go before the copy stands in its place, or SQLite would write the old log's pages into it; that takes
// two steps, so whoever opens the database under the folder's lock first finishes what step 3 has decided.
#pragma once

#include <functional>

#include "server/app/data_folder.h"

namespace bredvid::app {

enum class RestoreStep : std::uint8_t { kept_aside, decided, log_removed, in_place };

/// The file that the restored database is made in.
[[nodiscard]] std::filesystem::path restoring(const DataFolder& data);

/// Steps 2 to 4; the name under which the present database is kept, empty when there was none. REQUIRES: the folder's
/// lock is held. io_failed, disk_full.
[[nodiscard]] OperatorResult<std::filesystem::path> put_restored_in_place(
    const DataFolder& data, const std::function<void(RestoreStep)>& after = [](RestoreStep) {});

/// REQUIRES: the folder's lock is held. Finishes or undoes what a killed restore has left. io_failed.
[[nodiscard]] OperatorResult<void> settle_restore(const DataFolder& data);

}  // namespace bredvid::app
