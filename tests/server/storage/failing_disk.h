// A disk under SQLite that can be told to be full or to fail a sync. Registered as the default while it lives.
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <filesystem>
#include <mutex>

namespace bredvid::storage {

class FailingDisk {
 public:
  FailingDisk();
  ~FailingDisk();
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;

  /// Every write answers SQLITE_FULL.
  void fill(bool full) { full_ = full; }
  /// Every write answers SQLITE_FULL while there is such a file: what a full disk with a reserve does.
  void fill_while_there(const std::filesystem::path& reserve) {
    const std::lock_guard lock(reserve_mutex_);
    reserve_ = reserve;
  }
  /// After so many more writes every write and sync answers SQLITE_IOERR, as if the machine had died there; below 0:
  /// none.
  void die_after(int writes) { writes_left_ = writes; }
  /// Every sync answers SQLITE_IOERR_FSYNC.
  void break_sync(bool broken) { broken_sync_ = broken; }
  [[nodiscard]] int syncs() const { return syncs_; }

 private:
  [[nodiscard]] bool reserve_is_there();
  static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags);
  static int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at);
  static int sync(sqlite3_file* file, int flags);

  sqlite3_vfs* real_;
  sqlite3_vfs vfs_;
  std::atomic<bool> full_ = false;
  std::mutex reserve_mutex_;  // a checkpoint may be under way when a test goes on
  std::filesystem::path reserve_;
  std::atomic<bool> broken_sync_ = false;
  std::atomic<int> syncs_ = 0;
  std::atomic<int> writes_left_ = -1;
};

}  // namespace bredvid::storage
