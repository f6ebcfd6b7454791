#include "server/app/restore_files.h"

#include <unistd.h>

#include "server/app/files.h"

namespace bredvid::app {
namespace {

namespace fs = std::filesystem;

// Nobody has restored a thousand times and kept all of it.
constexpr int kMostKept = 1000;

fs::path restored(const DataFolder& data) {
  return data.database().string() + ".restored";
}

OperatorResult<fs::path> free_name(const DataFolder& data) {
  for (int n = 1; n <= kMostKept; ++n) {
    const fs::path name = data.database().string() + ".before-" + std::to_string(n);
    if (!is_there(name)) return name;
  }
  return operator_fail(ErrorCode::file_exists, data.database().string() + ".before-" + std::to_string(kMostKept));
}

OperatorResult<fs::path> keep_present(const DataFolder& data) {
  if (!is_there(data.database())) return fs::path();
  const auto name = free_name(data);
  if (!name) return name;
  const fs::path log = data.database().string() + "-wal";
  // The log first: a database of that name without its log would look whole.
  if (is_there(log) && ::link(log.c_str(), (name->string() + "-wal").c_str()) != 0) return file_failure(*name);
  if (::link(data.database().c_str(), name->c_str()) != 0) return file_failure(*name);
  if (auto synced = sync_folder(data.root); !synced) return std::unexpected(synced.error());
  return *name;
}

OperatorResult<void> finish(const DataFolder& data, const std::function<void(RestoreStep)>& after) {
  for (const char* ending : {"-wal", "-shm", "-journal"}) remove_quietly(data.database().string() + ending);
  if (auto synced = sync_folder(data.root); !synced) return synced;
  after(RestoreStep::log_removed);
  if (auto moved = rename_file(restored(data), data.database()); !moved) return moved;
  after(RestoreStep::in_place);
  return {};
}

}  // namespace

fs::path restoring(const DataFolder& data) {
  return data.database().string() + ".restoring";
}

OperatorResult<fs::path> put_restored_in_place(const DataFolder& data, const std::function<void(RestoreStep)>& after) {
  const auto kept = keep_present(data);
  if (!kept) return kept;
  after(RestoreStep::kept_aside);
  if (auto moved = rename_file(restoring(data), restored(data)); !moved) return std::unexpected(moved.error());
  after(RestoreStep::decided);
  if (auto done = finish(data, after); !done) return std::unexpected(done.error());
  return *kept;
}

OperatorResult<void> settle_restore(const DataFolder& data) {
  if (is_there(restored(data))) return finish(data, [](RestoreStep) {});
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) remove_quietly(restoring(data).string() + ending);
  return {};
}

}  // namespace bredvid::app
