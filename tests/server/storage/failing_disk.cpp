#include "tests/server/storage/failing_disk.h"

#include <cstring>
#include <map>
#include <mutex>

namespace bredvid::storage {
namespace {

/// SQLite's methods have no context of their own: one disk at a time.
FailingDisk* current = nullptr;

/// The unix VFS has several tables of methods (with and without locks): each gets its own copy, found by its first
/// member.
struct Methods {
  sqlite3_io_methods ours;
  const sqlite3_io_methods* real;
};

Methods& methods_for(const sqlite3_io_methods* real) {
  static std::mutex mutex;
  const std::scoped_lock lock(mutex);
  static std::map<const sqlite3_io_methods*, Methods> all;
  return all.try_emplace(real, Methods{*real, real}).first->second;
}

const sqlite3_io_methods* real_of(const sqlite3_file* file) {
  return reinterpret_cast<const Methods*>(file->pMethods)->real;
}

}  // namespace

FailingDisk::FailingDisk() : real_(sqlite3_vfs_find("unix")) {
  std::memcpy(&vfs_, real_, sizeof vfs_);
  vfs_.zName = "failing-disk";
  vfs_.pNext = nullptr;
  vfs_.xOpen = open;
  current = this;
  sqlite3_vfs_register(&vfs_, 1);
}

FailingDisk::~FailingDisk() {
  sqlite3_vfs_unregister(&vfs_);
  sqlite3_vfs_register(real_, 1);
  current = nullptr;
}

int FailingDisk::open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out_flags) {
  // The real file keeps its own state in `file`; only its table of methods is exchanged.
  const int code = current->real_->xOpen(current->real_, path, file, flags, out_flags);
  if (code != SQLITE_OK || file->pMethods == nullptr) return code;
  Methods& methods = methods_for(file->pMethods);
  methods.ours.xWrite = write;
  methods.ours.xSync = sync;
  file->pMethods = &methods.ours;
  return code;
}

bool FailingDisk::reserve_is_there() {
  const std::lock_guard lock(reserve_mutex_);
  return !reserve_.empty() && std::filesystem::exists(reserve_);
}

int FailingDisk::write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
  if (current->full_) return SQLITE_FULL;
  if (current->reserve_is_there()) return SQLITE_FULL;
  if (current->writes_left_ == 0) return SQLITE_IOERR_WRITE;
  if (current->writes_left_ > 0) --current->writes_left_;
  return real_of(file)->xWrite(file, data, size, at);
}

int FailingDisk::sync(sqlite3_file* file, int flags) {
  ++current->syncs_;
  if (current->broken_sync_ || current->writes_left_ == 0) return SQLITE_IOERR_FSYNC;
  return real_of(file)->xSync(file, flags);
}

}  // namespace bredvid::storage
