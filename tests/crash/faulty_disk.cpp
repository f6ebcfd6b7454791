#include "tests/crash/faulty_disk.h"

#include <cstring>
#include <map>
#include <mutex>
#include <optional>

namespace bredvid::crash {
namespace {

/// SQLite's methods have no context of their own: one disk at a time.
struct State {
  std::mutex mutex;
  std::vector<Call> calls;
  std::optional<std::uint64_t> fails_at;
  Fault fault{Fault::io_error};
  bool for_ever = false;
  std::uint64_t struck = 0;
};
State state;
sqlite3_vfs* real_vfs = nullptr;

/// What happens to this call: nothing, or a fault.
std::optional<Fault> next(Call call) {
  const std::scoped_lock lock(state.mutex);
  const std::uint64_t number = state.calls.size();
  state.calls.push_back(call);
  if (!state.fails_at || !fits(state.fault, call)) return std::nullopt;
  const bool now = number == *state.fails_at || (state.for_ever && number > *state.fails_at);
  if (!now) return std::nullopt;
  ++state.struck;
  return state.fault;
}

/// The unix VFS has several tables of methods: each gets its own copy, found by its first member.
struct Methods {
  sqlite3_io_methods ours;
  const sqlite3_io_methods* real;
};

const sqlite3_io_methods* real_of(const sqlite3_file* file) {
  return reinterpret_cast<const Methods*>(file->pMethods)->real;
}

int read(sqlite3_file* file, void* data, int size, sqlite3_int64 at) {
  const auto fault = next(Call::read);
  if (!fault) return real_of(file)->xRead(file, data, size, at);
  if (*fault == Fault::io_error) return SQLITE_IOERR_READ;
  const int half = size / 2;
  std::memset(data, 0, static_cast<std::size_t>(size));
  const int code = real_of(file)->xRead(file, data, half, at);
  return code == SQLITE_OK ? SQLITE_IOERR_SHORT_READ : code;
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
  const auto fault = next(Call::write);
  if (!fault) return real_of(file)->xWrite(file, data, size, at);
  if (*fault == Fault::half && size > 1) (void)real_of(file)->xWrite(file, data, size / 2, at);
  return *fault == Fault::io_error ? SQLITE_IOERR_WRITE : SQLITE_FULL;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  return next(Call::truncate) ? SQLITE_IOERR_TRUNCATE : real_of(file)->xTruncate(file, size);
}
int sync(sqlite3_file* file, int flags) {
  return next(Call::sync) ? SQLITE_IOERR_FSYNC : real_of(file)->xSync(file, flags);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return next(Call::size) ? SQLITE_IOERR_FSTAT : real_of(file)->xFileSize(file, size);
}
int lock_file(sqlite3_file* file, int kind) {
  return next(Call::lock) ? SQLITE_IOERR_LOCK : real_of(file)->xLock(file, kind);
}
int shm_map(sqlite3_file* file, int region, int size, int extend, void volatile** map) {
  const auto fault = next(Call::shm_map);
  if (!fault) return real_of(file)->xShmMap(file, region, size, extend, map);
  return *fault == Fault::full ? SQLITE_FULL : SQLITE_IOERR_SHMMAP;
}
int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
  // An unlock that failed would be a bug of the kernel's, and SQLite does not look.
  if ((flags & SQLITE_SHM_UNLOCK) != 0) return real_of(file)->xShmLock(file, offset, count, flags);
  return next(Call::shm_lock) ? SQLITE_IOERR_SHMLOCK : real_of(file)->xShmLock(file, offset, count, flags);
}

int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out_flags) {
  if (next(Call::open)) {
    file->pMethods = nullptr;
    return SQLITE_CANTOPEN;
  }
  const int code = real_vfs->xOpen(real_vfs, path, file, flags, out_flags);
  if (code != SQLITE_OK || file->pMethods == nullptr) return code;
  static std::mutex mutex;
  static std::map<const sqlite3_io_methods*, Methods> all;
  const std::scoped_lock lock(mutex);
  Methods& methods = all.try_emplace(file->pMethods, Methods{*file->pMethods, file->pMethods}).first->second;
  methods.ours.xRead = read;
  methods.ours.xWrite = write;
  methods.ours.xTruncate = truncate;
  methods.ours.xSync = sync;
  methods.ours.xFileSize = file_size;
  methods.ours.xLock = lock_file;
  if (methods.real->xShmMap != nullptr) methods.ours.xShmMap = shm_map;
  if (methods.real->xShmLock != nullptr) methods.ours.xShmLock = shm_lock;
  file->pMethods = &methods.ours;
  return code;
}

int remove(sqlite3_vfs*, const char* path, int sync_folder) {
  return next(Call::remove) ? SQLITE_IOERR_DELETE : real_vfs->xDelete(real_vfs, path, sync_folder);
}
int exists(sqlite3_vfs*, const char* path, int flags, int* answer) {
  return next(Call::exists) ? SQLITE_IOERR_ACCESS : real_vfs->xAccess(real_vfs, path, flags, answer);
}

}  // namespace

const char* name_of(Fault fault) {
  static constexpr const char* kNames[] = {"an I/O error", "no room", "half of it"};
  return kNames[static_cast<std::size_t>(fault)];
}

const char* name_of(Call call) {
  static constexpr const char* kNames[] = {"open", "read",    "write",    "truncate", "sync",  "size",
                                           "lock", "shm_map", "shm_lock", "remove",   "exists"};
  return kNames[static_cast<std::size_t>(call)];
}

bool fits(Fault fault, Call call) {
  switch (fault) {
    case Fault::io_error:
      return true;
    case Fault::full:
      return call == Call::write || call == Call::shm_map;
    case Fault::half:
      return call == Call::write || call == Call::read;
  }
  return false;
}

FaultyDisk::FaultyDisk() : real_(sqlite3_vfs_find("unix")) {
  std::memcpy(&vfs_, real_, sizeof vfs_);
  vfs_.zName = "faulty-disk";
  vfs_.pNext = nullptr;
  vfs_.xOpen = open;
  vfs_.xDelete = remove;
  vfs_.xAccess = exists;
  real_vfs = real_;
  heal();
  sqlite3_vfs_register(&vfs_, 1);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&vfs_);
  sqlite3_vfs_register(real_, 1);
}

void FaultyDisk::arm(std::uint64_t number, Fault fault, bool for_ever) {
  heal();
  const std::scoped_lock lock(state.mutex);
  state.fails_at = number;
  state.fault = fault;
  state.for_ever = for_ever;
}

void FaultyDisk::heal() {
  const std::scoped_lock lock(state.mutex);
  state.calls.clear();
  state.fails_at.reset();
  state.struck = 0;
}

std::vector<Call> FaultyDisk::calls() const {
  const std::scoped_lock lock(state.mutex);
  return state.calls;
}

std::uint64_t FaultyDisk::struck() const {
  const std::scoped_lock lock(state.mutex);
  return state.struck;
}

}  // namespace bredvid::crash
