#include "tests/crash/file_faults.h"

#include <fcntl.h>
#include <sys/types.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>

namespace bredvid::crash {
namespace {

std::atomic<bool> armed = false;
std::atomic<std::uint64_t> calls = 0;
std::uint64_t fails_at = 0;
int with_error = 0;
bool ever_after = false;
std::atomic<bool> struck = false;

/// True: this call fails, and errno says why.
bool fails() {
  if (!armed) return false;
  const std::uint64_t number = calls++;
  if (number != fails_at && !(ever_after && number > fails_at)) return false;
  struck = true;
  errno = with_error;
  return true;
}

}  // namespace

void arm_files(std::uint64_t number, int error, bool for_ever) {
  calls = 0;
  struck = false;
  fails_at = number;
  with_error = error;
  ever_after = for_ever;
  armed = true;
}
void heal_files() {
  armed = false;
}
std::uint64_t file_calls() {
  return calls;
}
bool files_struck() {
  return struck;
}

}  // namespace bredvid::crash

using bredvid::crash::fails;

// The linker's names.
// NOLINTBEGIN(bugprone-reserved-identifier)
extern "C" {
int __real_open(const char* path, int flags, ...);
ssize_t __real_pread(int file, void* bytes, size_t size, off_t at);
ssize_t __real_pwrite(int file, const void* bytes, size_t size, off_t at);
int __real_fsync(int file);
int __real_rename(const char* from, const char* to);
int __real_unlink(const char* path);
int __real_posix_fallocate(int file, off_t at, off_t size);

int __wrap_open(const char* path, int flags, ...) {
  std::va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return fails() ? -1 : __real_open(path, flags, mode);
}
ssize_t __wrap_pread(int file, void* bytes, size_t size, off_t at) {
  return fails() ? -1 : __real_pread(file, bytes, size, at);
}
ssize_t __wrap_pwrite(int file, const void* bytes, size_t size, off_t at) {
  // Half of it is there all the same.
  if (!fails()) return __real_pwrite(file, bytes, size, at);
  const int error = errno;
  (void)__real_pwrite(file, bytes, size / 2, at);
  errno = error;
  return -1;
}
int __wrap_fsync(int file) {
  return fails() ? -1 : __real_fsync(file);
}
int __wrap_rename(const char* from, const char* to) {
  return fails() ? -1 : __real_rename(from, to);
}
int __wrap_unlink(const char* path) {
  return fails() ? -1 : __real_unlink(path);
}
int __wrap_posix_fallocate(int file, off_t at, off_t size) {
  return fails() ? errno : __real_posix_fallocate(file, at, size);
}
}
// NOLINTEND(bugprone-reserved-identifier)
